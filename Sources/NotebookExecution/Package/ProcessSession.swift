import Foundation

/// The processes of one session.
///
/// A build gives each compiler that it starts a process group of its own, so that ending the build's
/// group does not end them; but they all stay in its session, even when their parent is gone.
struct ProcessSession: Sendable {
  /// The process that began the session.
  let leader: pid_t

  /// Ends all that is left of the session.
  func end() {
    // A process may start another while the list is read, so until a reading finds none.
    for _ in 0..<50 {
      let rest = members
      if rest.isEmpty { return }
      for process in rest { _ = kill(process, SIGKILL) }
    }
  }

  /// The living processes of the session; none where the system does not tell, and there a build that
  /// is interrupted ends its processes itself.
  var members: [pid_t] {
    #if os(Linux)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap(pid_t.init).filter { getsid($0) == leader && Self.isAlive($0) }
    #else
      return []
    #endif
  }

  /// Whether a process has not ended; one that has and is not waited for keeps its number.
  private static func isAlive(_ process: pid_t) -> Bool {
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else {
      return false
    }
    // The program's name stands in parentheses and may hold anything; the state follows it.
    let rest = data.suffix(from: data.lastIndex(of: UInt8(ascii: ")")) ?? data.startIndex)
    return !rest.dropFirst(2).starts(with: Data("Z".utf8))
  }
}
