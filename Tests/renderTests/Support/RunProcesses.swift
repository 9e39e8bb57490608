#if os(Linux)
  import Foundation

  /// The processes of a run: each inherits a mark in its environment, or sleeps for a time that no other
  /// does.
  struct RunProcesses {
    private let mark = UUID().uuidString
    private let sleep = "600.\(Int.random(in: 0..<1_000_000_000))"

    /// What is added to the environment of the process that begins the run.
    var environment: [String: String] {
      ["LECTERN_TEST_RUN": mark, "LECTERN_TEST_SLEEP": sleep]
    }

    /// Those that live.
    var living: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { name in
        guard Int(name) != nil else { return false }
        return [("environ", "LECTERN_TEST_RUN=\(mark)"), ("cmdline", sleep)].contains {
          file,
          text in
          let content = FileManager.default.contents(atPath: "/proc/\(name)/\(file)")
          return content?.range(of: Data(text.utf8)) != nil
        }
      }
    }

    /// Those that still live after some time.
    func left(after time: Duration) async throws -> [String] {
      let deadline = ContinuousClock.now + time
      while !living.isEmpty, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(20))
      }
      return living
    }
  }
#endif
