import Foundation

/// What Swift's runtime printed about a failure, without the names of its own files and without the
/// list of addresses.
struct RuntimeMessage: Equatable {
  /// What was printed before, which is the cell's.
  var printed: String
  /// The message; empty where the runtime had none.
  var message: String
  /// The file's name and the line that the message names.
  var file: String?
  var line: Int?
  /// Whether an error was thrown that nobody caught.
  var isUncaughtError = false

  /// - Parameter text: the last text on standard error.
  init(_ text: String) {
    var text = text[...]
    if let dump = text.range(of: "Current stack trace:\n") { text = text[..<dump.lowerBound] }
    printed = String(text)
    message = ""
    for mark in Self.marks {
      guard let found = Self.lastStart(of: mark, in: text) else { continue }
      printed = String(text[..<found.line])
      message = text[found.message...].trimmed
      readPlace(text[found.line..<found.mark])
      break
    }
    for prefix in ["Fatal error: ", "Fatal error"] where message.hasPrefix(prefix) {
      message.removeFirst(prefix.count)
    }
    if message.hasPrefix(Self.uncaught) {
      message = Self.withoutModule(String(message.dropFirst(Self.uncaught.count)))
      isUncaughtError = true
    }
    // An address says nothing, and is another one each time.
    message = message.replacing(/[ ]\(0x[0-9a-f]+\)/, with: "")
    if message.hasPrefix("Could not cast"), message.hasSuffix(".") { message.removeLast() }
    let attempted = "'try!' expression unexpectedly raised an error: "
    if message.hasPrefix(attempted) {
      message = attempted + Self.withoutModule(String(message.dropFirst(attempted.count)))
    }
  }

  /// Whether the program could not get the memory that it asked for.
  var isOutOfMemory: Bool { message.hasPrefix("failed to allocate") }

  private static let uncaught = "Error raised at top level: "
  private static let marks = [
    "Fatal error", "Precondition failed", "Assertion failed", "Could not cast value of type",
  ]

  /// The last line on which the runtime's own words begin, after nothing or a file and a line.
  private static func lastStart(
    of mark: String,
    in text: Substring
  ) -> (line: Substring.Index, mark: Substring.Index, message: Substring.Index)? {
    var rest = text
    while let found = rest.range(of: mark, options: .backwards) {
      let line = text[..<found.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) }
      let start = line ?? text.startIndex
      let place = text[start..<found.lowerBound]
      if place.isEmpty || place.hasSuffix(": ") {
        return (start, found.lowerBound, found.lowerBound)
      }
      rest = text[..<found.lowerBound]
    }
    return nil
  }

  /// `main/softmax.md:12: `; a place in the standard library is none.
  private mutating func readPlace(_ text: Substring) {
    let fields = text.trimmed.split(separator: ":", omittingEmptySubsequences: true)
    guard fields.count >= 2, let last = fields.last, let number = Int(last) else { return }
    let path = fields.dropLast().joined(separator: ":")
    guard !path.hasPrefix("Swift/") else { return }
    file = path.split(separator: "/").last.map(String.init)
    line = number
  }

  private static func withoutModule(_ text: String) -> String {
    text.hasPrefix("main.") ? String(text.dropFirst("main.".count)) : text
  }
}
