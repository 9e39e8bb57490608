#if os(Linux)
  import Foundation

  /// The processes of a run: each inherits a mark in its environment.
  struct RunProcesses {
    private let mark = UUID().uuidString

    /// What is added to the environment of the process that begins the run.
    var environment: [String: String] { ["LECTERN_TEST_RUN": mark] }

    /// Those that live.
    var living: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { name in
        guard Int(name) != nil,
          let environment = FileManager.default.contents(atPath: "/proc/\(name)/environ")
        else { return false }
        return environment.range(of: Data("LECTERN_TEST_RUN=\(mark)".utf8)) != nil
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
