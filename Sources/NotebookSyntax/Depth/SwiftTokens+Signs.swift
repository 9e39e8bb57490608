import Documents

/// Words and signs.
extension SwiftTokens {
  private static let prefixWords: Set<String> = [
    "any", "async", "await", "borrowing", "consume", "consuming", "copy", "each", "inout", "macro",
    "repeat", "sending", "some", "try", "unsafe",
  ]

  private static let statements: Set<String> = [
    "actor", "associatedtype", "case", "catch", "class", "default", "defer", "deinit", "do", "enum",
    "extension", "for", "func", "guard", "import", "in", "init", "protocol", "return",
    "struct", "subscript", "throw", "typealias", "while",
  ]

  mutating func word() -> Kind {
    let start = at
    while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
    // Longer than each of the words.
    guard at - start <= 16 else { return .word }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if word == "else" { return .elseWord }
    if Self.prefixWords.contains(word) { return .prefixWord }
    // `.init` and the like are names.
    guard byte(start - 1) != UInt8(ascii: ".") else { return .word }
    if ["let", "var"].contains(word) { return .prefixStatement }
    if ["if", "precedencegroup", "switch"].contains(word) { return .bracedStatement }
    return Self.statements.contains(word) ? .statement : .word
  }

  mutating func sign() -> Kind {
    let sign = bytes[at]
    switch sign {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      at += 1
      if sign == UInt8(ascii: "("), let last = literals.indices.last {
        literals[last].brackets += 1
      }
      return .open(sign)
    case UInt8(ascii: ")"): return closeRound()
    case UInt8(ascii: "]"):
      at += 1
      return .close(UInt8(ascii: "["))
    case UInt8(ascii: "}"):
      at += 1
      return .close(UInt8(ascii: "{"))
    case UInt8(ascii: ","):
      at += 1
      return .comma
    case UInt8(ascii: ":"):
      at += 1
      return .colon
    case UInt8(ascii: ";"):
      at += 1
      return .end
    case UInt8(ascii: "\\"):
      // A key path, or a sign of a regular expression.
      at += 2
      return .other
    case UInt8(ascii: "@"):
      at += 1
      return .prefixOperator
    case UInt8(ascii: "."):
      while byte(at) == UInt8(ascii: ".") { at += 1 }
      // `..<` opens nothing.
      if byte(at) == UInt8(ascii: "<") { at += 1 }
      return .other
    default:
      return operatorSign()
    }
  }

  private mutating func operatorSign() -> Kind {
    let start = at
    let before = byte(start - 1)
    // Brackets of types follow upon each other without being one sign.
    if bytes[at] == UInt8(ascii: ">") {
      while byte(at) == UInt8(ascii: ">") { at += 1 }
      guard byte(at) == UInt8(ascii: "=") else { return .closeAngles(at - start) }
      at += 1
      return .binaryOperator
    }
    while "?!".utf8.contains(byte(at)) { at += 1 }
    if at > start, byte(at) != UInt8(ascii: "=") {
      let isTernary =
        at == start + 1 && bytes[start] == UInt8(ascii: "?") && before.isASCIIWhitespace
      return isTernary ? .question : .prefixOperator
    }
    while at < bytes.count, "/=-+!*%<>&|^~?".utf8.contains(bytes[at]), !matches("//"),
      !matches("/*")
    {
      at += 1
    }
    let sign = bytes[start..<at]
    if sign.elementsEqual("<".utf8) {
      let opens = isWordByte(before) || !byte(at).isASCIIWhitespace
      return opens ? .openAngle : .binaryOperator
    }
    if sign.elementsEqual("=".utf8) { return .end }
    if sign.elementsEqual("->".utf8) { return .arrow }
    if sign.isEmpty {
      at += 1
      return .other
    }
    if sign.elementsEqual("&".utf8) { return .prefixOperator }
    return byte(at).isASCIIWhitespace || isWordByte(before) ? .binaryOperator : .prefixOperator
  }
}
