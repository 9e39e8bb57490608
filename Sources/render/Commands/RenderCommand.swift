import ArgumentParser
import Interruption
import NotebookExecution

/// The command line: a first word that names a command, or else the notebooks to be made into pages.
///
/// ArgumentParser would show a default command's options only on request, and they are what most
/// readers of `render --help` look for.
@main
enum RenderCommand {
  static let version = "0.1.0"

  private static let commands: [String: any AsyncParsableCommand.Type] = [
    "plan": PlanCommand.self, "verify": VerifyCommand.self, "clean": CleanCommand.self,
    "explain": ExplainCommand.self,
  ]

  static func main() async {
    SteadyAddresses.begin()
    TerminalLog.prepareDescriptors()
    EndingSignals.heed()
    let arguments = CommandLine.arguments.dropFirst()
    if let name = arguments.first, let command = commands[name] {
      await command.main(Array(arguments.dropFirst()))
    } else {
      await PagesCommand.main(Array(arguments))
    }
  }
}
