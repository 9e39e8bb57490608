import ArgumentParser
import NotebookExecution
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
        render --no-run article.md     lays a page out without running its cells
        render verify README.md        checks what a document promises; see
                                       render verify --help

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

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the pages go.", valueName: "folder")
  )
  var output = "Output"

  @Flag(help: "Lay the pages out without compiling or running any cell.")
  var noRun = false

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @OptionGroup var timing: TimingArguments

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
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: quiet)
    var options = running.options
    options.store = storing.use(for: paths, terminal: terminal)
    let job = RenderJob(
      paths: paths,
      outputFolder: output,
      templatePath: template,
      typesetting: math,
      runsCells: !noRun,
      runOptions: options,
      jobs: running.jobs,
      terminal: terminal
    )
    let timed = TimedWork(timing, on: job.terminal)
    let status = await Interruption.cancelling(on: job.terminal) { await timed.run(job.run) }
    options.store?.store.prune()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

extension TypesettingMode: ExpressibleByArgument {}
