import ArgumentParser
import NotebookProject

/// `render explain NOTEBOOK…`: it only turns words into an ``ExplainJob``.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render explain",
    abstract: "Says what 'render' would take from earlier results, what it would make, and why.",
    discussion: """
      Nothing is compiled, run or written. Ask with the options that the pages are
      rendered with. Of each thing it is told too why it was last made.

      EXAMPLES
        render explain Notebooks/softmax.md         tells what would be made
        render explain Notebooks/softmax.md --all   tells of what is kept, too
        render explain course --format json

      EXIT STATUS
        0   it was told, whatever would be made
        1   errors of a notebook keep it from being made
        64  the command was not understood
        66  there is no such notebook
        74  a notebook could not be read
      """,
    version: RenderCommand.version
  )

  @Argument(help: ArgumentHelp("Notebooks, or folders of notebooks.", valueName: "notebook"))
  var paths: [String]

  @OptionGroup var pages: PageArguments

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @Flag(help: "Tell of what is kept, too, when it was last made, and why.")
  var all = false

  @Option(help: ArgumentHelp("How to tell it.", valueName: "text|json"))
  var format = ExplanationFormat.text

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a notebook or a folder.") }
    try NamedPath.check(paths)
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: false)
    var options = running.options
    options.store = storing.use(
      for: pages.scope(of: paths),
      isReadOnly: true,
      terminal: terminal
    )
    let job = ExplainJob(rendering: try pages.job(making: paths, options))
    let status = await CommandWork.status(on: terminal) {
      job.run(on: terminal, format: format, showsAll: all)
    }
    if status != .success { throw ExitCode(status.exitCode) }
  }
}

extension ExplanationFormat: ExpressibleByArgument {}
