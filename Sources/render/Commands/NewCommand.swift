import ArgumentParser
import NotebookProject

/// `render new`: writes something to begin with.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render new",
    abstract: "Writes something to begin with.",
    version: RenderCommand.version,
    subcommands: [NewCourseCommand.self]
  )
}

/// `render new course`: writes a small course.
struct NewCourseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Writes a small course: two chapters that refer to each other, and what they share.",
    discussion: """
      EXAMPLES
        render new course statistics    writes statistics/lectern.yml and its chapters
        render statistics               makes the course in Output

      EXIT STATUS
        0   the course is written
        64  the command was not understood, or there are such files already
        74  the files could not be written
      """
  )

  @Argument(help: ArgumentHelp("The folder for it; it need not be there.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("Its title. If not given: the folder's name.", valueName: "words"))
  var title: String?

  func validate() throws { try NamedPath.check([folder]) }

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: false)
    let status = await CommandWork.status(on: terminal) {
      let faults = NewCourse(folder: folder, title: title).write()
      for fault in faults { terminal.report(fault.message) }
      guard faults.isEmpty else { return faults.map(\.status).max() ?? .success }
      terminal.say("The course is in '\(folder)'. See it with: render serve \(folder)")
      return .success
    }
    if status != .success { throw ExitCode(status.exitCode) }
  }
}
