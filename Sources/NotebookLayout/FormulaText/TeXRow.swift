import Documents

/// TeX as a row of commands and characters, from which arguments are taken.
struct TeXRow {
  enum Token: Hashable {
    /// `\name`, or `\` and one character.
    case command(String)
    case character(Character)
  }

  private var tokens: [Token]
  private var index = 0

  init(_ tex: String) { self.init(Self.tokens(of: tex)) }

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// The next token that is no space.
  var peek: Token? {
    var at = index
    while at < tokens.count, tokens[at].isSpace { at += 1 }
    return at < tokens.count ? tokens[at] : nil
  }

  /// Takes the next token that is no space.
  mutating func next() -> Token? {
    skipSpaces()
    guard index < tokens.count else { return nil }
    defer { index += 1 }
    return tokens[index]
  }

  /// Goes past the next token that is no space.
  mutating func skip() { _ = next() }

  /// Whether a space comes next, which a text keeps.
  mutating func takeSpace() -> Bool {
    guard index < tokens.count, tokens[index].isSpace else { return false }
    skipSpaces()
    return true
  }

  /// Puts tokens before those that are left.
  mutating func prepend(_ more: [Token]) {
    tokens = more + tokens[index...]
    index = 0
  }

  /// What comes next as a command takes it: a token, or a group without its braces.
  mutating func argument() -> [Token] {
    guard let first = next() else { return [] }
    guard first == .character("{") else { return first == .character("}") ? [] : [first] }
    return group()
  }

  /// What stands before the brace that closes the one which was taken last.
  mutating func group() -> [Token] { group(closedBy: .character("}")) }

  /// What stands in the brackets that come next; `nil` where none do.
  mutating func option() -> String? {
    guard peek == .character("[") else { return nil }
    skip()
    return Self.text(group(closedBy: .character("]")))
  }

  private mutating func group(closedBy end: Token) -> [Token] {
    let start = index
    var depth = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if depth == 0, token == end { return Array(tokens[start..<index - 1]) }
      if token == .character("{") { depth += 1 }
      if token == .character("}") { depth -= 1 }
    }
    return Array(tokens[start...])
  }

  private mutating func skipSpaces() {
    while index < tokens.count, tokens[index].isSpace { index += 1 }
  }

  /// Tokens as TeX.
  static func text(_ tokens: [Token]) -> String {
    var text = ""
    for (place, token) in tokens.enumerated() {
      switch token {
      case .character(let character): text.append(character)
      case .command(let name):
        text += "\\" + name
        guard name.last?.isLetter == true, place + 1 < tokens.count,
          case .character(let next) = tokens[place + 1], next.isLetter
        else { continue }
        text += " "
      }
    }
    return text
  }

  static func tokens(of tex: String) -> [Token] {
    var tokens: [Token] = []
    var bytes: [UInt8] = []
    func characters() -> [Token] {
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self).map(Token.character)
    }
    var reader = TeXReader(tex)
    while let token = reader.next() {
      switch token {
      case .other(let byte): bytes.append(byte)
      case .command(let name):
        if !bytes.isEmpty { tokens += characters() }
        tokens.append(.command(name))
      }
    }
    return tokens + characters()
  }
}

extension TeXRow.Token {
  fileprivate var isSpace: Bool {
    if case .character(let character) = self { character.isWhitespace } else { false }
  }
}
