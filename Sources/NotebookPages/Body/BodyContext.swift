import Bibliography
import Documents
import NotebookSyntax
import NotebookTranscript
import Typesetting

/// What writing a block needs to know of the whole notebook.
struct BodyContext: Sendable {
  /// The document's path, as messages name it.
  var path: String { source.path }
  /// By which rules the text that is written is read.
  var scope = TextScope.notebook
  private var isFragment: Bool { scope.isFragment }
  private let source: SourceText
  let transcript: Transcript
  /// The author's words for kinds of labels.
  let words: [Label.Kind: String]
  /// Begins every name within the page's outputs: letters, digits and low lines.
  let outputPrefix: String
  private let elsewhere: @Sendable (String) -> LabelTarget?
  private let survey: Survey
  /// The notebook's title.
  let title: TitleBlock
  private let outline: Outline
  private let numbering: Numbering
  /// The numbers of equations, once they are known.
  var equations = EquationNumbers()
  /// The code that the page shows.
  var code = ColouredCode()
  /// What the notebook cites.
  let references: ReferenceList
  private let citations: [String: SourceRange]
  private let referencedLabels: Set<String>
  /// Whether the author wants a table of contents; `nil` where he does not say.
  private let wantsContents: Bool?

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what its cells showed.
  ///   - title: its title; the heading that it comes from is no section.
  ///   - options: what links to other pages need to know.
  init(
    _ notebook: Notebook,
    transcript: Transcript,
    title: TitleBlock,
    options: PageOptions
  ) {
    source = notebook.source
    words = notebook.frontMatter.referenceWords
    wantsContents = notebook.frontMatter.hasContents
    outputPrefix = options.idPrefix.replacing("-", with: "_")
    elsewhere = options.labelElsewhere
    self.transcript = transcript
    self.title = title
    survey = Survey(notebook)
    var taken: Set = ["content", "contents-heading", title.anchor]
    taken.formUnion(notebook.labels.lazy.map(\.name))
    for footnote in notebook.footnotes {
      taken.insert(FootnoteAnchor.note(footnote.number))
      for occurrence in 0..<max(footnote.referenceCount, 1) {
        taken.insert(FootnoteAnchor.reference(footnote.number, occurrence: occurrence + 1))
      }
    }
    referencedLabels = Set(notebook.referencedLabels.lazy.map(\.name))
    let items = notebook.citations.flatMap(\.items)
    citations = Dictionary(
      items.map { ($0.key, $0.range) },
      uniquingKeysWith: { first, _ in first }
    )
    references = options.bibliography.references(citing: items.map(\.key))
    outline = Outline(
      survey.headings.filter { $0.offset != title.headingOffset },
      isNumbered: notebook.frontMatter.numbersSections,
      addsReferences: !references.entries.isEmpty && !survey.endsWithHeading,
      taken: taken.union(references.entries.lazy.map { ReferenceAnchor.entry($0.key) })
    )
    numbering = Numbering(labels: notebook.labels, theorems: survey.theorems)
  }

  /// What the text says where it cites an entry of the bibliography.
  func citationLabel(of key: String) -> CitationLabel? {
    references.label(for: key)
  }

  /// Where an entry of the bibliography is cited first.
  func firstCitation(of key: String) -> SourceRange {
    citations[key] ?? 0..<0
  }

  /// The section that the page adds for its references; `nil` where there are none, or where the
  /// author has ended the notebook with a heading for them.
  var referencesSection: Outline.Section? { outline.references }

  /// What the table of contents lists. Where the author does not say whether he wants one, there is one
  /// for more than two sections.
  var contents: [Outline.Section] {
    let sections = outline.contents
    return wantsContents ?? (sections.count > 2) ? sections : []
  }

  /// The section whose heading begins at an offset of the source.
  func section(at offset: Int) -> Outline.Section? {
    isFragment ? nil : outline.section(at: offset)
  }

  /// What a label names, on this page or another; `nil` where nothing has the label.
  func target(named name: String) -> LabelTarget? {
    if let title = ownTitle(named: name) {
      return LabelTarget(address: "#" + name, number: nil, title: title)
    }
    if let section = outline.section(named: name) {
      return LabelTarget(address: "#" + name, number: section.number, title: section.inlines)
    }
    guard let number = number(of: name) else { return elsewhere(name) }
    return LabelTarget(
      address: survey.hiddenLabels.contains(name) ? nil : "#" + name,
      number: number
    )
  }

