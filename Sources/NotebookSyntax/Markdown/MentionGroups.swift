import Documents

/// Puts the mentions of a line together that share a pair of brackets, as in `[see @a, p. 3; @b]`.
///
/// It looks at the line after cmark-gfm, so brackets that are left in the text belong to no link, and
/// the words in them are inlines already. Brackets that make no group stay text, and the mentions in
/// them stand by themselves.
struct MentionGroups {
  enum Element {
    case text(String)
    case inline(Inline)
    /// A mention, which stands by itself unless a group takes it, in so many brackets.
    case mention(Inline, Mention, depth: Int)
    case semicolon(depth: Int)
  }

  private struct Opening {
    /// The index of the bracket's element.
    var index: Int
    /// Whether a mention stands right in it.
    var hasMention = false
    /// How many pairs with mentions stand in one another inside.
    var level = 0
  }

  let source: SourceText
  /// Whether texts are raw HTML.
  let isHTML: Bool
  var elements: [Element] = []
  /// The citations that were found; complete only when the result has been taken.
  var citations: [Citation] = []
  var diagnostics: [Diagnostic] = []
  private var openings: [Opening] = []

  /// How deep groups may stand in one another. One in a suffix is the most that is of use; the limit
  /// keeps the time linear.
  private static let deepest = 3

  init(in source: SourceText, isHTML: Bool = false) {
    self.source = source
    self.isHTML = isHTML
  }

  mutating func add(_ inline: Inline) { elements.append(.inline(inline)) }

  mutating func add(_ inline: Inline, _ mention: Mention) {
    elements.append(.mention(inline, mention, depth: openings.count))
    if case .around = mention.brackets, let last = openings.indices.last {
      openings[last].hasMention = true
    }
  }

  mutating func add(text: String) {
    let utf8 = text.utf8
    var start = utf8.startIndex
    while let mark = utf8[start...].firstIndex(where: { "[];".utf8.contains($0) }) {
      if mark > start { elements.append(.text(String(text[start..<mark]))) }
      switch utf8[mark] {
      case UInt8(ascii: "["):
        openings.append(Opening(index: elements.count))
        elements.append(.text("["))
      case UInt8(ascii: ";") where isHTML && endsEntity(utf8[..<mark]): elements.append(.text(";"))
      case UInt8(ascii: ";"): elements.append(.semicolon(depth: openings.count))
      default: close()
      }
      start = utf8.index(after: mark)
    }
    if start < utf8.endIndex { elements.append(.text(String(text[start...]))) }
  }

  /// Whether a semicolon behind a text ends an entity such as `&amp;`.
  private func endsEntity(_ text: Substring.UTF8View) -> Bool {
    let longestEntity = 32
    let name = text.suffix(longestEntity).reversed()
      .prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && text.dropLast(name.count).last == UInt8(ascii: "&")
  }

  private mutating func close() {
    guard var opening = openings.popLast() else { return elements.append(.text("]")) }
    let narrative = opening.hasMention ? nil : citation(before: opening.index)
    if opening.hasMention || narrative != nil { opening.level += 1 }
    if let last = openings.indices.last {
      openings[last].level = max(openings[last].level, opening.level)
    }
    if opening.hasMention || narrative != nil, opening.level <= Self.deepest,
      !isFootnote(opening.index)
    {
      let content = Array(elements[(opening.index + 1)...])
      if let narrative {
        let suffix = suffix(content)
        if !suffix.isEmpty {
          elements.removeSubrange(narrative.index...)
          return add(narrative.citation, suffix, narrative.brackets)
        }
      } else if let group = group(content, depth: openings.count + 1) {
        elements.removeSubrange(opening.index...)
        return elements.append(.inline(group))
      }
    }
    elements.append(.text("]"))
  }

  /// Whether a bracket is that of a footnote which is nowhere defined.
  private func isFootnote(_ index: Int) -> Bool {
    guard index + 1 < elements.count, case .text(let text) = elements[index + 1] else {
      return false
    }
    return text.utf8.first == UInt8(ascii: "^")
  }

  /// The citation right before a bracket, with the range of the pair.
  private func citation(before index: Int)
    -> (index: Int, citation: Citation, brackets: SourceRange)?
  {
    var index = index - 1
    if index > 0 {
      switch elements[index] {
      case .text(let text) where text.utf8.allSatisfy(\.isASCIIWhitespace): index -= 1
      case .inline(.softBreak): index -= 1
      default: break
      }
    }
    guard index >= 0,
      case .mention(.citation(let citation), let mention, let depth) = elements[index],
      depth == openings.count, case .behind(let brackets) = mention.brackets
    else { return nil }
    return (index, citation, brackets)
  }

  private mutating func add(_ citation: Citation, _ suffix: [Inline], _ brackets: SourceRange) {
    var citation = citation
    citation.items[0].suffix = suffix
    citation.range = citation.range.lowerBound..<brackets.upperBound
    citations.append(citation)
    elements.append(.inline(.citation(citation)))
  }
}

extension MentionGroups {
  /// The line with its groups.
  mutating func inlines() -> [Inline] { inlines(elements) }

  /// Elements as inlines. A mention among them stands by itself.
  mutating func inlines(_ elements: [Element]) -> [Inline] {
    var inlines: [Inline] = []
    for element in elements {
      switch element {
      case .text(let text): inlines.append(text: text)
      case .semicolon: inlines.append(text: ";")
      case .inline(let inline): inlines.append(inline)
      case .mention(let inline, _, _):
        if case .citation(let citation) = inline { citations.append(citation) }
        inlines.append(inline)
      }
    }
    return isHTML ? inlines.flatMap(\.splitIntoMarkup) : inlines
  }

  /// What stands behind a key, without the mark that parts them.
  mutating func suffix(_ elements: [Element]) -> [Inline] {
    var inlines = inlines(elements).trimmed
    if case .text(let text)? = inlines.first, let mark = text.utf8.first, ",;".utf8.contains(mark) {
      inlines.dropFirst(utf8: 1)
    }
    return inlines.trimmed
  }
}

extension Inline {
  /// A stretch of raw HTML as text, tags and entities.
  fileprivate var splitIntoMarkup: [Inline] {
    guard case .text(let text) = self else { return [self] }
    var inlines: [Inline] = []
    var rest = text.utf8[...]
    while let start = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    {
      if start > rest.startIndex { inlines.append(.text(String(Substring(rest[..<start])))) }
      let close = UInt8(ascii: rest[start] == UInt8(ascii: "<") ? ">" : ";")
      let end = rest[start...].firstIndex(of: close).map { rest.index(after: $0) } ?? rest.endIndex
      inlines.append(.html(String(Substring(rest[start..<end]))))
      rest = rest[end...]
    }
    if !rest.isEmpty { inlines.append(.text(String(Substring(rest)))) }
    return inlines
  }
}
