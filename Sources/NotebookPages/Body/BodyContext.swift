import NotebookExecution
import NotebookSyntax

/// What writing a block needs to know of the whole notebook.
struct BodyContext: Sendable {
  /// The document's path, as messages name it.
  let path: String
  /// Whether what is written is Markdown from elsewhere, such as an abstract. It can refer to what
  /// the notebook labels, but its own pieces have no results and its own headings no anchors.
  var isFragment = false
  private let transcript: Transcript
  private let hasPage: @Sendable (String) -> Bool
  private let survey: Survey
  private let outline: Outline
  private let numbering: Numbering

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what its cells showed.
  ///   - title: its title; the heading that it comes from is no section.
  ///   - hasPage: whether a Markdown file that a link names has a page.
  init(
    _ notebook: Notebook,
    transcript: Transcript,
    title: TitleBlock,
    hasPage: @escaping @Sendable (String) -> Bool
  ) {
    path = notebook.source.path
    self.hasPage = hasPage
    self.transcript = transcript
    survey = Survey(notebook)
    var taken: Set = ["content", "contents-heading", title.anchor]
    taken.formUnion(notebook.labels.lazy.map(\.name))
    for footnote in notebook.footnotes {
      taken.insert(FootnoteAnchor.note(footnote.number))
      for occurrence in 0..<max(footnote.referenceCount, 1) {
        taken.insert(FootnoteAnchor.reference(footnote.number, occurrence: occurrence + 1))
      }
    }
    outline = Outline(
      survey.headings.filter { $0.offset != title.headingOffset },
      isNumbered: notebook.frontMatter.numbersSections,
      taken: taken
    )
    numbering = Numbering(labels: notebook.labels, formulas: survey.displayFormulas)
  }

  /// Where a link leads: to another notebook's page instead of its source.
  func address(of destination: String) -> String {
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard path.hasSuffix(".md"), !path.contains(":"), hasPage(String(path)) else {
      return destination
    }
    return path.dropLast(3) + ".html" + destination[path.endIndex...]
  }

  /// What the table of contents lists.
  var contents: [Outline.Section] { outline.contents }

  /// The section whose heading begins at an offset of the source.
  func section(at offset: Int) -> Outline.Section? {
    isFragment ? nil : outline.section(at: offset)
  }

  /// The section with a label.
  func section(named name: String) -> Outline.Section? {
    outline.section(named: name)
  }

  /// The number of a labelled equation, figure, table or listing.
  func number(of label: String) -> String? {
    numbering.numbers[label]
  }

  /// Whether a label is on a cell that the page does not show.
  func isHidden(label: String) -> Bool {
    survey.hiddenLabels.contains(label)
  }

  /// The number of a formula's first row, where MathJax numbers its rows.
  func firstRow(of formula: Formula) -> Int? {
    isFragment ? nil : numbering.firstRows[formula.range.lowerBound]
  }

  /// What a piece printed and showed; empty where it did not run.
  func output(of piece: Int) -> [Transcript.Output] {
    isFragment ? [] : transcript.records[piece]?.output ?? []
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
