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
    case SIGPIPE: "the program was ended as it wrote to a pipe that nobody reads (SIGPIPE)"
    case SIGALRM: "the program was ended by its own alarm (SIGALRM)"
    case SIGXCPU: "the program was ended as it used more time than it may (SIGXCPU)"
    case SIGXFSZ: "the program was ended as it wrote a larger file than it may (SIGXFSZ)"
    default: "the program was ended by signal \(signal)" + (names[signal].map { " (\($0))" } ?? "")
    }
  }

  private static let names: [Int32: String] = [
    SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGKILL: "SIGKILL", SIGUSR1: "SIGUSR1",
    SIGUSR2: "SIGUSR2", SIGTERM: "SIGTERM", SIGSYS: "SIGSYS", SIGVTALRM: "SIGVTALRM",
    SIGPROF: "SIGPROF",
  ]
}

extension Backtrace {
  /// Whether the frames are many and come from few places.
  fileprivate var isEndlessRecursion: Bool {
    positions.count > 40 && Set(positions.suffix(32)).count < 16
  }
}
