#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("Progress on a terminal")
  struct TerminalTests {
    private let folder: ScratchFolder

    init() throws {
      folder = try ScratchFolder()
      for name in ["first", "second"] {
        let cell = "```swift\nimport Foundation\nusleep(400_000)  // \(name)\n```\n"
        try folder.write("# \(name)\n\n\(cell)\n\(cell)", to: "n/\(name).md")
      }
      try folder.write(
        "# C\n\n@sec-nowhere\n\n```swift\n1\n```\n\n```output\n2\n```\n",
        to: "n/third.md"
      )
    }

    /// Runs `render` in a terminal that `script` gives it.
    private func script(
      _ arguments: String,
      columns: Int = 60,
      term: String = "xterm"
    ) async throws -> Program.Result {
      let command = "stty cols \(columns) rows 24; exec \"$RENDER\" \(arguments)"
      return try await Program(
        "/usr/bin/script",
        ["-qec", command, "/dev/null"],
        environment: ["TERM": term, "NO_COLOR": "1", "RENDER": Program.render],
        in: folder
      ).result()
    }

    /// Everything that the terminal showed at one time or another, line by line.
    private func shown(_ output: String) -> [String] {
      let ends: Set<Character> = ["\r", "\n", "\r\n", "\u{1B}"]
      return output.split { ends.contains($0) }.map {
        String($0.replacing(/^\[\d*[A-Z]/, with: ""))
      }
    }

    @Test(
      "shows what is done with each notebook, and leaves only messages",
      arguments: ["", "verify "]
    )
    func progress(_ command: String) async throws {
      let result = try await script(command + "n --jobs 2")
      let plain = try await Program(
        "/bin/sh",
        ["-c", "\"$RENDER\" \(command) n --jobs 2 2>&1"],
        environment: ["RENDER": Program.render],
        in: folder
      ).result()
      #expect(result.status == 1)
      let verb = command.isEmpty ? "rendering" : "verifying"
      let shown = shown(result.output)
      for name in ["first", "second"] {
        let pattern = try Regex("^\(verb) n/\(name).md \\([12] of 3\\): running cell 2 of 2$")
        #expect(shown.contains { $0.contains(pattern) })
      }
      var terminal = ScreenEmulator(columns: 60)
      terminal.write(result.output)
      #expect(terminal.faults == [])
      var expected = ScreenEmulator(columns: 60)
      expected.write(plain.output)
      func timeless(_ lines: [String]) -> [String] {
        lines.map { $0.replacing(/\d+\.\d\d s/, with: "s") }
      }
      #expect(timeless(terminal.lines) == timeless(expected.lines))
      #expect(!expected.lines.isEmpty)
    }

    @Test("keeps within a narrow terminal")
    func narrow() async throws {
      let result = try await script("n/first.md -o Output", columns: 30)
      #expect(result.status == 0)
      #expect(result.output.contains("rendering "))
      #expect(
        shown(result.output).filter { $0.hasPrefix("rendering") }.allSatisfy { $0.count < 30 }
      )
      #expect(result.output.contains("…"))
    }

    @Test(
      "shows none where it is not wanted or not understood",
      arguments: [
        ("n/first.md --quiet", "xterm"), ("n/first.md", "dumb"), ("verify n/first.md -q", "xterm"),
      ]
    )
    func none(_ arguments: String, _ term: String) async throws {
      let result = try await script(arguments, term: term)
      #expect(result.status == 0)
      #expect(!result.output.contains("\u{1B}"))
      #expect(!result.output.contains("running"))
      #expect(result.output.isEmpty == arguments.contains("-q"))
    }

    @Test("leaves no line behind when it is interrupted")
    func interrupted() async throws {
      let cell =
        "_ = FileManager.default.createFile(atPath: \"begun\", contents: nil)\nwhile true {}"
      try folder.write("```swift\nimport Foundation\n\(cell)\n```\n", to: "endless.md")
      let command = """
        "$RENDER" endless.md --sandbox off & while [ ! -e begun ]; do sleep 0.05; done; sleep 0.3
        kill -TERM $!; wait $!; echo status $?
        """
      let result = try await Program(
        "/usr/bin/script",
        ["-qec", command, "/dev/null"],
        environment: ["TERM": "xterm", "SHELL": "/bin/bash", "RENDER": Program.render],
        in: folder
      ).result()
      #expect(result.output.contains("endless.md: running cell 1 of 1"))
      var terminal = ScreenEmulator()
      terminal.write(result.output)
      #expect(terminal.lines == ["status 143"])
      #expect(terminal.faults == [])
    }
  }
#endif
