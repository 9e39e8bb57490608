import Documents

/// TeX as a list of tokens, and back.
struct TeXTokens {
  typealias Token = TeXReader.Token

  static let open = Token.other(UInt8(ascii: "{"))
  static let close = Token.other(UInt8(ascii: "}"))
  static let space = Token.other(UInt8(ascii: " "))
  static let star = Token.other(UInt8(ascii: "*"))

  /// What is still to be read, the next last.
  private var rest: [Token]

  init(_ tex: String) { rest = Self.tokens(of: tex).reversed() }

  static func tokens(of tex: String) -> [Token] {
    var reader = TeXReader(tex)
    var tokens: [Token] = []
    while let token = reader.next() { tokens.append(token) }
    return tokens
  }

  /// Tokens as TeX, where no command runs into a letter behind it.
  static func text(_ tokens: some Sequence<Token>) -> String {
    var bytes: [UInt8] = []
    var endsWithName = false
    for token in tokens {
      switch token {
      case .command(let name):
        bytes.append(UInt8(ascii: "\\"))
        bytes += Array(name.utf8)
        endsWithName = name.utf8.first?.isASCIILetter == true
      case .other(let byte):
        if endsWithName, byte.isASCIILetter { bytes.append(UInt8(ascii: " ")) }
        bytes.append(byte)
        endsWithName = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var peek: Token? { rest.last }

  mutating func next() -> Token? { rest.popLast() }

  /// Has tokens read before what is still to be read.
  mutating func put(back tokens: [Token]) { rest += tokens.reversed() }

  mutating func skipSpaces() {
    while let token = rest.last, token.isSpace { rest.removeLast() }
  }

  /// Takes a sign that may stand here.
  mutating func take(_ token: Token) -> Bool {
    skipSpaces()
    guard rest.last == token else { return false }
    rest.removeLast()
    return true
  }

  /// What stands between the braces that come next, or else the next token alone; `nil` at the end.
  mutating func argument() -> [Token]? {
    skipSpaces()
    guard let token = rest.popLast() else { return nil }
    guard token == Self.open else { return [token] }
    return group(until: Self.close)
  }

  /// What stands between brackets, if they come next.
  mutating func option() -> [Token]? {
    take(.other(UInt8(ascii: "["))) ? group(until: .other(UInt8(ascii: "]"))) : nil
  }

  /// What stands before a sign that closes, which is gone past.
  private mutating func group(until end: Token) -> [Token] {
    var depth = 0
    var content: [Token] = []
    while let token = rest.popLast() {
      if depth == 0, token == end { return content }
      if token == Self.open { depth += 1 }
      if token == Self.close { depth -= 1 }
      content.append(token)
    }
    return content
  }
}

extension TeXReader.Token {
  var isSpace: Bool {
    switch self {
    case .other(let byte): byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    case .command: false
    }
  }
}
