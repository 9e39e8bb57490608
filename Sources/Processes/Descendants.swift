import Foundation
import Synchronization

/// The processes that this one started, and those that they started, however deep.
enum Descendants {
  /// The children that this process had before it was this program, as in `server & exec render`. They
  /// are not its to end.
  private static let inherited = Mutex<Set<pid_t>>([])

  /// The sessions of programs that were started for the user and are theirs to end.
  private static let spared = Mutex<Set<pid_t>>([])

  /// Takes note that a session is not to be ended.
  static func spare(session: pid_t) { spared.withLock { _ = $0.insert(session) } }

  /// Takes note of the children that are there already.
  static func noteInherited() {
    guard exist else { return }
    let own = getpid()
    let children = ProcessTable.all.filter { $0.parent == own }.map(\.id)
    inherited.withLock { $0.formUnion(children) }
  }

  /// Has the system give this process the children of those that end, so that none of them is out of
  /// sight, whatever group, session or environment it has given itself.
  static func adoptOrphans() {
    #if os(Linux)
      typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
      guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "prctl") else { return }
      _ = unsafeBitCast(symbol, to: Control.self)(setChildSubreaper, 1, 0, 0, 0)
    #endif
  }

  #if os(Linux)
    /// `PR_SET_CHILD_SUBREAPER`
    private static let setChildSubreaper: Int32 = 36
  #endif

  /// Ends them.
  /// - Returns: whether all have ended.
  static func end() -> Bool {
    guard exist else { return true }
    let found = all
    for process in found { kill(process.id, SIGKILL) }
    return found.allSatisfy(\.hasEnded)
  }

  /// Whether there are any, which is found out much faster than which.
  private static var exist: Bool {
    var information = siginfo_t()
    let result = waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT)
    return !(result == -1 && errno == ECHILD)
  }

  private static var all: [ProcessTable.Process] {
    let inherited = inherited.withLock { $0 }
    let spared = spared.withLock { $0 }
    let children = Dictionary(
      grouping: ProcessTable.all.filter {
        !inherited.contains($0.id) && !spared.contains($0.session)
      },
      by: \.parent
    )
    var found: [ProcessTable.Process] = []
    var next = [getpid()]
    while let parent = next.popLast() {
      let new = children[parent] ?? []
      found += new
      next += new.map(\.id)
    }
    return found
  }
}
