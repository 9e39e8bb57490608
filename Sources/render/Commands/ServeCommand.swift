import ArgumentParser
import NotebookExecution
import NotebookPreview
import NotebookProject

/// `render serve [FOLDER]`: it only turns words into a ``PreviewJob``.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render serve",
    abstract: "Shows the notebooks of a folder in a browser while they are written.",
    discussion: """
      Open the address that it prints. What is saved is shown at once, and what the
      cells give when they have run; mistakes stand over the page until they are
      mended. A click on the page tells the line of the notebook. Ctrl-C ends it.

      EXAMPLES
        render serve                    shows the folder that this was called in
        render serve course/week1.md    shows its folder, and this notebook first
        render serve --editor 'code -g {file}:{line}'
                                        opens what is clicked on in an editor

      EXIT STATUS
        64  the command was not understood
        66  there is no such folder
        74  the port is in use, or something else cannot be had
      """,
    version: RenderCommand.version
  )

  @Argument(help: ArgumentHelp("A folder of notebooks, or a notebook.", valueName: "folder"))
  var path = "."

  @Option(help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "number"))
  var port: UInt16 = 8123

  @Option(
    help: ArgumentHelp(
      "The address of this machine to listen on, such as 0.0.0.0 for all. Others can see the pages then.",
      valueName: "address"
    )
  )
  var host = ListeningHost.loopback

  @Option(
    help: ArgumentHelp(
      "Opens the line that is clicked on; {file} and {line} stand for it.",
      valueName: "command"
    )
  )
  var editor: EditorCommand?

  @Flag(help: "Open the address in the browser.")
  var open = false

  @OptionGroup var looks: LookArguments

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @OptionGroup var judging: StrictArguments

  @Flag(name: .shortAndLong, help: "Say nothing but the address, errors and warnings.")
  var quiet = false

  func validate() throws { try NamedPath.check([path]) }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: quiet)
    var options = running.options
    options.store = storing.use(for: [path], terminal: terminal)
    var rendering = RenderJob(paths: [path], outputFolder: "")
    looks.apply(to: &rendering)
    rendering.runOptions = options
    rendering.isStrict = judging.strict
    var job = PreviewJob(rendering: rendering)
    job.host = host
    job.port = port
    job.editor = editor
    let status = await CommandWork.status(on: terminal) { [job] in
      await job.run(on: terminal, opensBrowser: open)
    }
    storing.leave(options.store, terminal: terminal)
    if status != .success { throw ExitCode(status.exitCode) }
  }
}

extension ListeningHost: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
  package var defaultValueDescription: String { "127.0.0.1" }
}

extension EditorCommand: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
