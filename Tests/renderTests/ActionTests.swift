import Foundation
import TestSupport
import Testing

@Suite("The action for GitHub", .serialized)
struct ActionTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func step(
    _ command: String,
    _ environment: [String: String] = [:]
  ) async throws -> Program.Result {
    let action = PackageFiles.folder.path
    let own = [
      "GITHUB_ACTION_PATH": action, "GITHUB_WORKSPACE": folder.path("work space"),
      "GITHUB_OUTPUT": folder.path("output.txt"), "GITHUB_STEP_SUMMARY": "",
      "RUNNER_TOOL_CACHE": folder.path("tools"), "GITHUB_RUN_ID": "7",
    ].merging(environment) { $1 }
    return try await Program("/bin/bash", ["-e", "-c", command], environment: own, in: folder)
      .result()
  }

  /// The commands of the steps, as the action has them.
  private func commands() throws -> [String] {
    let file = PackageFiles.folder.appending(path: "action.yml")
    return try String(contentsOf: file, encoding: .utf8).matches(of: /run: '([^']+)'/).map {
      String($0.1)
    }
  }

  @Test("verifies a package, and begins with what an earlier run has kept")
  func steps() async throws {
    let document = "```swift\n1 + 1  // => 2\n2 + 2  // => 5\n```\n"
    try folder.write(document, to: "work space/docs/a b.md")
    let commands = try commands()
    #expect(commands.count == 3)

    let prepared = try await step(commands[0])
    #expect(prepared.status == 0, "\(prepared.errors)")
    let output = try folder.read("output.txt")
    let values = Dictionary(
      uniqueKeysWithValues: output.split(separator: "\n").map { line in
        let parts = line.split(separator: "=", maxSplits: 1)
        return (String(parts[0]), String(parts[1]))
      }
    )
    #expect(values["store"] == folder.path("work space/.lectern"))
    #expect(values["prefix"] == folder.path("tools/lectern"))
    let restored = try #require(values["store-restore-key"])
    #expect(values["store-key"] == restored + "7-1")
    #expect(values["program-key"]?.hasPrefix("lectern-program-") == true)

    let program = ["LECTERN_PROGRAM": try Program.render]
    for words in ["bin/render is there, with completions", "bin/render is there\n"] {
      let installed = try await step(commands[1], program)
      #expect(installed.status == 0, "\(installed.errors)")
      #expect(installed.output.contains(words))
    }

    let verified = try await step(commands[2], ["LECTERN_PATHS": "docs/a b.md\n"])
    #expect(verified.status == 1)
    #expect(
      verified.output.contains("::error file=docs/a b.md,line=3,col=14,endLine=3,endColumn=14")
    )

    // On another machine the cache brings the store, and nothing is compiled.
    try FileManager.default.moveItem(
      atPath: folder.path("work space"),
      toPath: folder.path("elsewhere")
    )
    let again = try await step(
      commands[2],
      ["GITHUB_WORKSPACE": folder.path("elsewhere"), "LECTERN_ARGUMENTS": "--frozen\ndocs"]
    )
    #expect(again.status == 1)
    #expect(again.output.contains("1 promise kept, 1 broken"))

    // Who changes documents from elsewhere leaves nothing where results are kept.
    let kept = Snapshot(of: folder.path("elsewhere/.lectern"))
    try folder.write("```swift\n3  // => 3\n```\n", to: "elsewhere/docs/new.md")
    let stranger = try await step(
      commands[2],
      [
        "GITHUB_WORKSPACE": folder.path("elsewhere"), "LECTERN_STRANGER": "true",
        "LECTERN_PATHS": "docs",
      ]
    )
    #expect(stranger.output.contains("2 promises kept, 1 broken"))
    #expect(Snapshot(of: folder.path("elsewhere/.lectern")) == kept)
  }

  @Test("says what is wrong with its inputs, and knows those that it names")
  func faults() async throws {
    try folder.write("", to: "work space/a.md")
    let nowhere = try await step(try commands()[2], ["LECTERN_FOLDER": "nowhere"])
    #expect(nowhere.status == 64)
    #expect(nowhere.errors.hasPrefix("::error title=Lectern::there is no folder"))
    let wrong = try await step("\"$GITHUB_ACTION_PATH/Scripts/action\" verfiy")
    #expect(wrong.status == 64)
    let text = try String(
      contentsOf: PackageFiles.folder.appending(path: "action.yml"),
      encoding: .utf8
    )
    for named in text.matches(of: /inputs\.([\w-]+)/) {
      #expect(text.contains("\n  \(named.1):\n    description:"))
    }
  }
}
