import Documents

/// A document as its author meant it: front matter, blocks, cells and formulas, each with its place.
///
/// A notebook is made by ``NotebookParser`` and never changed afterwards. Making it starts no
/// process; what its cells show is in a transcript, which refers to ``Piece/id``.
public struct Notebook: Sendable {
  /// The document's bytes.
  public var source: SourceText
  /// The YAML at its head.
  public var frontMatter: FrontMatter
  /// The content, in order.
  public var blocks: [Block]
  /// The footnotes that are referred to, in the order of their first references.
  public var footnotes: [Footnote]
  /// Everything that holds Swift, in the order in which it runs: the order of the source,
  /// and then the values of the front matter.
  public var pieces: [Piece]
  /// Every `output` fence, in the order of the source.
  public var outputs: [OutputFence]
  /// The notebooks that it quotes: what stands in fences of `markdown` with the word `notebook`.
  public var quotedNotebooks: [SourceText]
  /// Every label that the document defines, in the order of the source.
  public var labels: [Label]
  /// Every name that the text or a formula refers to, in the order of the source.
  public var referencedLabels: [Reference.Target]
  /// The addresses of its images, but for those in raw HTML.
  public var images: [String]
  /// Whether there is any mathematics in it.
  public var hasFormulas: Bool
  /// Every citation, in the order of the source.
  public var citations: [Citation]
  /// What was found wrong on reading.
  public var diagnostics: [Diagnostic]
  /// What is said of marks that other programs read, and that a page shows as text. They are for who
  /// makes pages: a document that is only verified may well be meant for such a program.
  public var foreignMarks: [Diagnostic] = []

  /// What comments in it say that letters in formulas mean, in the order of the source.
  var commentedSymbols: [SymbolText] = []
  /// What says that a part of it is for one variant alone, in the order of the source.
  public var variantMarks: [VariantMark] = []
  /// What each of its programs begins with besides its cells.
  public var context: [ContextCode] = []
  /// How its cells are checked.
  public var rules = CheckRules()

  /// The cells that are not checked, in order.
  public var exemptCells: [Cell] {
    pieces.compactMap { piece in
      if case .cell(let cell) = piece, cell.exemption != nil { cell } else { nil }
    }
  }

  /// Gives the cells that are run or compiled a reason not to be checked, where they have one.
  public mutating func exempt(_ reason: (Cell) -> Cell.Exemption?) {
    for index in pieces.indices {
      guard case .cell(var cell) = pieces[index], [.run, .noRun].contains(cell.mode),
        let reason = reason(cell)
      else { continue }
      cell.exemption = reason
      cell.mode = .ignore
      pieces[index] = .cell(cell)
    }
  }

  /// Whether an error was found on reading.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether it is known what there is to be run: all errors that were found on reading are about words.
  public var canRun: Bool {
    diagnostics.allSatisfy { $0.severity != .error || Self.errorsOfWords.contains($0.kind) }
  }

  private static let errorsOfWords: Set<Diagnostic.Kind> = [
    .doubledLabel, .looseClaim, .looseLabel, .mixedCitation, .unknownCallout, .unknownLabel,
    .wrongAttribute, .wrongLabel,
  ]
}

/// A place of a notebook that holds Swift.
public enum Piece: Sendable {
  /// A fenced cell.
  case cell(Cell)
  /// An expression in the text or in a formula.
  case value(InlineValue)

  /// The offset of the piece's first byte. It names the piece in a transcript.
  public var id: Int {
    switch self {
    case .cell(let cell): cell.id
    case .value(let value): value.id
    }
  }

  /// The whole piece, with its fence or delimiters.
  public var range: SourceRange {
    switch self {
    case .cell(let cell): cell.range
    case .value(let value): value.range
    }
  }
}
