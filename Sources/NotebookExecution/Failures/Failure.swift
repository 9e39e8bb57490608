import Foundation
import NotebookDisplay

/// Why a program did not come to its end.
enum Failure: Equatable {
  case cancelled
  case timeout
  case outputLimit
  case memoryLimit
  /// There were too many processes at once.
  case processLimit
  /// Somebody else ended the program, such as a system that is out of memory.
  case killed
  /// The program ended itself, with this status.
  case earlyExit(Int32)
  /// The program could no longer tell what it did: a cell closed its channel, or wrote to it.
  case lostTouch
  /// The program told what its cells cannot have done.
  case contradiction
  /// An error was thrown and not caught; its text.
  case uncaughtError(String)
  /// The program trapped; the reason, in a sentence.
  case trap(String)

  /// - Parameters:
  ///   - recording: a run that did not come to its end.
  ///   - runtime: what Swift's runtime said last.
  ///   - backtrace: where a trap was.
  init(_ recording: Recording, runtime: RuntimeMessage, backtrace: Backtrace?) {
    switch (recording.ending, recording.trap) {
    case (.cancelled, _): self = .cancelled
    case (.passed(.output), _): self = .outputLimit
    case (.passed(.memory), _): self = .memoryLimit
    case (.passed(.processes), _): self = .processLimit
    // A program that has trapped may hang while it writes out the rest.
    case (.passed(.time), nil): self = .timeout
    case (.garbled, _), (.exited(RecorderSetup.lostStatus), nil): self = .lostTouch
    case (.contradictory, _): self = .contradiction
    case (.exited(let status), nil): self = .earlyExit(status)
    case (.signalled(SIGKILL), nil): self = .killed
    case (let ending, let trap):
      if runtime.isOutOfMemory {
        self = .memoryLimit
      } else if runtime.isUncaughtError {
        self = .uncaughtError(runtime.message)
      } else if !runtime.message.isEmpty {
        self = .trap(runtime.message)
      } else {
        var signal = trap?.signal ?? 0
        if case .signalled(let last) = ending, signal == 0 { signal = last }
        self = .trap(backtrace?.reason ?? TrapReason.text(signal: signal, backtrace: backtrace))
      }
    }
  }

  /// Whether it is the failure that a `should-crash` cell promises.
  var isCrash: Bool {
    switch self {
    case .trap, .uncaughtError: true
    case .cancelled, .timeout, .outputLimit, .memoryLimit, .processLimit, .killed, .earlyExit,
      .lostTouch,
      .contradiction:
      false
    }
  }
}
