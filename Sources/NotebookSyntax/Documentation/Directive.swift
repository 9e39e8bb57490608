import Documents

/// A directive of DocC, such as `@Code(name: "Sloth.swift", file: "01-sloth.swift")`.
package struct Directive: Sendable {
  /// An argument by its name.
  package struct Argument: Sendable {
    package var name: String
    /// The value without quotation marks.
    package var value: String
    /// Where the value stands.
    package var range: SourceRange
  }

  /// The name behind the `@`.
  package let name: String
  /// Where it begins.
  package let start: Int
  package let arguments: [Argument]

  /// The argument with a name.
  package func argument(_ name: String) -> Argument? { arguments.first { $0.name == name } }
}

/// Reads a directive from its `@` on.
struct DirectiveReader {
  private let source: SourceText
  /// Where reading goes on.
  private(set) var at: Int
  /// The end of the text.
  private let end: Int

  init(_ source: SourceText, at start: Int) {
    self.source = source
    at = start
    end = source.contentEnd
  }

  /// The directive, and whether a block opens behind it in the same line.
  mutating func read() -> (directive: Directive, opensBlock: Bool)? {
    let start = at
    at += 1
    let nameEnd = source.bytes[at..<end].firstIndex {
      !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "_")
    }
    let name = source[at..<(nameEnd ?? end)]
    guard !name.isEmpty else { return nil }
    at = nameEnd ?? end
    skipBlanks()
    var arguments: [Directive.Argument] = []
    if byte == UInt8(ascii: "(") {
      guard let list = readArguments() else { return nil }
      arguments = list
      skipBlanks()
    }
    let opens = byte == UInt8(ascii: "{")
    if opens { at += 1 }
    return (Directive(name: name, start: start, arguments: arguments), opens)
  }

  private var byte: UInt8? { at < end ? source.bytes[at] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { at += 1 }
  }

  /// What stands in parentheses, over several lines too.
  private mutating func readArguments() -> [Directive.Argument]? {
    at += 1
    var arguments: [Directive.Argument] = []
    var word = at..<at
    var name = ""
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        let start = at + 1
        at = start
        while let byte = self.byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
          at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        at = min(at, end)
        word = start..<at
      case UInt8(ascii: ":"):
        name = source[word]
        word = at + 1..<at + 1
      case UInt8(ascii: ","), UInt8(ascii: ")"):
        if !word.isEmpty || !name.isEmpty {
          arguments.append(Directive.Argument(name: name, value: source[word], range: word))
        }
        name = ""
        word = at + 1..<at + 1
      case _ where byte.isASCIIWhitespace: break
      default:
        if word.isEmpty { word = at..<at }
        word = word.lowerBound..<at + 1
      }
      at += 1
      if byte == UInt8(ascii: ")") { return arguments }
    }
    return nil
  }
}
