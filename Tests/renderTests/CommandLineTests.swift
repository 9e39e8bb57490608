import Foundation
import TestSupport
import Testing

@Suite("The program")
struct CommandLineTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("explains itself with examples and statuses")
  func help() async throws {
    let result = try await Program.render("--help", in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "")
    // The library sets the line of usage itself.
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
    #expect(lines.allSatisfy { $0.count <= 80 })
    for words in [
      "EXAMPLES", "render Notebooks/softmax.md    writes", "EXIT STATUS", "--no-run", "-o,",
      "for each notebook in a folder\n",
    ] {
      #expect(result.output.contains(words))
    }
  }

  @Test("tells its version")
  func version() async throws {
    let result = try await Program.render("--version", in: folder)
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "ends with 64 where it is used wrongly, and says why",
    arguments: [
      ([], "Missing expected argument '<notebook> ...'"),
      (["--jbos", "2", "a.md"], "Unknown option '--jbos'"),
      (["--jobs", "0", "a.md"], "--jobs takes a number from 1 to 1024, not '0'."),
      (
        ["--jobs", "\(Int.max)", "a.md"], "--jobs takes a number from 1 to 1024, not '\(Int.max)'."
      ),
      (["--timeout", "-1", "a.md"], "Missing value for '--timeout <seconds>'"),
      (["--timeout", "0", "a.md"], "--timeout takes a number of seconds above 0, not '0.0'."),
      (["--timeout", "soon", "a.md"], "The value 'soon' is invalid for '--timeout <seconds>'"),
    ]
  )
  func wrongUse(_ arguments: [String], _ message: String) async throws {
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == 64)
    #expect(result.errors.contains("Error: " + message))
    #expect(result.output == "")
  }

  @Test("writes into Output of the working folder, and ends with 0")
  func success() async throws {
    try folder.write("The answer is `{swift} 6 * 7`.\n", to: "a.md")
    let result = try await Program.render("a.md", in: folder)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.wholeMatch(of: /a\.md → Output\/a\.html \(\d+\.\d\d s\)\n/) != nil)
    #expect(try folder.read("Output/a.html").contains("42"))
  }

  @Test(
    "ends with the status of the worst that happened",
    arguments: [
      (["bad.md", "good.md"], 1), (["good.md", "none.md", "bad.md"], 66),
      (["good.md", "-o", "good.md/pages"], 74), (["good.md", "sub/good.md"], 64),
    ]
  )
  func statuses(_ arguments: [String], _ status: Int) async throws {
    try folder.write("# Good\n", to: "good.md")
    try folder.write("# Good\n", to: "sub/good.md")
    try folder.write("@sec-nowhere\n", to: "bad.md")
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == status)
    #expect(result.errors.contains(": error: "))
  }

  @Test(
    "sends no escape codes where there is no terminal",
    arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]]
  )
  func noEscapeCodes(_ environment: [String: String]) async throws {
    try folder.write("@sec-nowhere\n", to: "bad.md")
    let result = try await Program.render("bad.md", environment: environment, in: folder)
    #expect(result.errors.hasPrefix("bad.md:1:1: error: "))
    #expect(!result.errors.contains("\u{1B}"))
    #expect(!result.errors.contains("\r"))
  }

  #if os(Linux)
    @Test("colours errors on a terminal, unless NO_COLOR asks for none", arguments: [true, false])
    func terminal(_ hasColor: Bool) async throws {
      try folder.write("@sec-nowhere\n", to: "bad.md")
      // `script`, which every Linux has, gives a program a terminal.
      let environment = [
        "NO_COLOR": hasColor ? "" : "1", "TERM": "xterm", "RENDER": try Program.render,
      ]
      let result = try await Program(
        "/usr/bin/script",
        ["-qec", "\"$RENDER\" bad.md", "/dev/null"],
        environment: environment,
        in: folder
      ).result()
      #expect(result.status == 1)
      #expect(result.output.contains("\u{1B}[1;31merror:") == hasColor)
    }
  #endif

  @Test("says what to install where there is no Swift toolchain")
  func noToolchain() async throws {
    try folder.write("`{swift} 1`\n", to: "a.md")
    let result = try await Program.render(
      "a.md",
      environment: ["PATH": folder.path("bin")],
      in: folder
    )
    #expect(result.status == 1)
    #expect(
      result.errors == """
        a.md: error: there is no 'swiftc' on the PATH
          = help: install Swift 6.2 or later from https://swift.org/install

        """
    )
    #expect(try folder.files(in: "Output") == [])
  }

  @Test("needs no Swift toolchain for a notebook without Swift")
  func plainMarkdown() async throws {
    try folder.write("# A\n", to: "a.md")
    let result = try await Program.render(
      "a.md",
      environment: ["PATH": folder.path("bin")],
      in: folder
    )
    #expect(result.status == 0)
  }
}
