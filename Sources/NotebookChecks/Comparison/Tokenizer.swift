/// Cuts a text into lines and tokens.
struct Tokenizer {
  let bytes: [UInt8]
  /// Whether `[...]` is a wildcard, or as in what a program prints just a bracket and some dots.
  let readsWildcards: Bool

  private(set) var tokens: [ShownToken] = []
  private(set) var lines: [ShownText.Line] = []

  private var position = 0
  /// Whether the token before ends like a word or an operand, so that a `-` that touches it is no
  /// sign: `5-3`, `2026-11-21`, `f(x)-1`.
  private var isAfterOperand = false

  init(bytes: [UInt8], readsWildcards: Bool) {
    self.bytes = bytes
    self.readsWildcards = readsWildcards
  }

  /// Reads the whole text.
  mutating func run() {
    var lineStart = 0
    var lineTokens = 0
    var isSpaced = false
    tokens.reserveCapacity(bytes.count / 4)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ASCII.newline {
        lines.append(
          ShownText.Line(bytes: lineStart..<position, tokens: lineTokens..<tokens.count)
        )
        position += 1
        lineStart = position
        lineTokens = tokens.count
        isSpaced = true
        continue
      }
      let width = bytes.whiteSpaceWidth(at: position)
      if width > 0 {
        position += width
        isSpaced = true
        continue
      }
      add(isSpaced: isSpaced)
      isSpaced = false
    }
    if lineStart < bytes.count {
      lines.append(
        ShownText.Line(bytes: lineStart..<bytes.count, tokens: lineTokens..<tokens.count)
      )
    }
  }

  private mutating func add(isSpaced: Bool) {
    let start = position
    if isSpaced { isAfterOperand = false }
    let kind = next()
    var token = ShownToken(
      kind: kind,
      start: start,
      end: position,
      line: lines.count,
      isSpaced: false
    )
    if isSpaced, kind != .separator, let last = tokens.last, last.kind != .separator {
      token.isSpaced = true
    }
    tokens.append(token)
  }

  /// Reads one token.
  private mutating func next() -> ShownToken.Kind {
    let byte = bytes[position]
    if byte.isSeparator {
      if readsWildcards, isWildcard {
        position += 5
        isAfterOperand = false
        return .wildcard
      }
      position += 1
      isAfterOperand = byte.isClosingBracket
      return .separator
    }
    if let end = NumberScanner(bytes: bytes).end(at: position, isAfterOperand: isAfterOperand) {
      position = end
      isAfterOperand = true
      return .number
    }
    word()
    return .word
  }

  private var isWildcard: Bool {
    position + 5 <= bytes.count && bytes[position] == UInt8(ascii: "[")
      && bytes[position + 1] == ASCII.dot && bytes[position + 2] == ASCII.dot
      && bytes[position + 3] == ASCII.dot && bytes[position + 4] == UInt8(ascii: "]")
  }

  /// Reads a word, a run of dots or of signs beyond ASCII, or one sign.
  private mutating func word() {
    let end = bytes.wordEnd(from: position)
    isAfterOperand = end > position
    if end > position {
      position = end
      return
    }
    let isDot = bytes[position] == ASCII.dot
    let isSymbol = bytes[position] >= 0x80 && bytes.minusWidth(at: position) == 0
    position += bytes.scalarWidth(at: position)
    while position < bytes.count {
      if isDot {
        guard bytes[position] == ASCII.dot else { return }
        position += 1
      } else if isSymbol {
        // Emoji are often several scalars.
        guard bytes[position] >= 0x80, bytes.minusWidth(at: position) == 0,
          bytes.wordWidth(at: position) == 0, bytes.whiteSpaceWidth(at: position) == 0
        else { return }
        position += bytes.scalarWidth(at: position)
      } else {
        return
      }
    }
  }
}
