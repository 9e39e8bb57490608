import Foundation
import NotebookProject
import NotebookReports
import Processes

/// Where the program speaks to its user.
struct Terminal: Sendable {
  /// Takes what the user asked for.
  var writeOutput: @Sendable (String) -> Void
  /// Takes bytes that the user asked for and that need not be text.
  var writeBytes: @Sendable ([UInt8]) -> Void
  /// Takes errors, warnings and progress.
  var writeError: @Sendable (String) -> Void
  /// Whether errors may be coloured.
  var hasColor: Bool
  /// Shows what is going on.
  var progress = ProgressBoard.silent
  /// Whether only errors and warnings are wanted.
  var isQuiet: Bool
  /// What became of all that.
  var log = TerminalLog()

  static func standard(isQuiet: Bool) -> Terminal {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    let log = TerminalLog()
    let send: @Sendable (String) -> Void = { log.write(Array($0.utf8), to: STDERR_FILENO) }
    let progress = isTerminal && !isQuiet ? ProgressBoard(sendingTo: send) : .silent
    let output: @Sendable ([UInt8]) -> Void = { bytes in
      guard !Leftovers.isEnding else { return }
      progress.write(endsLine: bytes.last == UInt8(ascii: "\n")) {
        log.write(bytes, to: STDOUT_FILENO)
      }
    }
    return Terminal(
      writeOutput: { output(Array($0.utf8)) },
      writeBytes: output,
      writeError: { text in
        guard !Leftovers.isEnding else { return }
        progress.write(endsLine: text.utf8.last == UInt8(ascii: "\n")) { send(text) }
      },
      hasColor: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty,
      progress: progress,
      isQuiet: isQuiet,
      log: log
    )
  }

  /// The same without what the user asked for, where another thing is printed in its place: it joins
  /// what is said on the side.
  var withoutOutput: Terminal {
    var copy = self
    copy.writeOutput = writeError
    return copy
  }

  /// Says what was done.
  func say(_ line: String) {
    if !isQuiet { writeOutput(line.harmless(keepingColors: hasColor) + "\n") }
  }

  /// Says what is wrong.
  func report(_ text: String) {
    writeError(text.harmless(keepingColors: hasColor) + "\n")
  }

  /// Says what may be wrong with the work as a whole.
  func warn(_ text: String) {
    log.noteWarning()
    report("warning: " + text)
  }

  /// How work ends of which not all could be told.
  func ending(_ status: JobStatus) -> JobStatus {
    switch log.fault {
    case nil: return status
    case .closed: break
    case .failed(let reason): report("error: the report cannot be written: \(reason)")
    }
    return max(status, .inputOutput)
  }
}
