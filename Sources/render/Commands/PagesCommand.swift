import ArgumentParser
import NotebookExecution
import NotebookProject
import NotebookReports
import NotebookSyntax

/// `render NOTEBOOK…`: it only turns words into a ``RenderJob``.
struct PagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Turns Markdown notebooks whose Swift cells really run into finished pages.",
    discussion: """
      EXAMPLES
        render Notebooks/softmax.md    writes Output/softmax.html
        render Notebooks -o Site       writes a page for each notebook in a folder
        render notes.md --to md,html   writes Output/notes.md and Output/notes.html
        render --no-run article.md     lays a page out without running its cells
        render course --shard 2/8      makes the second of eight parts of a folder
        render --root course course/week1/a.md
                                       makes one page of a folder
        render serve course            shows the pages in a browser while they are
                                       written; see render serve --help
        render course --format github  tells mistakes beside the lines of a change
        render verify README.md        checks what a document promises; see
                                       render verify --help
        render plan Notebooks          hands the work to ninja; see
                                       render plan --help
        render explain Notebooks       says what would be made anew, and why; see
                                       render explain --help
        render clean                   forgets earlier results

      EXIT STATUS
        0   every page was written
        1   a notebook failed; its earlier page, if any, is as it was
        64  the command was not understood
        66  there is no such notebook
        74  something could not be read or written
      """,
    version: RenderCommand.version
  )

  @Argument(help: ArgumentHelp("Notebooks, or folders of notebooks.", valueName: "notebook"))
  var paths: [String]

  @OptionGroup var pages: PageArguments

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @OptionGroup var judging: StrictArguments

  @OptionGroup var timing: TimingArguments

  @OptionGroup var part: ShardArguments

  @Option(
    help: ArgumentHelp(
      "Write which files the page of the one notebook is made from, for make and ninja.",
      valueName: "file"
    )
  )
  var depfile: String?

  @Option(
    help: ArgumentHelp("How to tell what was found.", valueName: "text|github|junit|json")
  )
  var format = ReportFormat.text

  @Flag(help: "Leave a page alone, with its date, where the new one is the same.")
  var ifChanged = false

  @Flag(
    help: ArgumentHelp(
      "Make nothing but what a course has besides the pages of its notebooks.",
      visibility: .hidden
    )
  )
  var siteAlone = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a notebook or a folder.") }
    try NamedPath.check(paths)
    try NamedPath.checkWritten(depfile, "--depfile")
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: quiet)
    var options = running.options
    options.store = storing.use(for: pages.scope(of: paths), terminal: terminal)
    var job = try pages.job(making: paths, options)
    job.shard = part.shard
    job.isStrict = judging.strict
    job.depfile = depfile
    job.keepsSamePages = ifChanged
    job.makesSiteAlone = siteAlone
    let timed = TimedWork(timing, on: terminal)
    let status = await CommandWork.status(on: terminal, isReport: format != .text) { [job] in
      await timed.run { await job.run(on: terminal, format: format) }
    }
    storing.leave(options.store, terminal: terminal)
    if status != .success { throw ExitCode(status.exitCode) }
  }
}
