#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("Ctrl-C and its kin")
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

    @Test("end each stage at once and leave nothing behind", arguments: Stage.all)
    func stages(_ stage: Stage) async throws {
      for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { try await send(signal, in: stage) }
    }

    @Test("a process that a cell leaves behind does not outlive the run, however it hides")
    func hidden() async throws {
      try folder.write(
        """
        ```swift
        import Glibc
        let command = "setsid env -i /bin/sleep $LECTERN_TEST_SLEEP </dev/null >/dev/null 2>&1 &"
        pclose(popen(command, "r"))
        // It has left its environment behind once it is the other program.
        usleep(300_000)
        ```

        """,
        to: "a.md"
      )
      let result = try await Program(
        Program.render,
        ["a.md"],
        environment: processes.environment,
        in: folder
      ).result()
      #expect(result.errors == "")
      #expect(result.status == 0)
      #expect(processes.living == [])
    }

    @Test("a process that was there before the run is left alone")
    func inherited() async throws {
      try folder.write("Words.\n", to: "a.md")
      let before =
        "(while [ ! -e Output/a.html ]; do sleep 0.1; done; sleep 1; echo > survived) &"
      let result = try await Program(
        "/bin/sh",
        ["-c", "\(before) exec \"$RENDER\" a.md"],
        environment: processes.environment.merging(["RENDER": Program.render]) { $1 },
        in: folder
      ).result()
      #expect(result.status == 0)
      while processes.living != [] { try await Task.sleep(for: .milliseconds(20)) }
      #expect(try folder.files().contains("survived"))
    }

    /// Sends a signal as soon as a stage has begun, and looks at what is left.
    private func send(_ signal: Int32, in stage: Stage) async throws {
      try stage.prepare(folder)
      let program = try begin(stage)
      let hasBegun = await withCheckedContinuation { continuation in
        // On a thread of its own: other tests may keep all others busy for longer than a notebook may
        // run.
        Thread.detachNewThread {
          let begin = StageBegin(program, in: folder)
          var hasBegun = false
          while !hasBegun, program.isRunning {
            hasBegun = stage.hasBegun(begin)
            if !hasBegun { usleep(1000) }
          }
          kill(program.id, signal)
          continuation.resume(returning: hasBegun)
          // What it has open stays open, so that nothing that was waited for comes.
          withExtendedLifetime(begin) { while program.isRunning { usleep(1000) } }
        }
      }
      let result = try await program.result()
      #expect(hasBegun, "it has ended with \(result.status) before: \(result.output)")
      #expect(result.signal == signal)
      #expect(result.errors == "")
      #expect(processes.living == [])
      #expect(try names(in: "temporary") == [])
      let files = try folder.files()
      #expect(files.filter { $0.hasSuffix(".part") || $0.contains(".lectern-") } == [])
    }

    private func begin(_ stage: Stage) throws -> Program {
      var environment = processes.environment
      environment["TMPDIR"] = folder.path("temporary")
      environment["BEGUN"] = folder.path("begun")
      environment["PATH"] =
        folder.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
      return try Program(
        "/bin/sh",
        ["-c", "exec \"$RENDER\" \(stage.arguments)"],
        environment: environment.merging(["RENDER": Program.render]) { $1 },
        in: folder
      )
    }

    private func names(in name: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path(name))
    }
  }
#endif
