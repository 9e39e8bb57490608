#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("A command that is killed", .serialized)
  struct KilledCommandTests {
    private let folder: ScratchFolder
    private let processes = RunProcesses()

    init() throws { folder = try ScratchFolder() }

    /// Starts a command and kills it after a while, within the time that it takes if nobody does.
    /// - Parameter share: how much of that time.
    /// - Returns: whether it was still running.
    private func kill(
      _ arguments: [String],
      after share: Double,
      of whole: inout Duration
    ) async throws -> Bool {
      let environment = processes.environment.merging(["TMPDIR": folder.path("temporary")]) { $1 }
      let program = try Program(
        Program.render,
        arguments,
        environment: environment,
        in: folder
      )
      try await Task.sleep(for: whole * share)
      let isRunning = program.isRunning
      program.kill()
      _ = try await program.result()
      whole = whole * (isRunning ? 1.05 : 0.8)
      return isRunning
    }

    private func document(_ values: [Int]) -> String {
      let cells = values.indices.map { "```swift\n\($0 + 1) * 7 // => \(values[$0])\n```\n" }
      return "# Sevens\n\n" + cells.joined(separator: "\nwords\n\n")
    }

    @Test("by 'verify --accept' leaves the document as it was or as it is to be, by all its names")
    func accepting() async throws {
      let (wrong, right) = (document([1, 2, 3]), document([7, 14, 21]))
      try folder.write("", to: "temporary/none")
      try folder.write(right, to: "a.md")
      #expect(try await Program.render("verify", "a.md", in: folder).status == 0)
      try FileManager.default.linkItem(atPath: folder.path("a.md"), toPath: folder.path("b.md"))
      let path = folder.path("a.md")
      var generator = SeededGenerator(seed: 5)
      var (whole, kills, accepted) = (Duration.milliseconds(200), 0, 0)
      for round in 0..<120 {
        try Data(wrong.utf8).write(to: URL(filePath: path), options: [])
        let share = Double.random(in: 0.2...1.2, using: &generator)
        if try await kill(["verify", "--accept", "a.md"], after: share, of: &whole) { kills += 1 }
        let text = try folder.read("a.md")
        #expect([wrong, right].contains(text), "round \(round): \(text)")
        #expect(try folder.read("b.md") == text)
        if text == right { accepted += 1 }
      }
      // Else the kills have not met all of a run.
      #expect(kills > 20, "\(kills)")
      #expect(accepted > 5, "\(accepted)")
      try Data(wrong.utf8).write(to: URL(filePath: path), options: [])
      #expect(try await Program.render("verify", "--accept", "a.md", in: folder).status == 0)
      #expect(try folder.read("b.md") == right)
      #expect(try folder.files(in: "temporary") == ["none"])
      #expect(try folder.names().filter { $0.hasSuffix(".part") } == [])
    }

    @Test("by 'clean' leaves a store that gives right results or none")
    func cleaning() async throws {
      let right = document([7, 14, 21])
      try folder.write("", to: "temporary/none")
      try folder.write(right, to: "a.md")
      var generator = SeededGenerator(seed: 6)
      var (whole, kills) = (Duration.milliseconds(60), 0)
      for _ in 0..<12 {
        #expect(try await Program.render("verify", "a.md", in: folder).status == 0)
        let share = Double.random(in: 0.2...1.1, using: &generator)
        if try await kill(["clean"], after: share, of: &whole) { kills += 1 }
        let after = try await Program.render("verify", "--verbose", "a.md", in: folder)
        #expect(after.status == 0)
        #expect(after.errors == "")
      }
      #expect(kills > 2, "\(kills)")
    }

    @Test("by 'serve' leaves no process and nothing beside the documents")
    func serving() async throws {
      try folder.write("", to: "temporary/none")
      try folder.write("```swift\nwhile true {}\n```\n", to: "a.md")
      var generator = SeededGenerator(seed: 7)
      for _ in 0..<4 {
        var whole = Duration.seconds(1)
        let share = Double.random(in: 0.2...1, using: &generator)
        let words = ["serve", "--port", "0", "a.md"]
        #expect(try await kill(words, after: share, of: &whole))
      }
      #expect(try await processes.left(after: .seconds(10)) == [])
      #expect(try folder.names().filter { $0.hasSuffix(".html") || $0.hasSuffix(".part") } == [])
    }
  }
#endif
