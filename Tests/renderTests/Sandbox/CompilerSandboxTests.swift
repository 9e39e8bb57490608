#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("The compiler of a stranger's notebook")
  struct CompilerSandboxTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func verify(_ options: String...) async throws -> Program.Result {
      try await Program(Program.render, ["verify", "course/a.md", "--fresh"] + options, in: folder)
        .result()
    }

    /// A plugin that takes what it can get, and then is none.
    private func writePlugin(leavingBehind mark: String) throws {
      try folder.write(
        """
        #!/bin/sh
        cat "\(folder.path("secret.txt"))" >"\(folder.path("course/stolen.txt"))"
        cat "\(folder.path("secret.txt"))" >/tmp/stolen-by-\(mark)
        cp "$0" "$HOME/.cache/clang/ModuleCache/\(mark)" 2>/dev/null ||
          cp "$0" "$XDG_CACHE_HOME/clang/ModuleCache/\(mark)"
        env >"\(folder.path("course/variables.txt"))"

        """,
        to: "course/plugin"
      )
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: folder.path("course/plugin")
      )
      try folder.write("mine", to: "secret.txt")
      try folder.write(
        """
        ---
        swift-flags: [-load-plugin-executable, "plugin#Stolen"]
        ---
        ```swift
        @freestanding(expression) macro stolen() -> Int = #externalMacro(module: "Stolen", type: "S")
        #stolen
        ```

        """,
        to: "course/a.md"
      )
    }

    @Test("lets no plugin read, write or leave anything, where one is allowed at all")
    func plugin() async throws {
      let mark = UUID().uuidString
      let cache = NSHomeDirectory() + "/.cache/clang/ModuleCache/" + mark
      let places = [
        folder.path("course/stolen.txt"), "/tmp/stolen-by-" + mark,
        folder.path("course/variables.txt"),
      ]
      defer { for place in places + [cache] { try? FileManager.default.removeItem(atPath: place) } }
      func left() -> [String] { places.filter { FileManager.default.fileExists(atPath: $0) } }
      try writePlugin(leavingBehind: mark)

      let refused = try await verify()
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains(
          "course/a.md:2:15: error: a document cannot give the compiler '-load-plugin-executable'"
        ),
        "\(refused.errors)"
      )
      #expect(refused.errors.contains("'allowed-flags: [-load-plugin-executable]' in lectern.yml"))

      try folder.write("allowed-flags: [-load-plugin-executable]\n", to: "course/lectern.yml")
      let inside = try await verify()
      #expect(inside.status == 1)
      #expect(!inside.errors.contains("cannot give the compiler"), "\(inside.errors)")
      #expect(left() == [])
      #expect(!FileManager.default.fileExists(atPath: cache))
      // So the test can fail.
      _ = try await verify("--sandbox", "off")
      #expect(left() == places)
    }

    @Test("sees of what its flags name only what its programs see")
    func hiddenHeader() async throws {
      try folder.write("static const int answer = 42;\n", to: "include/answer.h")
      try folder.write("module Answer { header \"answer.h\" }\n", to: "include/module.modulemap")
      func text(_ inputs: String) -> String {
        "---\nswift-flags: -I ../include\n\(inputs)---\n```swift\nimport Answer\nanswer // => 42\n```\n"
      }
      try folder.write(text(""), to: "course/a.md")
      let hidden = try await verify()
      #expect(hidden.status == 1)
      #expect(
        hidden.errors.contains(
          "course/a.md:2:14: error: the sandbox hides '\(folder.path("include"))' from the compiler"
        ),
        "\(hidden.errors)"
      )
      try folder.write(text("inputs: [../include]\n"), to: "course/a.md")
      let named = try await verify()
      #expect(named.status == 0, "\(named.errors)")
    }
  }
#endif
