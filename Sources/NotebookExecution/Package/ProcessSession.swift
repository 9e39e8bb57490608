import Foundation
import Processes

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
    ProcessTable.all.filter { $0.session == leader && !$0.hasEnded }.map(\.id)
  }
}
