import NotebookSyntax

/// Goes through a running text as a reader sees it, and gives it other words.
struct TextWalk {
  /// A piece of the text.
  enum Piece {
    case text(String)
    /// A sign that stays as it is.
    case escaped(String)
    /// What is no text, as the sign that it is to its neighbours.
    case other(Unicode.Scalar)
  }

  /// What stands for a piece.
  private let words: (Piece) -> String
  /// What stands for a text that is no part of the line around it.
  private let inside: ([Inline]) -> [Inline]
  /// The raw elements that are open and hold no prose.
  private var codeElements = 0

  /// - Parameters:
  ///   - words: called for each piece in order, gives the words in its place.
  ///   - inside: gives what stands for a text that is no part of the line around it.
  init(
    _ words: @escaping (Piece) -> String,
    inside: @escaping ([Inline]) -> [Inline] = { $0 }
  ) {
    self.words = words
    self.inside = inside
  }

  /// The text with its other words. Pieces of text that meet are one.
  mutating func visit(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text(let text) where codeElements > 0:
        pass(SignReader.gap)
        result.append(text: text)
      case .text(let text): result.append(text: words(.text(text)))
      case .escaped(let sign): result.append(text: words(.escaped(sign)))
      default: result.append(changed(inline))
      }
    }
    return result
  }

  private mutating func changed(_ inline: Inline) -> Inline {
    switch inline {
    case .emphasis(let inner): return .emphasis(visit(inner))
    case .strong(let inner): return .strong(visit(inner))
    case .strikethrough(let inner): return .strikethrough(visit(inner))
    case .unknown(let name, let inner): return .unknown(name: name, visit(inner))
    case .link(let link): return .link(changed(link))
    case .html(let markup): read(markup)
    case .softBreak, .lineBreak: pass("\n")
    case .formula(let formula): pass(formula.style == .display ? "\n" : SignReader.gap)
    case .code, .value: pass(SignReader.gap)
    case .image(var image):
      pass(SignReader.gap)
      image.inlines = inside(image.inlines)
      return .image(image)
    case .reference(var reference):
      pass(SignReader.gap)
      reference.prefix = reference.prefix.map(inside)
      return .reference(reference)
    case .citation(var citation):
      pass(SignReader.gap)
      for index in citation.items.indices {
        citation.items[index].prefix = inside(citation.items[index].prefix)
        citation.items[index].suffix = inside(citation.items[index].suffix)
      }
      return .citation(citation)
    // The mark of a note parts nothing.
    case .footnoteReference, .text, .escaped: break
    }
    return inline
  }

  private mutating func changed(_ link: Link) -> Link {
    if link.inlines.count == 1, case .text(let text) = link.inlines[0],
      link.destination.hasSuffix(text)
    {
      pass(SignReader.gap)
      return link
    }
    var changed = link
    changed.inlines = visit(link.inlines)
    return changed
  }

  private func pass(_ scalar: Unicode.Scalar) { _ = words(.other(scalar)) }

  private mutating func read(_ tag: String) {
    let isClosing = tag.hasPrefix("</")
    let name = tag.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isNumber }.lowercased()
    if name == "br" { pass("\n") }
    guard Self.codeNames.contains(name), !tag.hasSuffix("/>") else { return }
    codeElements = isClosing ? max(codeElements - 1, 0) : codeElements + 1
  }

  private static let codeNames: Set = [
    "code", "pre", "kbd", "samp", "tt", "var", "script", "style", "textarea", "svg", "math",
  ]
}
