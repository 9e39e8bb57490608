import Foundation

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

  static func standard(isQuiet: Bool) -> Terminal {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    // Pages are worth having even if nobody can be told about them.
    let send: @Sendable (String) -> Void = {
      try? FileHandle.standardError.write(contentsOf: Data($0.utf8))
    }
    let progress = isTerminal && !isQuiet ? ProgressBoard(sendingTo: send) : .silent
    let output: @Sendable ([UInt8]) -> Void = { bytes in
      progress.write(endsLine: bytes.last == UInt8(ascii: "\n")) {
        try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
      }
    }
    return Terminal(
      writeOutput: { output(Array($0.utf8)) },
      writeBytes: output,
      writeError: { text in
        progress.write(endsLine: text.utf8.last == UInt8(ascii: "\n")) { send(text) }
      },
      hasColor: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty,
      progress: progress,
      isQuiet: isQuiet
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
    if !isQuiet { writeOutput(line + "\n") }
  }

  /// Says what is wrong.
  func report(_ text: String) {
    writeError(text + "\n")
  }
}
