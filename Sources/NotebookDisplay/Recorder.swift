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

  /// The folder in which the program began.
  let startFolder = Recorder.currentFolder
  private let channel: RecorderChannel
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var cuts = 0
  private var current: Int?
  private let unordered = UnorderedNotes()

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
    guard OwnConfinement.begin() else { _exit(RecorderSetup.unconfinedStatus) }
    RecorderSignals.install(channel: channel.eventDescriptor, channel.seal)
    if let descriptor = ErrorWatch.begin() {
      channel.handOver(descriptor, with: .errorWatched)
      close(descriptor)
    }
    RecorderWatch.begin(channel.eventDescriptor)
  }

  func begin(_ piece: Int) {
    end()
    current = piece
    record(.pieceBegan(id: piece, at: Event.now))
  }

  func finish() {
    end()
    record(.finished)
    RecorderSignals.noteEnd()
  }

  private func end() {
    if let current { record(.pieceEnded(id: current, at: Event.now)) }
    current = nil
  }

  func record(_ event: Event) {
    // A copy of this process, which a cell made, has nothing to tell.
    guard channel.isOwn else { return }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    for elements in unordered.take() { channel.send(.request(.unordered(elements))) }
    if event.cutsOutput {
      cuts += 1
      channel.mark(cuts)
    }
    channel.send(event)
  }

  /// Asks for something; no event of another thread comes between the question and the reply.
  func ask(_ request: Request) -> Reply? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return channel.ask(request)
  }

  /// Asks for something to which there is no reply.
  func tell(_ request: Request) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if channel.isOwn { channel.send(.request(request)) }
  }

  /// Notes a collection whose order means nothing, to be told with the next event.
  ///
  /// It is noted in the midst of printing, where standard output is locked. So nothing is waited for here
  /// but the notes themselves: an event flushes standard output while others wait for it.
  func note(unordered elements: [String]) {
    if channel.isOwn { unordered.add(elements) }
  }

  func replay(output: [UInt8], error: [UInt8]) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    channel.replay(output: output, error: error)
  }
}

/// Opens the recording. The first statement of every notebook's program.
public func __start() {
  _ = Recorder.shared
}

/// Records that a piece begins, and that the one before it came to its end.
public func __begin(_ piece: Int) {
  Recorder.shared?.begin(piece)
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
  show(value, isAskedFor: false)
}

private func show<Value>(_ value: Value, isAskedFor: Bool) {
  // `array?.append(1)` is as good as `Void`.
  guard Value.self != Void.self, Value.self != Void?.self else { return }
  Recorder.shared?.record(
    .valueShown(DisplayBundle(showing: value).withSwiftTexts(of: value, isAskedFor: isAskedFor))
  )
}

/// Shows the value of a top-level expression, after what its first argument does.
///
/// With ``__at(_:)`` as its first argument it is one statement where there would be two. That counts:
/// the compiler's time grows with the square of the number of top-level statements.
public func __showing<Value>(_ reached: Void, _ value: Value) {
  __show(value)
}

/// Shows the value of a top-level expression as ``__showing(_:_:)`` does, where a comment promises it.
public func __showingPromised<Value>(_ reached: Void, _ value: Value) {
  show(value, isAskedFor: true)
}

/// Records that a place was reached at which a comment promises something.
public func __promise(_ promise: Int) {
  Recorder.shared?.record(.promiseReached(id: promise, nil))
}

/// Records that a place was reached at which a comment promises a value, and what that is.
///
/// It gives the value back, so that an expression can stand in this call wherever it stood alone.
@discardableResult
public func __promise<Value>(_ promise: Int, _ value: Value) -> Value {
  let bundle =
    Value.self == Void.self
    ? nil : DisplayBundle(showing: value).withSwiftTexts(of: value, isAskedFor: true)
  Recorder.shared?.record(.promiseReached(id: promise, bundle))
  return value
}

/// Records that the program came to its end.
public func __finish() {
  Recorder.shared?.finish()
}

/// Asks for a variable, so that it gets its value.
///
/// A variable of a library's file gets it when it is first asked for.
@inline(never)
public func __hold<Value: ~Copyable>(_ value: borrowing Value) {}

/// False, in a way that the compiler cannot see, so that code behind it is compiled without being
/// called unreachable.
@inline(never)
public func __never() -> Bool {
  getppid() < 0
}
