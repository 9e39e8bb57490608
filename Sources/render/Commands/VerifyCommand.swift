import ArgumentParser
import NotebookProject
import NotebookReports

/// `render verify PATH…`: it only turns words into a ``VerifyJob``.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render verify",
    abstract: "Checks what documents and the comments of sources promise about Swift.",
    discussion: """
      Every promise is held against what the code does: output fences, // => value,
      // Prints "text", compile-fail, should-crash, and values in the text.

      EXAMPLES
        render verify README.md             checks one document
        render verify                       checks all of the package around this folder
        render verify Sources               checks the comments of its sources
        render verify . --format github     checks a folder, for GitHub Actions
        render verify --coverage            tells which public symbols no example uses
        render verify . --shard 2/8         checks the second of eight parts
        render verify --changed-since main  checks what changed, and what depends on it
        render verify --accept README.md    writes what the code gives now
        render verify --accept --dry-run .  prints that as a patch for git apply
        render verify --explain-comments    lists which comments are taken as results
        render verify --write-baseline known.txt
                                            notes what is wrong now
        render verify --baseline known.txt  fails where something else is wrong

      EXIT STATUS
        0   every promise holds, or was accepted
        1   a promise is broken, or a document could not be run
        64  the command was not understood
        66  there is no such document
        74  something could not be read or written
      """,
    version: RenderCommand.version
  )

  @Argument(
    help: ArgumentHelp(
      "Markdown documents, Swift sources, DocC catalogs, or folders of them; all of the package "
        + "around the current folder if not given.",
      valueName: "path"
    )
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Check only documents that git says changed since a revision, such as main, also if that is not "
        + "committed, and those that depend on what changed.",
      valueName: "revision"
    )
  )
  var changedSince: String?

  @Flag(help: "Write what the code gives now into the promises that are broken.")
  var accept = false

  @Flag(help: "With --accept: print a patch, and write nothing.")
  var dryRun = false

  @Flag(
    help:
      "Check nothing: list which comments behind code are taken as results, and which forms they have."
  )
  var explainComments = false

  @Option(
    help: ArgumentHelp("How to tell what was found.", valueName: "text|github|junit|json")
  )
  var format = ReportFormat.text

  @OptionGroup var knowing: BaselineArguments

  @OptionGroup var covering: CoverageArguments

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @OptionGroup var judging: StrictArguments

  @OptionGroup var timing: TimingArguments

  @OptionGroup var part: ShardArguments

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty, VerifyJob.usualPath == nil {
      throw ValidationError("Name a document or a folder: this folder lies in no Swift package.")
    }
    try NamedPath.check(paths)
    try NamedPath.check(changedSince, "--changed-since", takes: "a revision of git")
    if dryRun, !accept { throw ValidationError("--dry-run goes with --accept.") }
    if explainComments, accept || format != .text {
      throw ValidationError(
        "--explain-comments lists comments as text, and goes with no --accept or --format."
      )
    }
    if dryRun, format != .text {
      throw ValidationError("--dry-run prints a patch, so it goes with no --format.")
    }
    if covering.isWanted, part.shard != nil || changedSince != nil {
      throw ValidationError(
        "Coverage is told of all documents: it goes with no --shard and no --changed-since."
      )
    }
    if dryRun, knowing.writes {
      throw ValidationError("--dry-run writes nothing, so it goes with no writing of a baseline.")
    }
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: quiet)
    let paths = paths.isEmpty ? [VerifyJob.usualPath ?? "."] : paths
    var options = running.options
    options.store = storing.use(for: paths, terminal: terminal)
    var job = VerifyJob(paths: paths)
    job.shard = part.shard
    job.revision = changedSince
    job.acceptance = dryRun ? .patch : accept ? .write : .none
    job.baseline = knowing.use
    job.measuresCoverage = covering.isWanted
    job.coveredModules = covering.coverageModule
    job.runOptions = options
    job.isStrict = judging.strict
    if explainComments {
      let status = job.explainComments(on: terminal)
      if status != .success { throw ExitCode(status.exitCode) }
      return
    }
    let timed = TimedWork(timing, on: terminal)
    let status = await CommandWork.status(on: terminal) { [job] in
      await timed.run { await job.run(on: terminal, format: format, goal: covering.goal) }
    }
    storing.leave(options.store, terminal: terminal)
    if status != .success { throw ExitCode(status.exitCode) }
  }
}

extension ReportFormat: ExpressibleByArgument {}
