import Documents

/// Cuts a list of names into words and commas, both outside braces.
struct NameTokens {
  enum Token {
    case word(Range<Int>)
    case comma
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while index < bytes.count, isGap(at: index) { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: ",") {
      index += 1
      return .comma
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), !isGap(at: index) {
      switch bytes[index] {
      case UInt8(ascii: "{"): index = Self.endOfGroup(in: bytes, from: index, to: bytes.count)
      case UInt8(ascii: "\\"): skipCommand()
      default: index += 1
      }
    }
    return .word(start..<index)
  }

  /// White space, a tie, and the backslash of `\ ` part words.
  private func isGap(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\") {
      return index + 1 < bytes.count && bytes[index + 1].isASCIIWhitespace
    }
    return byte.isASCIIWhitespace || byte == UInt8(ascii: "~")
  }

  /// Passes over a command and, as TeX does, over the white space that ends its name, so that
  /// `Fran\c cois` is one word.
  private mutating func skipCommand() {
    let name = TeXSyntax.commandName(in: bytes, at: index)
    index = name.upperBound
    guard bytes[name].first?.isASCIILetter == true else { return }
    var after = index
    while after < bytes.count, bytes[after].isASCIIWhitespace { after += 1 }
    let isAnd = bytes[after...].prefix(3).elementsEqual("and".utf8)
    if after < bytes.count, bytes[after].isASCIILetter, !isAnd { index = after }
  }

  /// The place behind the group that opens at an index.
  static func endOfGroup(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var depth = 0
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    return index
  }
}
