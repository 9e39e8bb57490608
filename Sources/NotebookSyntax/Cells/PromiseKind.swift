/// The ways in which a document promises something about its code.
public enum PromiseKind: String, Sendable, Codable, CaseIterable {
  /// An `output` fence.
  case output
  /// `// => value`, also on more lines that are indented behind their `//`.
  case value
  /// `// Prints "text"`, also over several lines and several in a row, `// Prints "a" and "b"`, and
  /// `// Prints:` above lines.
  case prints
  /// `` `{swift} expr`=value `` in the text
  case text
  /// `// error: TEXT`
  case error
  /// `// warning: TEXT`
  case warning
  /// `// crash: TEXT`
  case crash
  /// The word `compile-fail`.
  case compileFail = "compile-fail"
  /// The word `should-crash`.
  case shouldCrash = "should-crash"
  /// The word `holds` behind a formula.
  case holds
}
