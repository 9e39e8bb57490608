import Dispatch
import Files
import Synchronization

/// Gathers what is heard of changes that belong together, as when an editor writes aside and renames, and
/// hands it on: nearly at once where a file is whole, and a little later where more may come.
///
/// What changes again and again is handed on less often.
final class ChangeGathering: Sendable {
  private struct State {
    var changes = FileChanges()
    var due: DispatchTime?
    var last = DispatchTime(uptimeNanoseconds: 0)
    /// How often in a row something was handed on just after the last.
    var rush = 0
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "Changes", qos: .userInitiated)
  private let hand: @Sendable (FileChanges) -> Void

  /// How long others are waited for that belong to a change.
  private static let (short, long) = (DispatchTimeInterval.milliseconds(3), 40)
  /// What comes faster is no work of people.
  private static let fast = UInt64(150_000_000)

  /// - Parameter hand: takes what was gathered.
  init(handing hand: @escaping @Sendable (FileChanges) -> Void) { self.hand = hand }

  func add(_ change: WatchedChange) {
    let due = state.withLock { state -> DispatchTime? in
      state.changes.formUnion(change.changes)
      let pause = min(500, Self.long << max(0, state.rush - 3))
      var due = DispatchTime.now() + .milliseconds(pause)
      if change.isWhole, state.rush <= 3 { due = DispatchTime.now() + Self.short }
      guard state.due.map({ due < $0 }) ?? true else { return nil }
      state.due = due
      return due
    }
    guard let due else { return }
    queue.asyncAfter(deadline: due) { [weak self] in self?.handOn(at: due) }
  }

  private func handOn(at due: DispatchTime) {
    let changes = state.withLock { state -> FileChanges? in
      guard state.due == due else { return nil }
      let now = DispatchTime.now()
      let pause = now.uptimeNanoseconds - state.last.uptimeNanoseconds
      state.rush = pause < Self.fast * UInt64(max(1, state.rush - 2)) ? state.rush + 1 : 0
      state.rush = min(state.rush, 7)
      state.last = now
      state.due = nil
      defer { state.changes = FileChanges() }
      return state.changes
    }
    if let changes { hand(changes) }
  }
}
