import Documents

/// Reads TeX far enough to tell commands, braces and comments apart.
struct TeXReader {
  /// What stands in the TeX.
  enum Token: Equatable {
    /// `\name`, or `\` and one character.
    case command(String)
    case other(UInt8)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ tex: String) {
    bytes = Array(tex.utf8)
  }

  /// The next token; comments are skipped.
  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if byte == UInt8(ascii: "\\") {
        return .command(commandName())
      } else {
        return .other(byte)
      }
    }
    return nil
  }

  /// Goes past a delimiter, such as `(` or `\lvert`.
  mutating func skipDelimiter() {
    skipSpaces()
    _ = next()
  }

  /// What stands between the braces that come next; `nil` where none do.
  mutating func argument() -> String? {
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    let start = index + 1
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      index = min(index + 1, bytes.count)
      if depth == 0 { return String(decoding: bytes[start..<(index - 1)], as: UTF8.self) }
    }
    return nil
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
  }

  /// Whether every brace has its other half.
  static func hasMatchingBraces(_ tex: String) -> Bool {
    var reader = TeXReader(tex)
    var depth = 0
    while let token = reader.next() {
      if token == .other(UInt8(ascii: "{")) { depth += 1 }
      if token == .other(UInt8(ascii: "}")) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private mutating func commandName() -> String {
    let start = index
    while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
    if index == start, index < bytes.count { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
