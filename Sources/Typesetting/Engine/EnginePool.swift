import Synchronization
import Timing

/// The script engines that set pages side by side.
///
/// Starting an engine and warming it up takes as long as hundreds of formulas. So another is started only
/// when pages have waited for those there are as long as that takes.
final class EnginePool: Sendable {
  /// About how long it takes until a new engine is of use.
  private static let startingTime = Duration.milliseconds(400)

  private struct State {
    /// The engines, each with the number of pages that it is setting.
    var engines: [(thread: ScriptThread, pages: Int)] = []
    var fault: (any Error)?
    var waited = Duration.zero
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many engines there may be.
  init(limit: Int) { self.limit = limit }

  /// Whether an engine was needed so far.
  var isStarted: Bool { state.withLock { !$0.engines.isEmpty || $0.fault != nil } }

  /// The engine for everything but pages of formulas.
  ///
  /// - Throws: ``TypesettingFault/engineIsMissing``, each time anew.
  var first: ScriptThread {
    get throws { try state.withLock { try Self.first(&$0) } }
  }

  /// The engine for a page: the least busy one.
  ///
  /// - Throws: ``TypesettingFault/engineIsMissing``, each time anew.
  func take() throws -> ScriptThread {
    try state.withLock { state in
      _ = try Self.first(&state)
      var index =
        state.engines.indices.min { state.engines[$0].pages < state.engines[$1].pages } ?? 0
      if state.engines[index].pages > 0, state.engines.count < limit,
        state.waited > Self.startingTime, let thread = try? Self.start()
      {
        state.waited = .zero
        index = state.engines.count
        state.engines.append((thread, 0))
      }
      state.engines[index].pages += 1
      return state.engines[index].thread
    }
  }

  /// Takes note that a page is done.
  func giveBack(_ thread: ScriptThread) {
    state.withLock { state in
      for index in state.engines.indices where state.engines[index].thread === thread {
        state.engines[index].pages -= 1
      }
    }
  }

  /// Takes an engine out of use whose state is not known. Pages that it still holds are not
  /// disturbed.
  func retire(_ thread: ScriptThread) {
    state.withLock { $0.engines.removeAll { $0.thread === thread } }
  }

  /// Takes note of how long something had to wait for an engine that was at work.
  func note(waited time: Duration) { state.withLock { $0.waited += time } }

  private static func first(_ state: inout State) throws -> ScriptThread {
    if let fault = state.fault { throw fault }
    if let first = state.engines.first { return first.thread }
    do {
      let thread = try start()
      state.engines.append((thread, 0))
      return thread
    } catch {
      state.fault = error
      throw error
    }
  }

  private static func start() throws -> ScriptThread {
    try measured(.engine) { try ScriptThread() }
  }
}
