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
  /// Whether a line can be written over, so that progress can be shown.
  var showsProgress: Bool
  /// Whether only errors and warnings are wanted.
  var isQuiet: Bool

  static func standard(isQuiet: Bool) -> Terminal {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    return Terminal(
      // Pages are worth having even if nobody can be told about them.
      writeOutput: { try? FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) },
      writeBytes: { try? FileHandle.standardOutput.write(contentsOf: Data($0)) },
      writeError: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      hasColor: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty,
      showsProgress: isTerminal && !isQuiet,
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

  /// Shows what is going on, in a line that the next one takes away.
  func show(progress: String) {
    if showsProgress { writeError("\r\u{1B}[K" + progress) }
  }

  /// Takes the line of progress away.
  func clearProgress() {
    if showsProgress { writeError("\r\u{1B}[K") }
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
