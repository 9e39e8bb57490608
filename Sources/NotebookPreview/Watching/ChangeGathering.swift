import Dispatch
import Files
import Synchronization

/// Gathers what is heard of changes that belong together, as when an editor writes aside and renames, and
/// hands it on: nearly at once where a file is whole, and else when it has been left alone for a moment, as
/// half of a notebook is of no use.
///
/// What changes again and again is handed on less often.
final class ChangeGathering: Sendable {
  /// What was heard of one path.
  private struct Heard {
    var isEntry = false
    var isContent = false
    var first: DispatchTime
    var due: DispatchTime
  }

  private struct State {
    var heard: [String: Heard] = [:]
    var isEverything = false
    var timer: DispatchTime?
    var last = DispatchTime(uptimeNanoseconds: 0)
    /// How often in a row something was handed on just after the last.
    var rush = 0
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "Changes", qos: .userInitiated)
  private let hand: @Sendable (FileChanges) -> Void

  /// How long a file is waited for that is whole, and one that may not be, in milliseconds.
  private static let (short, long) = (3, 40)
  /// How long one is waited for that never rests.
  private static let longest = 500
  /// What comes faster is no work of people, in nanoseconds.
  private static let fast = UInt64(150_000_000)

  /// - Parameter hand: takes what was gathered.
  init(handing hand: @escaping @Sendable (FileChanges) -> Void) { self.hand = hand }

  func add(_ changes: [WatchedChange]) {
    let now = DispatchTime.now()
    let due = state.withLock { state -> DispatchTime? in
      let slowness = max(0, state.rush - 3)
      let pause = min(Self.longest, Self.long << slowness)
      for change in changes {
        guard let path = change.path else {
          state.isEverything = true
          continue
        }
        let isShort = change.isWhole && slowness == 0
        var due = now + .milliseconds(isShort ? Self.short : pause)
        let old = state.heard[path]
        if let old { due = isShort ? due : min(due, old.first + .milliseconds(Self.longest)) }
        state.heard[path] = Heard(
          isEntry: change.isEntry || old?.isEntry == true,
          isContent: change.isContent || old?.isContent == true,
          first: old?.first ?? now,
          due: due
        )
      }
      return Self.nextTimer(&state, now)
    }
    wait(until: due)
  }

  /// When there is something to hand on, unless that is waited for already.
  private static func nextTimer(_ state: inout State, _ now: DispatchTime) -> DispatchTime? {
    let next = state.isEverything ? now : state.heard.values.map(\.due).min()
    guard let next, state.timer.map({ next < $0 }) ?? true else { return nil }
    state.timer = next
    return next
  }

  private func wait(until due: DispatchTime?) {
    guard let due else { return }
    queue.asyncAfter(deadline: due) { [weak self] in self?.handOn(at: due) }
  }

  private func handOn(at timer: DispatchTime) {
    let (changes, next) = state.withLock { state -> (FileChanges, DispatchTime?) in
      guard state.timer == timer else { return (FileChanges(), nil) }
      let now = DispatchTime.now()
      state.timer = nil
      var changes = state.isEverything ? FileChanges.everything : FileChanges()
      state.isEverything = false
      for (path, heard) in state.heard where heard.due <= now {
        if heard.isEntry { changes.add(entry: path) }
        if heard.isContent { changes.add(content: path) }
        state.heard[path] = nil
      }
      if !changes.isEmpty {
        let pause = now.uptimeNanoseconds - state.last.uptimeNanoseconds
        let isRushed = pause < Self.fast * UInt64(max(1, state.rush - 2))
        state.rush = isRushed ? min(state.rush + 1, 7) : 0
        state.last = now
      }
      return (changes, Self.nextTimer(&state, now))
    }
    if !changes.isEmpty { hand(changes) }
    wait(until: next)
  }
}
