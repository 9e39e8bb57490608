/// Why a script did not come to its end: an exception that it has thrown, or its limits.
struct ScriptFault: Error {
  let message: String
  /// The script's line, counted from one.
  var line: Int?
  /// Why it was ended, if it was.
  var end: ScriptWatch.End?
  /// The number that the script has noted last.
  var progress: Int?
  /// Whether the script has given an answer that cannot be read.
  var isUnreadable = false
}

extension ScriptFault: CustomStringConvertible {
  var description: String { line.map { "\(message) (line \($0))" } ?? message }

  /// What became of a formula or a chart, for its author.
  func reason(ofSetting what: String, by program: String) -> String {
    switch end {
    case .time(let limit):
      "\(what) takes more than \(Self.words(limit)) and was given up"
    case .memory(let limit):
      "\(what) takes more than \(limit >> 20) MiB of memory and was given up"
    case .cancellation: "\(what) was interrupted"
    case nil: "\(program) fails: \(message)"
    }
  }

  private static func words(_ seconds: Double) -> String {
    seconds == 1
      ? "a second" : seconds == seconds.rounded() ? "\(Int(seconds)) seconds" : "\(seconds) seconds"
  }
}
