import Documents

/// A text of the front matter that may hold formulas, values, references and citations, such as the
/// title, as it is written there.
struct FrontMatterText {
  enum Kind {
    case title, subtitle, abstract
  }

  var kind: Kind
  /// What it says.
  var text: String
  /// Where it is written, with its marks.
  var place: SourceRange
}

extension NotebookBuilder {
  /// Reads the texts of the front matter as Markdown. Their values run when the whole notebook has, and
  /// are the last among its pieces.
  ///
  /// - Returns: the values, in their order.
  mutating func readTexts(_ texts: [FrontMatterText], into frontMatter: inout FrontMatter)
    -> [Piece]
  {
    var pieces: [Piece] = []
    for text in texts {
      let origins = ScalarOrigins(of: text.text, in: source.bytes, from: text.place.lowerBound)
      let start = text.place.lowerBound
      let relocation = Relocation { origins?.offset(of: $0) ?? start }
      var reader = self.reader(of: text)
      switch text.kind {
      case .title: frontMatter.titleText = relocation.inlines(reader.line())
      case .subtitle: frontMatter.subtitleText = relocation.inlines(reader.line())
      case .abstract: frontMatter.abstractBlocks = relocation.blocks(reader.allBlocks())
      }
      let values = reader.found.pieces.compactMap { piece -> InlineValue? in
        if case .value(let value) = piece { value } else { nil }
      }
      if origins != nil {
        pieces += values.map { .value(relocation.value($0)) }
      } else if !values.isEmpty {
        reportEscapes(text.place)
      }
      found.add(reader.found.moved(by: relocation, from: reader.source, to: source))
    }
    return pieces
  }

  private func reader(of text: FrontMatterText) -> NotebookBuilder {
    // A title is one line, however it is written; each line end is one byte as a space is.
    let line = text.kind == .abstract ? text.text : text.text.replacing("\n", with: " ")
    let own = SourceText(path: source.path, text: line)
    return NotebookBuilder(
      MaskedText(own, in: 0..<0, extras: []),
      of: own,
      readsCitations: readsCitations,
      links: links
    )
  }

  /// The whole text as one line; what would be a tag, as in `Array<Int>`, is text.
  private mutating func line() -> [Inline] {
    fragment(0..<source.bytes.count).map { inline in
      if case .html(let markup) = inline { .text(markup) } else { inline }
    }
  }

  /// The whole text as blocks.
  private mutating func allBlocks() -> [Block] {
    let scan = ExtraScanner.scan(source, from: 0, readsCitations: readsCitations)
    let masked = MaskedText(source, in: 0..<source.bytes.count, extras: scan.extras)
    return CMarkNode.withTree(of: masked.bytes) { root in
      guard let root else { return [] }
      self = NotebookBuilder(masked, of: source, readsCitations: readsCitations)
      found.diagnostics = scan.diagnostics
      found.foreign = scan.foreign(in: source)
      return blocks(consuming: root)
    }
  }

  private mutating func reportEscapes(_ place: SourceRange) {
    report(
      Diagnostic(
        .error,
        .escapedValue,
        "a value cannot be read in a text that is written with escapes",
        help: "write the text in single quotation marks, or after '|' on lines of its own",
        in: source,
        at: place
      )
    )
  }
}
