import Documents

/// Reads a document.
///
/// 1. The front matter is read as YAML.
/// 2. ``ExtraScanner`` finds formulas, values, labels, references and citations.
/// 3. ``MaskedText`` hides them, and cmark-gfm parses the rest as the Markdown that it is.
/// 4. ``NotebookBuilder`` makes blocks from the tree and puts what was hidden back.
/// 5. The title and its like are read as the text is; their values run last.
/// 6. References are checked against labels.
public enum NotebookParser {
  /// Reads a document, whatever is in it: what is wrong is in ``Notebook/diagnostics``.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - defaults: front matter that holds where the document does not say otherwise.
  ///   - isLabelledElsewhere: whether another document that is rendered with this one has a label;
  ///     called for names that this one refers to and does not define.
  public static func parse(
    _ source: SourceText,
    defaults: FrontMatterDefaults? = nil,
    isLabelledElsewhere: (String) -> Bool = { _ in false }
  ) -> Notebook {
    guard source.faults.isEmpty else { return .empty(source, diagnostics: source.faults) }
    let head = FrontMatterParser(source, defaults: defaults)
    let start = head.frontMatter.range?.upperBound ?? source.contentStart
    // Elsewhere `@name` is a person, and text.
    let readsCitations = head.frontMatter.values["bibliography"] != nil
    let scan = ExtraScanner.scan(source, from: start, readsCitations: readsCitations)
    guard let (read, blocks, dropped) = body(of: source, from: start, scan, readsCitations)
    else {
      return .empty(source, diagnostics: head.diagnostics)
    }
    var builder = read
    builder.report(scan.footnotes.diagnostics(in: source, dropped: dropped))
    var frontMatter = head.frontMatter
    let values = builder.readTexts(head.texts, into: &frontMatter)
    let found = builder.found
    let diagnostics =
      head.diagnostics + scan.diagnostics + found.diagnostics
      + LabelCheck(found, in: source, isElsewhere: isLabelledElsewhere).diagnostics
      + CommandSlips(found.commandSlips, in: source, macros: frontMatter.macros).diagnostics
    return Notebook(
      source: source,
      frontMatter: frontMatter,
      blocks: blocks,
      footnotes: found.footnotes,
      pieces: found.pieces.sorted { $0.id < $1.id } + values,
      outputs: found.outputs.sorted { $0.range.lowerBound < $1.range.lowerBound },
      quotedNotebooks: found.quotedNotebooks,
      labels: found.labels.sorted { $0.range.lowerBound < $1.range.lowerBound },
      referencedLabels: found.labelUses.sorted { $0.range.lowerBound < $1.range.lowerBound }
        .map { Reference.Target(name: $0.name, range: $0.range) },
      images: found.images,
      hasFormulas: found.hasFormulas,
      citations: found.citations.sorted { $0.range.lowerBound < $1.range.lowerBound },
      diagnostics: diagnostics.sorted { ($0.start ?? .first) < ($1.start ?? .first) },
      foreignMarks: scan.foreign(in: source) + found.foreign,
      commentedSymbols: found.symbols,
      variantMarks: found.variantMarks.sorted { $0.range.lowerBound < $1.range.lowerBound }
    )
  }

  /// The blocks of a document.
  ///
  /// - Returns: them, what was found besides, and the notes that the page does not show; `nil` where there
  ///   is no memory for a tree.
  private static func body(
    of source: SourceText,
    from start: Int,
    _ scan: Scan,
    _ readsCitations: Bool
  ) -> (NotebookBuilder, [Block], dropped: [FootnoteMarks.Mark])? {
    func read(dropped: [FootnoteMarks.Mark]) -> (NotebookBuilder, [Block])? {
      let masked = MaskedText(
        source,
        in: start..<source.contentEnd,
        extras: scan.extras,
        calling: dropped
      )
      var builder = NotebookBuilder(
        masked,
        of: source,
        readsCitations: readsCitations,
        links: scan.links
      )
      builder.droppedNotes = dropped.count
      return build(builder)
    }
    guard let (builder, blocks) = read(dropped: []) else { return nil }
    let dropped = scan.footnotes.dropped(from: builder.found.footnotes)
    // Their cells run and their promises are checked, although the page does not show them.
    if !dropped.isEmpty, let (builder, blocks) = read(dropped: dropped) {
      return (builder, blocks, dropped)
    }
    return (builder, blocks, dropped)
  }

  static func build(_ builder: NotebookBuilder) -> (NotebookBuilder, [Block])? {
    CMarkNode.withTree(of: builder.masked.bytes) { root in
      root.map { root in
        var builder = builder
        let blocks = builder.blocks(consuming: root)
        return (builder, blocks)
      }
    }
  }

  /// Reads Markdown that does not stand in a document of its own, such as a value that is shown as
  /// Markdown. Nothing in it is run.
  ///
  /// - Parameter isProse: whether its author wrote it as text of the notebook, in which signs that he has
  ///   escaped differ from others.
  public static func parseFragment(
    _ markdown: String,
    path: String,
    isProse: Bool = false
  ) -> [Block] {
    let blocks = parse(SourceText(path: path, text: markdown)).blocks
    return isProse ? blocks : blocks.changingText { $0.withoutEscapes() } ?? blocks
  }
}

extension Notebook {
  static func empty(_ source: SourceText, diagnostics: [Diagnostic]) -> Notebook {
    Notebook(
      source: source,
      frontMatter: FrontMatter(),
      blocks: [],
      footnotes: [],
      pieces: [],
      outputs: [],
      quotedNotebooks: [],
      labels: [],
      referencedLabels: [],
      images: [],
      hasFormulas: false,
      citations: [],
      diagnostics: diagnostics
    )
  }
}

extension SourcePosition {
  /// The place before all others.
  public static let first = SourcePosition(line: 1, column: 1)
}
