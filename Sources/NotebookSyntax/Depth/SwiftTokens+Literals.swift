/// Literals, and what begins with `#`.
extension SwiftTokens {
  mutating func hash() -> Kind? {
    let start = at
    while byte(at) == UInt8(ascii: "#") { at += 1 }
    if byte(at) == UInt8(ascii: "\"") { return literal(hashes: at - start) }
    if matches("if"), !isWordByte(byte(at + 2)) {
      at += 2
      return .openCondition
    }
    if matches("endif"), !isWordByte(byte(at + 5)) {
      at += 5
      return .closeCondition
    }
    return .prefixOperator
  }

  /// Passes over a literal, up to an expression in it.
  mutating func literal(hashes: Int) -> Kind? {
    let isMultiline = matches("\"\"\"")
    at += isMultiline ? 3 : 1
    return text(of: Literal(hashes: hashes, isMultiline: isMultiline))
  }

  mutating func text(of literal: Literal) -> Kind? {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"):
        let end = at + 1 + literal.hashes
        if hashes(at + 1, literal.hashes), byte(end) == UInt8(ascii: "(") {
          at = end + 1
          literals.append(literal)
          return .open(UInt8(ascii: "("))
        }
        at += hashes(at + 1, literal.hashes) ? literal.hashes + 2 : 1
      case UInt8(ascii: "\""):
        let quotes = literal.isMultiline ? 3 : 1
        if quotes == 1 || matches("\"\"\""), hashes(at + quotes, literal.hashes) {
          at += quotes + literal.hashes
          return .other
        }
        at += 1
      case UInt8(ascii: "\n") where !literal.isMultiline:
        return .other
      default:
        at += 1
      }
    }
    return nil
  }

  private func hashes(_ index: Int, _ count: Int) -> Bool {
    (index..<index + count).allSatisfy { byte($0) == UInt8(ascii: "#") }
  }

  /// A round bracket that closes; that of an expression in a literal goes on with the literal.
  mutating func closeRound() -> Kind {
    at += 1
    if let last = literals.indices.last {
      if literals[last].brackets == 0 {
        pending = literals.removeLast()
      } else {
        literals[last].brackets -= 1
      }
    }
    return .close(UInt8(ascii: "("))
  }
}
