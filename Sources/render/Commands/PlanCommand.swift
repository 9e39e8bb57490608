import ArgumentParser
import NotebookProject

/// `render plan NOTEBOOK…`: it only turns words into a ``PlanJob``.
struct PlanCommand: AsyncParsableCommand {
  /// The programs that plans are written for.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case ninja
  }

  static let configuration = CommandConfiguration(
    commandName: "render plan",
    abstract:
      "Writes a build file that renders each notebook when something it is made from changed.",
    discussion: """
      The pages are the same, byte for byte, as when 'render' makes them all with
      the same options. Paths start at the folder that ninja is called in: call it
      where this was called. ninja does not see environment variables change: after
      that, call 'ninja -t clean' first.

      EXAMPLES
        render plan course --file build.ninja
                                   then ninja makes the pages, and calls this
                                   again when notebooks come, go or change
        render plan course > site.ninja
                                   prints it for a build file that includes it

      EXIT STATUS
        0   the plan was written
        1   a file's name is none for ninja, or two files would be one
        64  the command was not understood
        66  there is no such notebook
        74  something could not be read or written
      """,
    version: RenderCommand.version
  )

  @Argument(help: ArgumentHelp("Notebooks, or folders of notebooks.", valueName: "notebook"))
  var paths: [String]

  @Option(help: ArgumentHelp("What the plan is for.", valueName: "ninja"))
  var format = Format.ninja

  @Option(help: ArgumentHelp("Write the plan there instead of printing it.", valueName: "file"))
  var file: String?

  @OptionGroup var pages: PageArguments

  @OptionGroup var running: RunArguments

  @OptionGroup var storing: StoreArguments

  @OptionGroup var judging: StrictArguments

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a notebook or a folder.") }
    try NamedPath.check(paths)
    try NamedPath.checkWritten(file, "--file")
  }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: quiet)
    var job = PlanJob(paths: paths, outputFolder: pages.outputFolder)
    job.roots = pages.root
    job.forms = try pages.forms()
    job.takesProjectForms = pages.to.isEmpty
    job.formSettings = pages.formSettings
    job.templatePath = pages.looks.template
    job.typesetting = pages.looks.math
    job.images = pages.looks.images
    job.variant = pages.looks.variant
    job.options = pages.words + running.words + storing.words + judging.words
    job.storeFolder = StorePlace.folder(named: storing.store, for: pages.scope(of: paths))
    job.jobs = running.jobs
    job.file = file
    let status = await CommandWork.status(on: terminal) { [job] in job.run(on: terminal) }
    if status != .success { throw ExitCode(status.exitCode) }
  }
}
