#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @testable import NotebookExecution

  @Suite("A program of a stranger")
  struct SandboxTests {
    private let folder: ScratchFolder
    private let processes = RunProcesses()

    init() throws { folder = try ScratchFolder() }

    /// Verifies a document.
    private func verify(
      _ options: String...,
      environment: [String: String] = [:]
    ) async throws -> Program.Result {
      try await Program(
        Program.render,
        ["verify", "course/a.md"] + options,
        environment: environment,
        in: folder
      ).result()
    }

    /// Each promises that something cannot be had.
    private func attacks(port: UInt16, sleeping sleep: String) -> [String] {
      [
        // A file of somebody else's.
        "(try? String(contentsOfFile: \"../secret.txt\", encoding: .utf8)) == nil",
        // A file in another's place, and beside the document.
        "!FileManager.default.createFile(atPath: \"../secret.txt\", contents: nil)",
        "!FileManager.default.createFile(atPath: \"beside.txt\", contents: nil)",
        // Keys in variables.
        "getenv(\"LECTERN_TEST_SECRET\") == nil",
        // Other processes, whose memory or variables can be read.
        "(try! FileManager.default.contentsOfDirectory(atPath: \"/proc\")).compactMap { Int($0) }.count < 4",
        // Results of others, which could be written anew.
        "((try? FileManager.default.contentsOfDirectory(atPath: \".lectern\")) ?? []).isEmpty",
        // A server on this machine.
        "!reaches(\(port))",
        // A child that nobody finds.
        "leavesChild() && !FileManager.default.fileExists(atPath: \"/proc/\\(getppid())/cwd/secret.txt\")",
      ]
      .map { "\($0) // => true" } + [helpers(sleep)]
    }

    private func helpers(_ sleep: String) -> String {
      """
      func reaches(_ port: UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        return withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
          }
        }
      }
      func leavesChild() -> Bool {
        let child = Process()
        child.executableURL = URL(filePath: "/usr/bin/env")
        child.arguments = ["-i", "/usr/bin/setsid", "/bin/sleep", "\(sleep)"]
        return (try? child.run()) != nil
      }
      """
    }

    @Test("has no file, variable, process, server or result but what is its own")
    func attacks() async throws {
      let server = try RequestCounter()
      let sleep = try #require(processes.environment["LECTERN_TEST_SLEEP"])
      let cells = attacks(port: server.port, sleeping: sleep)
      let text = cells.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
      try folder.write("```swift\nimport Foundation\n```\n\n" + text, to: "course/a.md")
      let secret = ["LECTERN_TEST_SECRET": "key"]
      func refill() throws {
        try folder.write("mine", to: "secret.txt")
        try? FileManager.default.removeItem(atPath: folder.path("course/beside.txt"))
        try folder.write("", to: "course/.lectern/mine")
      }
      try refill()
      let inside = try await verify(environment: secret)
      #expect(inside.status == 0, "\(inside.errors)")
      #expect(
        inside.errors.contains(
          "course/a.md:18:8: warning: the sandbox hides the environment variable "
            + "'LECTERN_TEST_SECRET' from the cells\n"
        )
      )
      #expect(processes.living == [])
      #expect(try folder.read("secret.txt") == "mine")
      // Each of them comes to its end where nothing is in its way, so that the test can fail.
      try refill()
      let outside = try await verify("--sandbox", "off", environment: secret)
      let broken = outside.errors.matches(of: /error: 'true' is promised here/).count
      #expect(broken == cells.count - 1, "\(outside.errors)")
      for process in processes.living.compactMap(Int32.init) { kill(process, SIGKILL) }
    }

    @Test("reads and writes what its document and its reader name")
    func allowed() async throws {
      try folder.write("far", to: "data/far.txt")
      try folder.write("beside", to: "course/shared/near.txt")
      try folder.write("outputs: [figures]\n", to: "course/lectern.yml")
      try folder.write(
        """
        ---
        inputs: [../../data/far.txt]
        env: [LECTERN_TEST_PLANET]
        ---
        ```swift
        import Foundation
        try contents(of: "../../data/far.txt") // => "far"
        try contents(of: "../shared/near.txt") // => "beside"
        String(cString: getenv("LECTERN_TEST_PLANET")) // => "Mars"
        try "a".write(toFile: "../figures/a.txt", atomically: true, encoding: .utf8)
        try "b".write(toFile: "/tmp/b.txt", atomically: true, encoding: .utf8)
        ```

        """,
        to: "course/one/a.md"
      )
      try FileManager.default.createDirectory(
        atPath: folder.path("course/figures"),
        withIntermediateDirectories: true
      )
      let result = try await Program(
        Program.render,
        ["verify", "course/one/a.md"],
        environment: ["LECTERN_TEST_PLANET": "Mars"],
        in: folder
      ).result()
      #expect(result.errors == "")
      #expect(result.status == 0)
      #expect(try folder.read("course/figures/a.txt") == "a")
    }

    @Test("is not let out by its own document, which is told so")
    func ownWord() async throws {
      try folder.write(
        """
        ---
        sandbox: off
        outputs: [.]
        ---
        ```swift
        import Foundation
        FileManager.default.createFile(atPath: "a.txt", contents: nil) // => false
        ```

        """,
        to: "course/a.md"
      )
      let result = try await verify()
      #expect(result.status == 0)
      for place in ["2:1: warning: 'sandbox'", "3:1: warning: 'outputs'"] {
        #expect(
          result.errors.contains(
            "course/a.md:\(place) allows nothing here, for a notebook cannot allow itself more\n"
          )
        )
      }
    }

    @Test("sees nothing private in a home folder that its document lies in")
    func home() async throws {
      let own = ProcessInfo.processInfo.environment
      let caches = own["XDG_CACHE_HOME"] ?? own["HOME"].map { $0 + "/.cache" } ?? "/tmp"
      try folder.write("private", to: "course/.ssh/key")
      try folder.write("private", to: "course/.history")
      try folder.write("open", to: "course/data.txt")
      try folder.write(
        """
        ```swift
        (try? contents(of: ".ssh/key")) == nil // => true
        (try? contents(of: ".history")) ?? "" // => ""
        try contents(of: "data.txt") // => "open"
        ```

        """,
        to: "course/a.md"
      )
      let home = ["HOME": folder.path("course"), "XDG_CACHE_HOME": caches]
      let result = try await verify(environment: home)
      #expect(result.errors == "")
      #expect(result.status == 0)
    }

    @Test(
      "is told what it was refused, and how that is allowed",
      arguments: [
        (
          "try contents(of: \"../secret.txt\")",
          "the sandbox hides '../secret.txt' from this cell; name it under 'inputs:'"
        ),
        (
          "try String(contentsOfFile: \"../secret.txt\", encoding: .utf8)",
          "the sandbox hides '../secret.txt' from this cell; name it under 'inputs:'"
        ),
        (
          "FileManager.default.contents(atPath: \"../secret.txt\")!",
          "the sandbox hides '../secret.txt' from this cell; name it under 'inputs:'"
        ),
        (
          "try \"a\".write(toFile: \"a.txt\", atomically: false, encoding: .utf8)",
          "in the sandbox cells write only to temporary folders; allow others by 'outputs:'"
        ),
        (
          "try \"a\".write(toFile: \"a.txt\", atomically: true, encoding: .utf8)",
          "in the sandbox cells write only to temporary folders; allow others by 'outputs:'"
        ),
      ]
    )
    func refusals(code: String, help: String) async throws {
      try folder.write("mine", to: "secret.txt")
      try folder.write("```swift\nimport Foundation\n\(code)\n```\n", to: "course/a.md")
      let result = try await verify()
      #expect(result.status == 1)
      #expect(result.errors.contains("course/a.md:3:"))
      #expect(result.errors.contains("   = help: \(help)"), "\(result.errors)")
    }

    @Test("runs in a lesser sandbox of its own, or not at all, where there is no tool for another")
    func noTool() async throws {
      let server = try RequestCounter()
      let sleep = try #require(processes.environment["LECTERN_TEST_SLEEP"])
      let isPossible = LesserSandbox.isPossible
      try folder.write("mine", to: "secret.txt")
      try folder.write(
        """
        ```swift
        import Foundation
        \(helpers(sleep))
        ```

        ```swift
        (try? String(contentsOfFile: "../secret.txt", encoding: .utf8)) == nil // => \(isPossible)
        FileManager.default.createFile(atPath: "beside.txt", contents: nil) // => \(!isPossible)
        (try? Data().write(to: URL(filePath: NSTemporaryDirectory() + "/own.txt"))) != nil // => true
        reaches(\(server.port)) // => \(!isPossible)
        FileManager.default.contents(atPath: "/proc/\(ProcessInfo.processInfo.processIdentifier)/environ") == nil
        // => \(isPossible)
        ```

        """,
        to: "course/a.md"
      )
      let compiler = try #require(Toolchain(compiler: nil)).compiler
      try FileManager.default.createDirectory(
        atPath: folder.path("bin"),
        withIntermediateDirectories: true
      )
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("bin/swiftc"),
        withDestinationPath: compiler
      )
      let path = ["PATH": folder.path("bin")]
      let told = try await verify(environment: path)
      #expect(told.status == 0, "\(told.errors)")
      #expect(
        told.errors
          == "note: the programs ran "
          + (isPossible
            ? "in a lesser sandbox, which they made for themselves" : "without a sandbox")
          + ": there is no 'bwrap' on the PATH; install bubblewrap, as by 'apt install bubblewrap'\n"
      )
      #expect(try await verify("--quiet", environment: path).errors == "")
      let refused = try await verify("--sandbox", "on", "--fresh", environment: path)
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains(
          "course/a.md: error: this must run in a sandbox, and there is no 'bwrap' on the PATH\n"
        )
      )
      try folder.write("```swift\n6 * 7 // => 42\n```\n", to: "course/a.md")
      #expect(try await verify("--sandbox", "off", environment: path).errors == "")
    }

    @Test("leaves no process when the program that runs it is killed, whatever it has closed")
    func killed() async throws {
      let sleep = try #require(processes.environment["LECTERN_TEST_SLEEP"])
      try folder.write(
        """
        ```swift
        import Foundation
        \(helpers(sleep))
        func hide() {
          _ = leavesChild()
          for descriptor in Int32(0)..<400 { close(descriptor) }
          while true { Foundation.sleep(600) }
        }
        hide()
        ```

        """,
        to: "course/a.md"
      )
      let program = try Program(Program.render, ["verify", "course/a.md"], in: folder)
      while processes.living.isEmpty {
        try #require(program.isRunning)
        try await Task.sleep(for: .milliseconds(20))
      }
      try await Task.sleep(for: .milliseconds(200))
      program.kill()
      _ = try await program.result()
      #expect(try await processes.left(after: .seconds(10)) == [])
    }

    @Test("ends there as it does elsewhere")
    func endings() async throws {
      let endings = [
        "exit(3)": "this ends the program, with status 3, before the notebook's end",
        "exit(139)": "this ends the program, with status 139, before the notebook's end",
        "kill(getpid(), SIGKILL)": "the notebook was killed here",
        "abort()": "the program called 'abort'",
        "[1][2]": "Index out of range",
        "print(\"said\"); while true {}": "the notebook ran longer than 1 s",
      ]
      for (code, message) in endings {
        try folder.write("```swift\nimport Foundation\n\(code)\n```\n", to: "course/a.md")
        let result = try await verify("--timeout", "1")
        #expect(result.errors.contains("error: \(message)\n"), "\(code): \(result.errors)")
      }
    }
  }
#endif
