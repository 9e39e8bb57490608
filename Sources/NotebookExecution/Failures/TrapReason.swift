import Foundation

/// What a signal means, where neither the runtime nor the line table says more.
enum TrapReason {
  static func text(signal: Int32, backtrace: Backtrace?) -> String {
    switch signal {
    case SIGSEGV, SIGBUS:
      backtrace?.isEndlessRecursion == true
        ? "the stack is used up: a function calls itself without end"
        : "the program read or wrote memory that is not its own"
    case SIGABRT: "the program called 'abort'"
    case SIGFPE: "an arithmetic operation failed"
    case SIGILL, SIGTRAP: "the program trapped"
    default: "the program was ended by signal \(signal)"
    }
  }
}

extension Backtrace {
  /// Whether the frames are many and come from few places.
  fileprivate var isEndlessRecursion: Bool {
    positions.count > 40 && Set(positions.suffix(32)).count < 16
  }
}
