#if os(Linux)
  import Foundation
  import Testing

  @Suite("Ctrl-C")
  struct InterruptionTests {
    private let folder: ScratchFolder
    private let processes = RunProcesses()

    init() throws {
      folder = try ScratchFolder()
      try FileManager.default.createDirectory(
        atPath: folder.path("temporary"),
        withIntermediateDirectories: true
      )
    }

    @Test("ends a cell that runs for ever, and leaves nothing behind")
    func endlessCell() async throws {
      let cell = """
        import Foundation
        _ = FileManager.default.createFile(atPath: "begun", contents: nil)
        while true {}
        """
      try folder.write("```swift\n\(cell)\n```\n", to: "a.md")
      try await interrupt()
    }

    @Test("ends a compiler that runs for ever, and leaves nothing behind")
    func endlessCompiler() async throws {
      let compiler = try folder.write(
        "#!/bin/sh\ntouch \"\(folder.path("begun"))\"\nsleep 1000\n",
        to: "bin/swiftc"
      )
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: compiler)
      try folder.write("```swift\n1\n```\n", to: "a.md")
      try await interrupt(path: folder.path("bin") + ":/usr/bin:/bin")
    }

    /// Starts `render a.md`, sends it what Ctrl-C sends when the file `begun` is there, and looks
    /// at what is left.
    private func interrupt(path: String? = nil) async throws {
      var environment = processes.environment
      environment["TMPDIR"] = folder.path("temporary")
      environment["PATH"] = path
      let program = try Program(
        Program.render,
        ["a.md"],
        environment: environment,
        in: folder
      )
      let (count, files) = await withCheckedContinuation { continuation in
        // On a thread of its own: other tests may keep all others busy for longer than a notebook may
        // run.
        Thread.detachNewThread {
          while program.isRunning, !FileManager.default.fileExists(atPath: folder.path("begun")) {
            usleep(20_000)
          }
          let found = (processes.living.count, (try? names(in: "temporary").count) ?? 0)
          kill(program.id, SIGINT)
          continuation.resume(returning: found)
        }
      }
      #expect(count > 1)
      #expect(files > 0)
      let result = try await program.result()
      #expect(result.status == 130)
      #expect(result.output == "")
      #expect(result.errors == "")
      #expect(processes.living == [])
      #expect(try names(in: "temporary") == [])
      #expect(!FileManager.default.fileExists(atPath: folder.path("Output")))
    }

    private func names(in name: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path(name))
    }
  }
#endif
