#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The running notebook's end of the recording: sends an event, and with it cuts the output.
final class Recorder: @unchecked Sendable {
  /// The one recorder of this process; `nil` in a program that nothing records.
  static let shared = Recorder()

  private let channel: RecorderChannel
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var cuts = 0

  private init?() {
    guard let channel = RecorderChannel() else { return nil }
    self.channel = channel
    // A recursive lock, because describing a value may run a cell's code, which may show another.
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, &attributes)
    RecorderLimits.apply()
    RecorderSignals.install(channel: channel.eventDescriptor)
  }

  func record(_ event: Event) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if event.cutsOutput {
      cuts += 1
      channel.mark(cuts)
    }
    channel.send(event)
  }
}

/// Opens the recording. The first statement of every notebook's program.
public func __start() {
  _ = Recorder.shared
}

/// Records that a piece begins.
public func __begin(_ piece: Int) {
  Recorder.shared?.record(.pieceBegan(id: piece, at: Event.now))
}

/// Records that a top-level statement is about to run.
public func __at(_ statement: Int) {
  Recorder.shared?.record(.statementReached(statement))
}

/// Shows the value of a top-level expression.
///
/// One generic function, and no overload for `Void`: the compiler's messages about the argument stay
/// those about a plain expression.
public func __show<Value>(_ value: Value) {
  guard Value.self != Void.self else { return }
  Recorder.shared?.record(.valueShown(DisplayBundle(showing: value)))
}

/// Records that a piece came to its end.
public func __end(_ piece: Int) {
  Recorder.shared?.record(.pieceEnded(id: piece, at: Event.now))
}

/// Records that the program came to its end.
public func __finish() {
  Recorder.shared?.record(.finished)
}

/// False, in a way that the compiler cannot see, so that code behind it is compiled without being
/// called unreachable.
@inline(never)
public func __never() -> Bool {
  getppid() < 0
}
