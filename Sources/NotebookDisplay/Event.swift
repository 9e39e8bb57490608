#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a running notebook tells the process that started it.
///
/// Events travel on a channel of their own, one frame each; ``EventFrame`` defines the bytes for
/// both ends, and ``SealedFrame`` what vouches for them.
package enum Event: Sendable, Equatable {
  /// A piece begins.
  case pieceBegan(id: Int, at: Nanoseconds)
  /// The next top-level statement is about to run.
  case statementReached(Int)
  /// A value is shown.
  case valueShown(DisplayBundle)
  /// A place was reached at which a comment promises something, with the value there if there is
  /// one.
  case promiseReached(id: Int, DisplayBundle?)
  /// A piece came to its end.
  case pieceEnded(id: Int, at: Nanoseconds)
  /// A value that is not kept begins to be computed, and is computed or given up; the number is that
  /// of ``Reply/missing(number:most:)``.
  case storedBegan(UInt32)
  case storedEnded(UInt32)
  /// From now on each writing to standard error is told of beforehand (``ErrorWatch``).
  case errorWatched
  /// Something is asked for.
  case request(Request)
  /// The program came to its end.
  case finished
  /// A fatal signal arrived, or ``noSignal`` where `exit` was called, in the program's first thread or in
  /// another. The frames are return addresses, innermost first, counted from where the program was loaded.
  case trapped(signal: Int32, isFirstThread: Bool, frames: [UInt64])

  package static let noSignal: Int32 = 0

  /// A reading of a clock that never goes back.
  package typealias Nanoseconds = UInt64

  /// Whether what was printed before this event is told from what is printed after it.
  ///
  /// The running notebook writes a marker to standard output and to standard error at each such
  /// event, so that the reader can put printed text and events in one order.
  package var cutsOutput: Bool {
    switch self {
    case .pieceBegan, .statementReached, .valueShown, .promiseReached, .pieceEnded, .finished,
      .storedBegan, .storedEnded:
      true
    case .trapped, .request, .errorWatched: false
    }
  }

  /// The time, by a clock that all processes share.
  package static var now: Nanoseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
