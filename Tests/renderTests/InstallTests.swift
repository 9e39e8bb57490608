import Foundation
import TestSupport
import Testing

@Suite("An installed program")
struct InstallTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func install(_ arguments: String...) async throws -> Program.Result {
    let script = PackageFiles.folder.appending(path: "Scripts/install").path
    return try await Program(script, arguments, in: folder).result()
  }

  @Test("has all that it needs under its prefix, and shells complete its words")
  func works() async throws {
    for _ in 1...2 {
      let installed = try await install("--prefix", "a prefix", "--program", Program.render)
      #expect(installed.status == 0, "\(installed.errors)")
      #expect(installed.output.contains("a prefix/bin/render is there"))
    }
    #expect(try folder.names(in: "a prefix/bin") == ["render"])
    try folder.write("$$x^2$$\n\nHalf of it is `{swift} 1.0 / 2`.\n", to: "a.md")
    let rendered = try await Program(
      folder.path("a prefix/bin/render"),
      ["a.md"],
      // Nothing of the user's own is looked at.
      environment: ["HOME": folder.path("home"), "LECTERN_ASSETS": "", "XDG_DATA_HOME": ""],
      in: folder
    ).result()
    #expect(rendered.errors == "")
    #expect(try folder.read("Output/a.html").contains("<svg"))
    let completions = try folder.read("a prefix/share/bash-completion/completions/render")
    for word in ["plan", "verify", "serve", "new", "--no-run"] {
      #expect(completions.contains(word))
    }
    for file in ["zsh/site-functions/_render", "fish/vendor_completions.d/render.fish"] {
      #expect(try folder.read("a prefix/share/\(file)").contains("verify"))
    }
  }

  @Test("is not there where it cannot be, and why is told")
  func refused() async throws {
    #expect(try await install("--program", "nowhere").status == 66)
    #expect(try await install("--prefix").status == 64)
    let wrong = try await install("--perfix", "x")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("there is no option '--perfix'"))
  }

  @Test("says of each command what it does, by 'help' too", arguments: ["plan", "serve", "new"])
  func help(_ command: String) async throws {
    let asked = try await Program(Program.render, ["help", command], in: folder).result()
    let other = try await Program(Program.render, [command, "--help"], in: folder).result()
    #expect(asked.status == 0)
    #expect(asked.output == other.output)
    #expect(asked.output.contains("USAGE: render \(command)"))
  }
}
