import Documents

/// Words as Markdown, so that they mean nothing but themselves.
struct EscapedText {
  /// Stands for a dollar sign of the text until it is known whether it could be taken for mathematics.
  static let dollar: Character = "\u{1}"

  private(set) var text = ""
  /// The last character that stands on the page so far, which decides what the next may mean.
  private var isAtLineStart: Bool
  private var digits = 0

  /// - Parameters:
  ///   - words: the words.
  ///   - isAtLineStart: whether they begin a line.
  init(_ words: String, isAtLineStart: Bool) {
    self.isAtLineStart = isAtLineStart
    let characters = Array(words.unicodeScalars)
    for (index, scalar) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : nil
      let after = index + 1 < characters.count ? characters[index + 1] : nil
      add(scalar, between: before, and: after)
    }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar,
    between before: Unicode.Scalar?,
    and after: Unicode.Scalar?
  ) {
    let wasAtLineStart = isAtLineStart
    isAtLineStart = false
    let isInNumber = wasAtLineStart && ("0"..."9").contains(scalar) || digits > 0
    switch scalar {
    case "\n", "\r":
      isAtLineStart = wasAtLineStart
      if !wasAtLineStart { text += " " }
    case " ", "\t":
      text += wasAtLineStart ? "&#\(scalar.value);" : " "
    case "\\", "`", "*", "[", "]", "<", "~": text += "\\\(scalar)"
    case "_":
      text += before?.isPartOfWord == true && after?.isPartOfWord == true ? "_" : "\\_"
    case "&":
      text += after.map { $0 == "#" || $0.isASCIILetter } == true ? "\\&" : "&"
    case "$": text.append(Self.dollar)
    case "#", "+", "-", "=", "|", ">", ":": text += wasAtLineStart ? "\\\(scalar)" : "\(scalar)"
    case ".", ")":
      let beginsItem = digits > 0 && after.map(\.properties.isWhitespace) ?? true
      text += beginsItem ? "\\\(scalar)" : "\(scalar)"
    case "\u{0}", "\u{1}": text += "\u{FFFD}"
    default: text.unicodeScalars.append(scalar)
    }
    digits = isInNumber && ("0"..."9").contains(scalar) ? digits + 1 : 0
  }
}

extension Unicode.Scalar {
  /// Whether a low line beside it is part of a word.
  fileprivate var isPartOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }

  fileprivate var isASCIILetter: Bool { isASCII && properties.isAlphabetic }
}
