import Files
import Foundation

/// The processes of one run: the child's group, and those that left it.
struct ProcessGroup: Sendable {
  /// The child, which leads its group.
  let leader: pid_t
  /// The random text in the environment of each process of this run.
  let run: String
  /// Whether the child is the tool that made a sandbox, in which the program runs.
  var isInSandbox = false

  /// Tells the program to end, which can write out the rest first.
  func askToEnd() {
    guard isInSandbox else { return signal(SIGTERM) }
    // The tool would end at once, and the program with it.
    for process in Self.processes(of: run) where process != leader { _ = kill(process, SIGTERM) }
  }

  /// Sends a signal to the group.
  func signal(_ signal: Int32) {
    _ = kill(-leader, signal)
  }

  /// Ends the group and every process that a cell started and that left the group.
  ///
  /// It must be called before the leader is waited for: until then its number is not given away.
  func end() {
    signal(SIGKILL)
    // A process may start another while the list is read, so until a reading finds none.
    for _ in 0..<50 {
      let strays = Self.processes(of: run).filter { $0 != leader }
      if strays.isEmpty { return }
      for stray in strays { _ = kill(stray, SIGKILL) }
    }
  }

  /// The living processes whose environment names a run.
  static func processes(of run: String) -> [pid_t] {
    #if os(Linux)
      let needle = Array("\(run)\0".utf8)
      let names = Folder.names(in: "/proc")
      return names.compactMap(pid_t.init).filter { id in
        // A process that has ended and is not waited for has no environment any more.
        guard let environment = WholeFile.bytes(of: "/proc/\(id)/environ") else { return false }
        return environment.firstRange(of: needle) != nil
      }
    #else
      return []
    #endif
  }
}
