/// Where a report goes.
public struct ReportSink: Sendable {
  /// Takes the report itself, with its line ends.
  public var writeOutput: @Sendable (String) -> Void
  /// Takes what is wrong, with its line ends.
  public var writeError: @Sendable (String) -> Void
  /// Whether escape codes may colour what is wrong.
  public var hasColor: Bool
  /// Whether nothing is wanted but what is wrong, and reports for programs.
  public var isQuiet: Bool

  /// A sink of what is given.
  public init(
    writeOutput: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void,
    hasColor: Bool = false,
    isQuiet: Bool = false
  ) {
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.hasColor = hasColor
    self.isQuiet = isQuiet
  }

  /// Says what was done.
  func say(_ line: String) {
    if !isQuiet { writeOutput(line.harmless(keepingColors: hasColor) + "\n") }
  }

  /// Says what is wrong.
  func report(_ text: String) {
    writeError(text.harmless(keepingColors: hasColor) + "\n")
  }
}
