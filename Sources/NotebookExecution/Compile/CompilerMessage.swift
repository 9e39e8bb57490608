import Documents
import NotebookSyntax

/// One message of the compiler, as it was printed.
struct CompilerMessage: Sendable, Hashable {
  var severity: Diagnostic.Severity
  var file: String?
  var position: SourcePosition?
  var text: String
  /// What the compiler would write at the place instead; `nil` where it knows nothing.
  var suggestion: String?

  /// The messages in what the compiler printed in its `llvm` style: one line each,
  /// `file:line:column: severity: text`, and an excerpt that is not needed here.
  ///
  /// - Parameters:
  ///   - output: what the compiler printed.
  ///   - files: the files that may be named; only they are looked for, as a path may hold colons.
  static func messages(in output: String, files: [String]) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    // The lines below a message: its line of code, marks beneath that, and what might stand there.
    var below: [Substring] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let message = placed(line, files: files) ?? unplaced(line) {
        messages.append(message)
        below = []
      } else if !messages.isEmpty, below.count < 3 {
        below.append(line)
        if below.count == 3 {
          messages[messages.count - 1].suggestion = suggestion(marks: below[1], text: below[2])
        }
      }
    }
    return messages
  }

  private static func suggestion(marks: Substring, text: Substring) -> String? {
    guard marks.contains("^"), marks.allSatisfy({ " \t^~".contains($0) }) else { return nil }
    let text = text.trimmed
    // A note about another file may follow, and behind the last message the driver says who it is.
    if text.firstMatch(of: /^\S+:\d+:\d+: (note|warning|error):\s/) != nil { return nil }
    return text.isEmpty || text.hasPrefix("clang version ")
      ? nil : text.replacing("<#", with: "").replacing("#>", with: "")
  }

  private static func placed(_ line: Substring, files: [String]) -> CompilerMessage? {
    for file in files where line.hasPrefix(file + ":") {
      let rest = line.dropFirst(file.count + 1)
      let fields = rest.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, let line = Int(fields[0]), let column = Int(fields[1]),
        let severity = Diagnostic.Severity(rawValue: fields[2].trimmed)
      else { continue }
      return CompilerMessage(
        severity: severity,
        file: file,
        position: SourcePosition(line: line, column: column),
        text: fields[3].trimmed
      )
    }
    return nil
  }

  /// An error of the driver or the linker, which has no place.
  private static func unplaced(_ line: Substring) -> CompilerMessage? {
    for mark in ["error: ", "fatal error: "] {
      guard let range = line.range(of: mark) else { continue }
      let program = line[..<range.lowerBound].trimmed
      let isTool = program.isEmpty || (program.hasSuffix(":") && !program.contains(" "))
      guard isTool else { continue }
      return CompilerMessage(severity: .error, text: line[range.upperBound...].trimmed)
    }
    return nil
  }
}

extension Substring {
  var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
