/// Reads TeX far enough to tell commands, braces and comments apart.
package struct TeXReader {
  /// What stands in the TeX.
  package enum Token: Equatable {
    /// `\name`, or `\` and one character.
    case command(String)
    case other(UInt8)
  }

  private let bytes: [UInt8]
  private var index = 0

  package init(_ tex: String) {
    bytes = Array(tex.utf8)
  }

  /// The next token; comments are skipped.
  package mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if byte == UInt8(ascii: "\\") {
        let name = TeXSyntax.commandName(in: bytes, at: index)
        index = name.upperBound
        return .command(String(decoding: bytes[name], as: UTF8.self))
      } else {
        index += 1
        return .other(byte)
      }
    }
    return nil
  }

  /// Goes past a delimiter, such as `(` or `\lvert`.
  package mutating func skipDelimiter() {
    skipSpaces()
    _ = next()
  }

  /// What stands between the braces that come next; `nil` where none do. Braces that are never closed are
  /// gone past with all that follows.
  package mutating func argument() -> String? {
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    guard let content = TeXSyntax.group(in: bytes, at: index) else {
      index = bytes.count
      return nil
    }
    index = content.upperBound + 1
    return String(decoding: bytes[content], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
  }

  /// A command, and the environment that it begins.
  package struct Command: Equatable {
    package var name: String
    /// `nil` for any command but `\begin`, and for one without a name.
    package var environment: String?
  }

  /// All commands, in their order.
  package static func commands(in tex: String) -> [Command] {
    var reader = TeXReader(tex)
    var commands: [Command] = []
    while let token = reader.next() {
      guard case .command(let name) = token else { continue }
      commands.append(
        Command(name: name, environment: name == "begin" ? reader.argument() : nil)
      )
    }
    return commands
  }

  /// Whether every brace has its other half.
  package static func hasMatchingBraces(_ tex: String) -> Bool {
    var reader = TeXReader(tex)
    var depth = 0
    while let token = reader.next() {
      if token == .other(UInt8(ascii: "{")) { depth += 1 }
      if token == .other(UInt8(ascii: "}")) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
