import Bibliography
import Documents
import NotebookLayout
import NotebookSyntax

extension MarkdownWriter {
  /// Running text as Markdown.
  ///
  /// - Parameters:
  ///   - head: what stands before it in its line.
  ///   - isInTable: whether it stands in a cell of a table.
  mutating func text(
    _ inlines: [Inline],
    after head: [InlineMarkdown.Part] = [],
    isInTable: Bool = false
  ) -> String {
    line(head + parts(inlines, isInTable), isInTable: isInTable)
  }

  /// Parts as a line, in which no dollar sign is taken for mathematics.
  func line(_ parts: [InlineMarkdown.Part], isInTable: Bool = false) -> String {
    let text = InlineMarkdown(parts, isAtLineStart: true).text
    let mark = EscapedText.dollar
    var line = text
    if text.contains(mark) {
      let isAlone = text.count { $0 == mark || $0 == "$" } < 2
      let sign =
        switch options.dialect {
        case .jupyter: "\\$"
        case .github: isAlone ? "$" : "<span>$</span>"
        }
      line = text.replacing(String(mark), with: sign)
    }
    guard isInTable else { return line }
    return line.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  mutating func parts(_ inlines: [Inline], _ isInTable: Bool = false) -> [InlineMarkdown.Part] {
    inlines.flatMap { parts($0, isInTable) }
  }

  private mutating func parts(_ inline: Inline, _ isInTable: Bool) -> [InlineMarkdown.Part] {
    switch inline {
    case .text(let text), .escaped(let text): return [.words(text)]
    case .softBreak: return [isInTable ? .words(" ") : .lineEnd("")]
    case .lineBreak: return isInTable ? [.markup("<br>")] : [.lineEnd("\\")]
    case .code(let code): return [.code(code, isInTable: isInTable)]
    case .emphasis(let inner): return [marked("*", "em", inner, isInTable)]
    case .strong(let inner): return [marked("**", "strong", inner, isInTable)]
    case .strikethrough(let inner): return [marked("~~", "del", inner, isInTable)]
    case .link(let link): return [.markup(markup(link, isInTable))]
    case .image(let image): return parts(of: image)
    case .html(let markup): return [.markup(options.markup(markup))]
    case .footnoteReference(let reference): return [.markup(markup(reference))]
    case .formula(let formula): return parts(of: formula, isInTable)
    case .value(let value): return parts(of: value, isInTable)
    case .reference(let reference): return parts(for: context.parts(of: reference), isInTable)
    case .citation(let citation): return parts(for: context.parts(of: citation), isInTable)
    case .unknown(_, let inner): return parts(inner, isInTable)
    }
  }

  private mutating func marked(
    _ mark: String,
    _ tag: String,
    _ inner: [Inline],
    _ isInTable: Bool
  ) -> InlineMarkdown.Part {
    let text = InlineMarkdown(parts(inner, isInTable), isAtLineStart: false).text
    return text.isEmpty ? .markup("") : .marked(mark: mark, tag: tag, text)
  }

  private mutating func markup(_ link: Link, _ isInTable: Bool) -> String {
    let words = InlineMarkdown(parts(context.words(of: link), isInTable), isAtLineStart: false).text
    let address = address(.link, link.destination)
    return "[\(words)](\(MarkdownSyntax.destination(address, title: link.title)))"
  }

  private func markup(_ reference: FootnoteReference) -> String {
    guard !context.scope.isFragment else { return "<sup>\(reference.number)</sup>" }
    if options.dialect.hasFootnotes { return "[^\(reference.number)]" }
    return "<sup>[\(reference.number)](#\(FootnoteAnchor.note(reference.number)))</sup>"
  }

  // MARK: - Images

  /// An image, with its number and words where it has a label.
  private mutating func parts(of image: Image) -> [InlineMarkdown.Part] {
    let picture = InlineMarkdown.Part.markup(markup(image))
    guard let label = image.label else { return [picture] }
    let anchor = InlineMarkdown.Part.markup(anchor(label.name))
    let words = context.withoutLinks(image.inlines)
    return [anchor, picture, .words(" ")] + caption(label, words)
  }

  /// An image as Markdown, or as HTML where it has a size.
  mutating func markup(_ image: Image) -> String {
    let source = address(.image, image.source)
    let words = image.alternative ?? context.plainText(image.inlines)
    let sizes = [("width", image.width), ("height", image.height)].compactMap { name, length in
      length.flatMap(Self.pixels).map { " \(name)=\"\($0)\"" }
    }
    guard sizes.isEmpty else {
      let title = image.title.isEmpty ? "" : " title=\"\(MarkdownSyntax.html(image.title))\""
      return
        "<img src=\"\(MarkdownSyntax.html(source))\" alt=\"\(MarkdownSyntax.html(words))\"\(title)\(sizes.joined())>"
    }
    let text = InlineMarkdown([.words(words)], isAtLineStart: false).text
      .replacing(String(EscapedText.dollar), with: "&#36;")
    return "![\(text)](\(MarkdownSyntax.destination(source, title: image.title)))"
  }

  /// A length as HTML has it: pixels, or a part of the width.
  private static func pixels(_ length: String) -> String? {
    let number = length.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(number) else { return nil }
    let factors = [
      "": 1, "px": 1, "in": 96, "cm": 37.8, "mm": 3.78, "pt": 4.0 / 3, "pc": 16, "em": 16,
      "rem": 16, "ex": 8, "ch": 8,
    ]
    let unit = String(length.dropFirst(number.count))
    if unit == "%" { return "\(number)%" }
    return factors[unit].map { String(Int((value * $0).rounded())) }
  }

  /// `**Figure 1:** The words.`
  mutating func caption(_ label: Label?, _ words: [Inline]) -> [InlineMarkdown.Part] {
    let text = parts(words)
    guard let label else { return text }
    let number = context.layout.number(of: label.name).map { Words.noBreakSpace + $0 } ?? ""
    let name = context.words.name(of: label.kind) + number
    let head = words.isEmpty ? name : name + ":"
    return [
      .marked(mark: "**", tag: "strong", InlineMarkdown([.words(head)], isAtLineStart: false).text)
    ]
      + (words.isEmpty ? [] : [.words(" ")] + text)
  }

  // MARK: - References and citations

  /// What the text says where it refers to something or cites it.
  mutating func parts(for parts: [TextPart], _ isInTable: Bool = false) -> [InlineMarkdown.Part] {
    parts.flatMap { part -> [InlineMarkdown.Part] in
      switch part {
      case .words(let words): return [.words(words)]
      case .inlines(let inlines): return self.parts(inlines, isInTable)
      case .number(let tex): return [math(inline: tex, isInTable)]
      case .bibliography(let text, let place): return self.parts(text, citedAt: place)
      case .reference(let referred, let word, let text):
        let words =
          self.parts(for: word, isInTable)
          + within(context.inside(referred).scope) { $0.parts(for: text, isInTable) }
        guard let address = referred.target.address else { return words }
        let text = InlineMarkdown(words, isAtLineStart: false).text
        return [.markup("[\(text)](\(MarkdownSyntax.destination(address)))")]
      case .citation(let key, let words):
        let text = InlineMarkdown(self.parts(for: words, isInTable), isAtLineStart: false).text
        return [
          .markup("[\(text)](\(MarkdownSyntax.destination("#" + ReferenceAnchor.entry(key))))")
        ]
      }
    }
  }

  /// - Parameter place: what messages about its formulas point at.
  mutating func parts(_ text: [BibliographyText], citedAt place: SourceRange)
    -> [InlineMarkdown.Part]
  {
    text.map { part in
      switch part {
      case .text(let words): return .words(words)
      case .emphasis(let inner):
        let text = InlineMarkdown(parts(inner, citedAt: place), isAtLineStart: false).text
        return text.isEmpty ? .markup("") : .marked(mark: "*", tag: "em", text)
      case .math(let tex): return math(inline: ComposedTeX(tex, .text(place)), false)
      case .link(let address, let inner):
        let text = InlineMarkdown(parts(inner, citedAt: place), isAtLineStart: false).text
        let address = SafeAddress.encoded(address)
        return .markup("[\(text)](\(MarkdownSyntax.destination(address)))")
      }
    }
  }

  // MARK: - Values

  /// A value within running text; one that was not run shows its expression.
  private mutating func parts(of value: InlineValue, _ isInTable: Bool) -> [InlineMarkdown.Part] {
    switch context.shownInline(value) {
    case .html(let markup): return [.markup(shown(inline: markup, of: value))]
    case .latex(let tex):
      return [math(inline: context.shownTeX(tex, of: ShownPiece(value)), isInTable)]
    case .markdown(let inlines):
      return inFragment(from: value.range) { $0.parts(inlines, isInTable) }
    case .plain(let text): return [.words(text)]
    case nil: return [.code(value.expression.text, isInTable: isInTable)]
    }
  }

  /// A value's own HTML, or its words.
  mutating func shown(
    inline markup: String,
    of value: InlineValue,
    isInHTML: Bool = false
  ) -> String {
    let piece = ShownPiece(value).range
    if ShownMarkup(markup).isPassedOn { return options.markup(ShownMarkup(markup).line) }
    tellLeftOut(
      "this value is HTML whose scripts or styles do not pass, so that its text stands here",
      help: ShownMarkup.help,
      at: piece
    )
    let text = ShownMarkup(markup).words
    if isInHTML { return MarkdownSyntax.html(text) }
    return InlineMarkdown([.words(text)], isAtLineStart: false).text
  }
}