  /// The words that stand for a label of the notebook which has no number.
  func ownTitle(named name: String) -> [Inline]? {
    if name == title.label { return title.title }
    guard let section = outline.section(named: name), section.number == nil else { return nil }
    return section.inlines
  }

  /// Where a labelled section begins.
  func place(ofSection name: String) -> Int? { outline.section(named: name)?.offset }

  /// The number of a labelled equation, figure, table, listing or theorem.
  func number(of label: String) -> String? {
    numbering.numbers[label] ?? equations.numbers[label]
  }

  /// The number of the theorem or its like that begins at an offset of the source.
  func theoremNumber(at offset: Int) -> String? {
    isFragment ? nil : numbering.theorems[offset]
  }

  /// The labels that formulas may refer to, besides those that MathJax defines itself.
  var formulaReferences: [String: FormulaReference] {
    var references: [String: FormulaReference] = [:]
    let numbers = numbering.numbers.merging(equations.numbers) { first, _ in first }
    for (name, number) in numbers where !equations.texLabels.contains(name) {
      references[name] = FormulaReference(text: number, address: "#" + name)
    }
    // What is the notebook's own is not looked for in others, which are read for it.
    for name in referencedLabels where references[name] == nil && !isOwn(name) {
      guard let target = elsewhere(name), let number = target.number, let address = target.address
      else { continue }
      references[name] = FormulaReference(
        text: number,
        page: target.page.map { "$" + $0.texOfPage + "$" },
        address: address
      )
    }
    for section in outline.sections {
      guard let label = section.label, let number = section.number else { continue }
      references[label] = FormulaReference(text: number, address: "#" + label)
    }
    return references
  }

  /// Whether a label is the notebook's, and has no number that the page gives.
  private func isOwn(_ name: String) -> Bool {
    name == title.label || equations.texLabels.contains(name)
      || outline.section(named: name) != nil
  }

  /// What a piece printed and showed; empty where it did not run.
  func output(of piece: Int) -> [Transcript.Output] {
    isFragment ? [] : transcript.records[piece]?.output ?? []
  }

  /// What a value in the text printed and showed; empty where it did not run.
  func output(ofValue value: Int) -> [Transcript.Output] {
    scope.knowsValues ? transcript.records[value]?.output ?? [] : []
  }

  /// How a cell was tried. One whose comments name the very errors that came must not compile.
  func mode(of cell: Cell) -> Cell.Mode {
    let isRefused = cell.mode == .run && transcript.records[cell.id]?.status == .compiled
    return isRefused ? .compileFail : cell.mode
  }

  /// The line in which a piece begins.
  func firstLine(of piece: Int) -> SourceRange {
    piece..<max(source.lineRange(source.position(at: piece).line).upperBound, piece + 1)
  }

  /// What the author wrote in a range of the notebook.
  func text(_ range: SourceRange) -> String { source[range] }

  /// A message about a place of the notebook.
  func diagnostic(
    _ severity: Diagnostic.Severity,
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String? = nil,
    at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(severity, kind, message, help: help, in: source, at: place)
  }

  /// The first `output` fence of a cell.
  func fence(of cell: Int) -> OutputFence? {
    isFragment ? nil : survey.fences[cell]
  }

  /// Whether the page does not show a cell.
  func isHidden(cell: Int) -> Bool {
    !isFragment && survey.hiddenCells.contains(cell)
  }
}

/// By which rules a text is read: those for the notebook's own, or those for Markdown from elsewhere, such
/// as an abstract or what a cell shows. That can refer to what the notebook labels, but its own pieces have
/// no results and its own headings no anchors.
struct TextScope: Sendable {
  /// Where the Markdown comes from; `nil` for the notebook's own text.
  private(set) var place: SourceRange?
  /// Whether the values in it are the notebook's.
  private(set) var knowsValues = true

  var isFragment: Bool { place != nil }

  static let notebook = TextScope()

  static func fragment(from place: SourceRange, knowsValues: Bool = false) -> TextScope {
    TextScope(place: place, knowsValues: knowsValues)
  }
}
