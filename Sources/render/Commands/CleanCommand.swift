import ArgumentParser
import Foundation
import ResultStore

/// `render clean`: forgets earlier results.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render clean",
    abstract: "Forgets earlier results.",
    discussion: """
      EXAMPLES
        render clean                    forgets all results of the documents here
        render clean --older-than 30d   forgets those that were not used for 30 days
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

  func run() async throws {
    let terminal = Terminal.standard(isQuiet: false)
    let folder = StorePlace.folder(named: store, for: paths)
    guard FileManager.default.fileExists(atPath: folder) else {
      terminal.say("there are no results in \(folder)")
      return
    }
    let results = ResultStore(folder: folder, limit: StorePlace.limit) { trouble in
      terminal.report("store: \(trouble.message)")
    }
    let removal = results.clean(olderThan: olderThan?.duration)
    let noun = removal.count == 1 ? "result" : "results"
    let megabytes = String(format: "%.1f", Double(removal.bytes) / 1e6)
    terminal.say("forgot \(removal.count) \(noun), \(megabytes) MB, in \(folder)")
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
