import Documents

/// The tokens of Swift code, as far as they matter to how deep it goes. Comments and the text of string
/// literals are passed over; expressions in literals are code.
struct SwiftTokens {
  struct Token {
    var kind: Kind
    var offset: Int
  }

  enum Kind: Equatable {
    /// A word behind which an expression, a type or a pattern begins anew, such as `try`.
    case prefixWord
    case prefixOperator
    /// An opening bracket.
    case open(UInt8)
    /// A closing bracket, by the one that opens.
    case close(UInt8)
    case openAngle
    case closeAngles(Int)
    /// The first mark of `a ? b : c`.
    case question
    case colon
    case arrow
    case comma
    case elseWord
    /// A word that begins a statement or a declaration.
    case statement
    /// One of them that may begin right behind another: `let` and `var`.
    case prefixStatement
    /// One behind which braces come, and which may begin in an expression: `if` and `switch`.
    case bracedStatement
    /// What ends an expression, such as `;` or `=`.
    case end
    case binaryOperator
    /// `#if` and `#endif`
    case openCondition, closeCondition
    /// Another word, or a number.
    case word
    case other
  }

  /// A string literal whose expression is being read.
  struct Literal {
    var hashes: Int
    var isMultiline: Bool
    /// How many round brackets are open in the expression.
    var brackets = 0
  }

  let bytes: [UInt8]
  var at = 0
  /// The literals around, outermost first.
  var literals: [Literal] = []
  /// The literal that goes on behind the expression that was read last.
  var pending: Literal?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    if let literal = pending {
      pending = nil
      let start = at
      return text(of: literal).map { Token(kind: $0, offset: start) }
    }
    while at < bytes.count {
      let start = at
      let byte = bytes[at]
      if byte.isASCIIWhitespace {
        at += 1
      } else if matches("//") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      } else if matches("/*") {
        skipComment()
      } else if isWordByte(byte) {
        return Token(kind: word(), offset: start)
      } else if byte == UInt8(ascii: "\"") {
        if let kind = literal(hashes: 0) { return Token(kind: kind, offset: start) }
      } else if byte == UInt8(ascii: "#") {
        if let kind = hash() { return Token(kind: kind, offset: start) }
      } else {
        return Token(kind: sign(), offset: start)
      }
    }
    return nil
  }

  func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : UInt8(ascii: " ")
  }

  func matches(_ text: StaticString, at index: Int? = nil) -> Bool {
    text.withUTF8Buffer { bytes[(index ?? at)...].starts(with: $0) }
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte >= 0x80 || "_$`".utf8.contains(byte)
  }

  private mutating func skipComment() {
    var depth = 0
    while at < bytes.count {
      if matches("/*") {
        depth += 1
        at += 2
      } else if matches("*/") {
        depth -= 1
        at += 2
        if depth == 0 { return }
      } else {
        at += 1
      }
    }
  }
}
