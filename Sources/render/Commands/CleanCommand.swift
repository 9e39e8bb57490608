import ArgumentParser
import NotebookProject

/// `render clean`: forgets earlier results.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render clean",
    abstract: "Forgets earlier results.",
    discussion: """
      EXAMPLES
        render clean                    forgets all results of the documents here
        render clean --older-than 30d   forgets those that were not used for 30 days

      EXIT STATUS
        0   they are forgotten, or there were none
        64  the command was not understood
        66  there is no such document
        74  the folder is no store, or something in it could not be removed
      """,
    version: RenderCommand.version
  )

  @Argument(help: ArgumentHelp("Documents, or folders of documents.", valueName: "path"))
  var paths: [String] = ["."]

  @Option(
    help: ArgumentHelp("Where the results are kept; see render --help.", valueName: "folder")
  )
  var store: String?

  @Option(
    help: ArgumentHelp(
      "Only what was not used for so long: a number with d for days, h for hours or m for minutes.",
      valueName: "age"
    )
  )
  var olderThan: Age?

  func validate() throws {
    try NamedPath.check(store, "--store", takes: "a folder")
    try NamedPath.check(paths)
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: false)
    let job = CleanJob(paths: paths, storePath: store, age: olderThan?.duration)
    let status = await CommandWork.status(on: terminal) { job.run(on: terminal) }
    if status != .success { throw ExitCode(status.exitCode) }
  }
}

/// How long something was not used, such as `30d`.
struct Age: ExpressibleByArgument {
  var duration: Duration

  init?(argument: String) {
    let units: [Character: Int] = ["d": 86_400, "h": 3_600, "m": 60]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()),
      count >= 0, count < 1_000_000
    else { return nil }
    duration = .seconds(count * unit)
  }
}
