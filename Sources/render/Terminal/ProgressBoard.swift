import Foundation
import NotebookProject
import Synchronization

/// Shows what is being done with each notebook in the works, a line for each, where there is a
/// terminal; elsewhere it shows nothing.
///
/// 1. Work tells of its phases (`ProgressList`), which are only noted: a terminal that has been
///    stopped must not stop the work.
/// 2. A queue of its own draws what was noted, at most ten times a second (`ProgressScreen`).
/// 3. What else is written takes the lines away first; they come back below it.
final class ProgressBoard: ProgressObserver {
  private struct Notes {
    var documents = ProgressList()
    var isDrawingDue = false
    var drawn: ContinuousClock.Instant?
  }

  private struct Shown {
    var screen = ProgressScreen()
    /// Whether the cursor stands at the beginning of a line, where progress can be shown.
    var isAtLineStart = true
    var isAbandoned = false
  }

  private let notes = Mutex(Notes())
  private let shown = Mutex(Shown())
  private let queue = DispatchQueue(label: "Progress")
  private let size: @Sendable () -> ProgressScreen.Size
  private let send: (@Sendable (String) -> Void)?

  /// Shows nothing.
  static let silent = ProgressBoard(sendingTo: nil)

  private static let pause = Duration.milliseconds(100)

  /// - Parameters:
  ///   - send: writes to the terminal; `nil` where there is none.
  ///   - size: how large the terminal is.
  init(
    sendingTo send: (@Sendable (String) -> Void)?,
    size: @escaping @Sendable () -> ProgressScreen.Size = { .ofStandardError }
  ) {
    self.send = send
    self.size = size
  }

  func expect(_ verb: String, _ count: Int, lines: Int) {
    notes.withLock { $0.documents.expect(verb, count, lines: lines) }
  }

  func begin(_ path: String) -> Int {
    let number = notes.withLock { $0.documents.begin(path) }
    scheduleDrawing()
    return number
  }

  func tell(_ phase: ProgressPhase, of number: Int) {
    notes.withLock { $0.documents.tell(phase, of: number) }
    scheduleDrawing()
  }

  func end(_ number: Int) {
    notes.withLock { $0.documents.end(number) }
    scheduleDrawing()
  }

  /// Writes something else.
  /// - Parameter endsLine: whether it ends with a line's end.
  func write(endsLine: Bool, _ body: () -> Void) {
    guard let send else { return body() }
    shown.withLock { shown in
      erase(&shown, send)
      body()
      shown.isAtLineStart = endsLine
    }
    scheduleDrawing()
  }

  /// Takes all lines away for good.
  func finish() {
    guard let send else { return }
    notes.withLock { $0.documents.endAll() }
    shown.withLock { erase(&$0, send) }
  }

  /// Takes all lines away and shows no more, unless somebody is writing who may never end.
  func abandon() {
    guard let send else { return }
    _ = shown.withLockIfAvailable { shown in
      erase(&shown, send)
      shown.isAbandoned = true
    }
  }

  private func erase(_ shown: inout Shown, _ send: (String) -> Void) {
    let codes = shown.screen.erase(on: size())
    if !codes.isEmpty { send(codes) }
  }

  private func scheduleDrawing() {
    guard send != nil else { return }
    let delay = notes.withLock { notes -> Duration? in
      guard !notes.isDrawingDue else { return nil }
      notes.isDrawingDue = true
      let next = notes.drawn.map { $0 + Self.pause } ?? .now
      return max(.zero, next - .now)
    }
    guard let delay else { return }
    let nanoseconds = Int(delay / .nanoseconds(1))
    queue.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [weak self] in self?.draw() }
  }

  private func draw() {
    guard let send else { return }
    shown.withLock { shown in
      let documents = notes.withLock { notes in
        notes.isDrawingDue = false
        notes.drawn = .now
        return notes.documents.shown
      }
      guard shown.isAtLineStart, !shown.isAbandoned else { return }
      let size = size()
      let codes = shown.screen.show(documents.map { $0.line(columns: size.lineWidth) }, on: size)
      if !codes.isEmpty { send(codes) }
    }
  }
}
