/// An exception that a script has thrown.
struct ScriptError: Error {
  let message: String
  /// The script's line, counted from one.
  var line: Int?
}

extension ScriptError: CustomStringConvertible {
  var description: String { line.map { "\(message) (line \($0))" } ?? message }
}
