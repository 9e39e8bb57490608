#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @Suite("A render that is killed", .serialized)
  struct KilledRenderTests {
    private let folder: ScratchFolder
    private let processes = RunProcesses()

    init() throws {
      folder = try ScratchFolder()
      try FileManager.default.createDirectory(
        atPath: folder.path("temporary"),
        withIntermediateDirectories: true
      )
    }

    private func begin(_ arguments: String...) throws -> Program { try begin(arguments) }

    private func begin(_ arguments: [String]) throws -> Program {
      let environment = processes.environment.merging(["TMPDIR": folder.path("temporary")]) { $1 }
      return try Program(Program.render, arguments, environment: environment, in: folder)
    }

    /// Runs to the end.
    private func finish(_ options: String...) async throws {
      let result = try await begin(["course", "--verbose"] + options).result()
      #expect(result.status == 0)
      #expect(result.errors == "")
    }

    /// Kills a run after a while.
    /// - Returns: whether it was still running.
    private func kill(_ program: Program, after delay: Duration) async throws -> Bool {
      let end = ContinuousClock.now + delay
      let isRunning = await withCheckedContinuation { continuation in
        // On a thread of its own, as other tests may keep all others busy.
        Thread.detachNewThread {
          while program.isRunning, ContinuousClock.now < end { usleep(500) }
          continuation.resume(returning: program.isRunning)
          program.kill()
        }
      }
      _ = try await program.result()
      return isRunning
    }

    @Test("leaves each page as it was or as it is to be, 200 times, and a store that is whole")
    func kills() async throws {
      var generator = SeededGenerator(seed: 11)
      var version = Course.Version.first
      try Course.write(version, to: folder)
      try await finish()
      var before = Snapshot(of: folder.path("Output"))
      var (kills, unchanged, changed) = (0, 0, 0)
      // About how long a run takes, from kept results and from none, as the machine is busy now.
      var whole = [Duration.milliseconds(300), .seconds(2)]
      var round = 0
      while kills < 200 {
        round += 1
        if round.isMultiple(of: 3) {
          version = version.next
          try Course.write(version, to: folder)
        }
        let isFresh = round.isMultiple(of: 16)
        if round.isMultiple(of: 48) {
          try FileManager.default.removeItem(atPath: folder.path(".store"))
        }
        let kind = isFresh ? 1 : 0
        let delay = whole[kind] * Double.random(in: 0...1, using: &generator)
        let program = try isFresh ? begin("course", "--fresh") : begin("course")
        if try await kill(program, after: delay) {
          kills += 1
          whole[kind] = whole[kind] * 1.05
        } else {
          whole[kind] = whole[kind] * 0.8
        }
        let after = Snapshot(of: folder.path("Output"))
        let pages = try await Course.pages(version)
        #expect(after.faults(since: before, until: pages) == [], "round \(round)")
        if after == before { unchanged += 1 } else { changed += 1 }
        before = after
      }
      // Else the kills have not met all of a run.
      #expect(unchanged > 10, "\(unchanged)")
      #expect(changed > 10, "\(changed)")
      // A run that has nothing to compile makes no temporary folder, and looks for none.
      try await finish("--fresh")
      let end = Snapshot(of: folder.path("Output"))
      #expect(try await end == Course.pages(version))
      #expect(end.leftovers == [])
      #expect(Snapshot(of: folder.path("temporary")).names == [])
      #expect(try await processes.left(after: .seconds(10)) == [])
    }

    @Test(
      "leaves files and folders that the next run removes, but for those that another run holds"
    )
    func leftovers() async throws {
      let names = ["Output/.lectern-a-1-1-0.part", "Output/.lectern-a-1-2-0.part"]
      let folders = ["temporary/lectern-run-1", "temporary/lectern-run-2"]
      for name in names + folders.map({ $0 + "/main.swift" }) { try folder.write("", to: name) }
      try folder.write("mine", to: "Output/.other.part")
      let held = [names[0], folders[0]].map { open(folder.path($0), O_RDONLY) }
      defer { for descriptor in held { close(descriptor) } }
      for descriptor in held { #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0) }
      try folder.write("```swift\n1\n```\n", to: "a.md")
      #expect(try await begin("a.md").result().status == 0)
      #expect(
        try folder.files(in: "Output") == [".lectern-a-1-1-0.part", ".other.part", "a.html"]
      )
      #expect(try folder.files(in: "temporary") == ["lectern-run-1/main.swift"])
    }

    @Test("takes a cell that runs for ever with it, and what that started")
    func endlessCell() async throws {
      let cell = """
        import Foundation
        var child = pid_t()
        posix_spawn(&child, "/bin/sleep", nil, nil, [strdup("sleep"), strdup("1000"), nil], environ)
        _ = FileManager.default.createFile(atPath: "begun", contents: nil)
        while true {}
        """
      try folder.write("```swift\n\(cell)\n```\n", to: "a.md")
      let program = try begin("a.md", "--sandbox", "off")
      while program.isRunning, !FileManager.default.fileExists(atPath: folder.path("begun")) {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(processes.living.count == 3)
      program.kill()
      _ = try await program.result()
      let left = try await processes.left(after: .seconds(5))
      #expect(left == [])
      for process in left.compactMap(Int32.init) { Foundation.kill(process, SIGKILL) }
      #expect(!FileManager.default.fileExists(atPath: folder.path("Output")))
    }

    @Test("is not what happens where a cell is killed; that is told, is no crash, and is forgotten")
    func killedCell() async throws {
      let cell = """
        import Foundation
        if !FileManager.default.fileExists(atPath: "room") { kill(getpid(), SIGKILL) }
        [1][2]
        """
      try folder.write("```swift should-crash\n\(cell)\n```\n", to: "a.md")
      let killed = try await begin("a.md").result()
      #expect(killed.status == 1)
      #expect(killed.errors.contains("a.md:3:1: error: the notebook was killed here\n"))
      try folder.write("", to: "room")
      let free = try await begin("a.md").result()
      #expect(free.status == 0)
      #expect(free.errors == "")
    }
  }
#endif
