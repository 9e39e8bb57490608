import Documents

/// What is found in a text besides its blocks, each in the order in which it was met.
struct Findings {
  var pieces: [Piece] = []
  var outputs: [OutputFence] = []
  var quotedNotebooks: [SourceText] = []
  var labels: [Label] = []
  var labelUses: [LabelUse] = []
  var citations: [Citation] = []
  var images: [String] = []
  var hasFormulas = false
  /// Commands of TeX that look like `\swift`.
  var commandSlips: [SourceRange] = []
  var footnotes: [Footnote] = []
  var diagnostics: [Diagnostic] = []
  /// What is said of marks that are other programs'.
  var foreign: [Diagnostic] = []
  /// What comments say that letters in formulas mean.
  var symbols: [SymbolText] = []
  /// What says that something is for one variant alone.
  var variantMarks: [VariantMark] = []

  /// Takes in what was found in a part of the text.
  mutating func add(_ part: Findings) {
    pieces += part.pieces
    outputs += part.outputs
    quotedNotebooks += part.quotedNotebooks
    labels += part.labels
    labelUses += part.labelUses
    citations += part.citations
    images += part.images
    hasFormulas = hasFormulas || part.hasFormulas
    commandSlips += part.commandSlips
    footnotes += part.footnotes
    diagnostics += part.diagnostics
    foreign += part.foreign
    variantMarks += part.variantMarks
    symbols += part.symbols
  }

  /// The same, of a text whose bytes stand elsewhere in the document. Its values are pieces apart.
  func moved(by relocation: Relocation, from text: SourceText, to source: SourceText) -> Findings {
    var moved = Findings()
    moved.citations = citations.map(relocation.citation)
    moved.labelUses = labelUses.map {
      LabelUse(name: $0.name, range: relocation.range($0.range), notation: $0.notation)
    }
    moved.hasFormulas = hasFormulas
    moved.diagnostics = diagnostics.map { relocation.diagnostic($0, of: text, in: source) }
    moved.foreign = foreign.map { relocation.diagnostic($0, of: text, in: source) }
    return moved
  }
}
