import ArgumentParser
import NotebookExecution
import NotebookSyntax

/// The command line: it only turns words into a ``RenderJob``.
@main
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Turns Markdown notebooks whose Swift cells really run into finished pages.",
    discussion: """
      EXAMPLES
        render Notebooks/softmax.md    writes Output/softmax.html
        render Notebooks -o Site       writes a page for each notebook in a folder
        render --no-run article.md     lays a page out without running its cells

      EXIT STATUS
        0   every page was written
        1   a notebook failed; its earlier page, if any, is as it was
        64  the command was not understood
        66  there is no such notebook
        74  something could not be read or written
      """,
    version: "0.1.0"
  )

  @Argument(help: ArgumentHelp("Notebooks, or folders of notebooks.", valueName: "notebook"))
  var paths: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the pages go.", valueName: "folder")
  )
  var output = "Output"

  @Flag(help: "Lay the pages out without compiling or running any cell.")
  var noRun = false

  @Option(
    help: ArgumentHelp("How long a notebook may run, in seconds.", valueName: "seconds")
  )
  var timeout = 60.0

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many notebooks are made side by side; as many as there are cores if not given.",
      valueName: "number"
    )
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Where formulas and charts are set: svg, when the page is made, or browser. It stands above "
        + "'math:' in a notebook; svg if neither says anything.",
      valueName: "svg|browser"
    )
  )
  var math: TypesettingMode?

  @Option(help: ArgumentHelp("A Mustache template instead of the built-in one.", valueName: "file"))
  var template: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a notebook or a folder.") }
    if !(timeout > 0 && timeout < 1e9) {
      throw ValidationError("--timeout takes a number of seconds above 0, not '\(timeout)'.")
    }
    if let jobs, jobs < 1 {
      throw ValidationError("--jobs takes a number from 1, not '\(jobs)'.")
    }
  }

  func run() async throws {
    let job = RenderJob(
      paths: paths,
      outputFolder: output,
      templatePath: template,
      typesetting: math,
      runsCells: !noRun,
      runOptions: RunOptions(timeout: .seconds(timeout), jobs: jobs),
      jobs: jobs,
      terminal: .standard(isQuiet: quiet)
    )
    let status = await Interruption.cancelling { await job.run() }
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

extension TypesettingMode: ExpressibleByArgument {}
