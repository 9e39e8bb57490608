/// A piece of a reference's text.
public indirect enum BibliographyText: Sendable, Hashable {
  /// Plain text, in Unicode, to be escaped for the page it goes to.
  case text(String)
  /// What is set off, by italics as a rule.
  case emphasis([BibliographyText])
  /// A formula: the TeX between its dollars.
  case math(String)
  /// A link; its address begins with `http://` or `https://`.
  case link(address: String, [BibliographyText])
}

extension [BibliographyText] {
  /// The text without what sets it off; formulas are their TeX between dollars.
  public var plainText: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .emphasis(let inner), .link(_, let inner): inner.plainText
      case .math(let tex): "$" + tex + "$"
      }
    }.joined()
  }

  /// The addresses of the links in the text.
  var addresses: [String] {
    flatMap { piece in
      switch piece {
      case .text, .math: [String]()
      case .emphasis(let inner): inner.addresses
      case .link(let address, _): [address]
      }
    }
  }

  /// The last character, where it is text.
  var lastCharacter: Character? {
    switch last {
    case .text(let text): text.last
    case .emphasis(let inner), .link(_, let inner): inner.lastCharacter
    case .math, nil: nil
    }
  }

  /// Whether the text ends in a link, which takes no full stop since that would seem part of it.
  var endsInLink: Bool {
    if case .link = last { true } else { false }
  }

  /// Adds text, joined to the text that is there.
  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let before) = last {
      self[count - 1] = .text(before + text)
    } else {
      append(.text(text))
    }
  }

  /// Adds pieces, joining text to text.
  mutating func append(_ pieces: [BibliographyText]) {
    for piece in pieces {
      if case .text(let text) = piece {
        append(text)
      } else {
        append(piece)
      }
    }
  }

  /// The text with no white space at its ends.
  var trimmed: [BibliographyText] {
    var result = self
    if case .text(let text) = result.first {
      let rest = text.drop { $0 == " " }
      result[0] = .text(String(rest))
      if rest.isEmpty { result.removeFirst() }
    }
    if case .text(var text) = result.last {
      while text.last == " " { text.removeLast() }
      result[result.count - 1] = .text(text)
      if text.isEmpty { result.removeLast() }
    }
    return result
  }
}
