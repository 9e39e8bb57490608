import Foundation
import NotebookProject
import Synchronization

/// What became of what was said: whether it could be written, and how many warnings there were.
final class TerminalLog: Sendable {
  /// Why something could not be written.
  enum Fault: Sendable, Equatable {
    /// Nobody reads any more, as when a pipe's other end is gone.
    case closed
    case failed(String)
  }

  private struct State {
    var fault: Fault?
    var warnings = 0
    var whenClosed: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// The first fault.
  var fault: Fault? { state.withLock { $0.fault } }
  /// How many warnings were told that are about no document.
  var warnings: Int { state.withLock { $0.warnings } }

  func noteWarning() { state.withLock { $0.warnings += 1 } }

  /// Has something done when nobody reads any more.
  func whenClosed(_ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.whenClosed = body }
  }

  func note(_ fault: Fault) {
    let body = state.withLock { state in
      if state.fault == nil { state.fault = fault }
      return fault == .closed ? state.whenClosed : nil
    }
    body?()
  }

  /// Writes bytes to a descriptor, and notes where that fails.
  func write(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&polled, 1, -1)
      case EPIPE:
        note(.closed)
        return
      case let number:
        note(.failed(String(cString: strerror(number))))
        return
      }
    }
  }

  /// Takes note as soon as nobody reads any more what is written to a descriptor, which otherwise shows
  /// only when something is written.
  func watch(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0,
      [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
    else { return }
    let thread = Thread { [self] in
      var polled = pollfd(fd: descriptor, events: 0, revents: 0)
      while poll(&polled, 1, -1) < 0 {}
      note(.closed)
    }
    thread.name = "Reader"
    thread.start()
  }

  /// Sees to it that writing fails, and reaches no other file, where standard output or error is closed.
  static func prepareDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // It takes the place, and cannot be written to.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
