import ArgumentParser
import Foundation
import NotebookExecution
import NotebookProject
import Processes

/// The command line: a first word that names a command, or else the notebooks to be made into pages.
///
/// ArgumentParser would show a default command's options only on request, and they are what most
/// readers of `render --help` look for.
@main
enum RenderCommand {
  static let version = "0.1.0"

  /// Those that have a first word of their own.
  static let commands: [String: any AsyncParsableCommand.Type] = [
    "plan": PlanCommand.self, "verify": VerifyCommand.self, "clean": CleanCommand.self,
    "explain": ExplainCommand.self, "serve": ServeCommand.self, "new": NewCommand.self,
  ]

  static func main() async {
    Allocator.begin()
    SteadyAddresses.begin()
    TerminalLog.prepareDescriptors()
    // With fewer, reading and writing fail in ways that tell nothing of it.
    if let few = NoDescriptors(needing: 24) {
      Terminal.standard(isQuiet: true).report("error: \(few.message)")
      exit(JobStatus.inputOutput.exitCode)
    }
    EndingSignals.heed()
    // Before anything is started that would inherit it.
    _ = StoreSecret.given
    let arguments = words(of: CommandLine.arguments.dropFirst())
    if WholeCommand.isAsked(for: arguments) {
      await run(WholeCommand.self, arguments)
    } else if let name = arguments.first, let command = commands[name] {
      await run(command, arguments.dropFirst())
    } else {
      await run(PagesCommand.self, arguments)
    }
  }

  /// The command line, where `help plan` means `plan --help`.
  private static func words(of arguments: ArraySlice<String>) -> ArraySlice<String> {
    arguments.first == "help" ? arguments.dropFirst() + ["--help"] : arguments
  }

  /// Does what a command says, and ends the program.
  private static func run(
    _ command: any AsyncParsableCommand.Type,
    _ arguments: ArraySlice<String>
  ) async -> Never {
    do {
      var parsed = try command.parseAsRoot(Array(arguments))
      if var work = parsed as? any AsyncParsableCommand {
        try await work.run()
      } else {
        try parsed.run()
      }
      exit(JobStatus.success.exitCode)
    } catch {
      exit(tell(error, of: command))
    }
  }

  /// Tells what was asked for, or why that was not understood.
  /// - Returns: the exit status.
  private static func tell(_ error: any Error, of command: any AsyncParsableCommand.Type) -> Int32 {
    let status = command.exitCode(for: error).rawValue
    let message = command.fullMessage(for: error)
    guard !message.isEmpty else { return status }
    let terminal = Terminal.standard(isQuiet: false)
    if status == 0 { terminal.say(message) } else { terminal.report(message) }
    return terminal.log.fault == nil ? status : terminal.ending(.inputOutput).exitCode
  }
}
