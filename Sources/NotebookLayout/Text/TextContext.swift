import Documents
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

/// A laid-out notebook as a text sees it, by the rules that hold where the text stands.
package struct TextContext: Sendable {
  /// The notebook.
  package let layout: LaidOutNotebook
  /// The rules.
  package var scope = TextScope.notebook

  /// The notebook's own text.
  package init(_ layout: LaidOutNotebook) {
    self.layout = layout
  }

  /// The words that the page adds.
  package var words: Words { layout.words }

  /// The title that stands for a label where this text refers to it.
  package func inside(_ reference: ReferredLabel) -> TextContext {
    var inner = self
    inner.scope = scope.title(reference)
    return inner
  }

  /// What a link says: where it has no words, or is an address in angle brackets, those of what it leads to.
  package func words(of link: Link) -> [Inline] {
    guard link.inlines.isEmpty || link.inlines == [.text(link.destination)] else {
      return link.inlines
    }
    if let words = layout.words(ofLinkTo: link.destination) { return words }
    // Where nobody knows the project, its name for the object says most.
    let parts = link.destination.split(separator: "#", maxSplits: 1)
    guard link.destination.hasPrefix("xref:"), parts.count > 1 else { return link.inlines }
    return [.code(String(parts[1]))]
  }

  /// The section whose heading begins at an offset of the source.
  package func section(at offset: Int) -> Outline.Section? {
    scope.isFragment ? nil : layout.outline.section(at: offset)
  }

  /// The number of the theorem or its like that begins at an offset of the source.
  package func theoremNumber(at offset: Int) -> String? {
    scope.isFragment ? nil : layout.theoremNumber(at: offset)
  }

  /// The name by which a link finds the theorem or its like that begins at an offset of the source.
  package func statementAnchor(at offset: Int) -> String? {
    scope.isFragment ? nil : layout.statementAnchor(at: offset)
  }

  /// What a piece printed and showed; empty where it did not run.
  package func output(of piece: Int) -> [Transcript.Output] {
    scope.isFragment ? [] : layout.transcript.records[piece]?.output ?? []
  }

  /// What a value in the text printed and showed; empty where it did not run.
  func output(ofValue value: Int) -> [Transcript.Output] {
    scope.knowsValues ? layout.transcript.records[value]?.output ?? [] : []
  }

  /// The first `output` fence of a cell.
  package func fence(of cell: Int) -> OutputFence? {
    scope.isFragment ? nil : layout.fence(of: cell)
  }

  /// Whether the page does not show a cell.
  package func isHidden(cell: Int) -> Bool { !scope.isFragment && layout.isHidden(cell: cell) }
}

/// By which rules a text is read: those for the notebook's own, or those for Markdown from elsewhere, such
/// as an abstract or what a cell shows. That can refer to what the notebook labels, but its own pieces have
/// no results and its own headings no anchors.
package struct TextScope: Sendable {
  /// Where the Markdown comes from; `nil` for the notebook's own text.
  package private(set) var place: SourceRange?
  /// Whether the values in it are the notebook's.
  package private(set) var knowsValues = true
  /// The labels for which titles stand here, from the outermost in.
  private(set) var titles: [String] = []
  /// The TeX by which another page defines what the formulas use; `nil` for the page's own text.
  package private(set) var foreignDefinitions: [String]?

  /// Whether it is Markdown from elsewhere.
  package var isFragment: Bool { place != nil }

  /// The notebook's own text.
  package static let notebook = TextScope()

  /// Markdown from elsewhere within this text.
  ///
  /// - Parameters:
  ///   - place: where it comes from.
  ///   - knowsValues: whether its values are the notebook's, as those of the front matter are.
  package func fragment(from place: SourceRange, knowsValues: Bool = false) -> TextScope {
    var scope = self
    scope.place = place
    scope.knowsValues = knowsValues
    return scope
  }

  /// The title that stands for a label where the text refers to it.
  func title(_ reference: ReferredLabel) -> TextScope {
    var scope = self
    scope.titles.append(reference.name)
    guard let page = reference.target.page else { return scope }
    scope.foreignDefinitions = page.definitions
    return scope.fragment(from: reference.range)
  }

  /// Whether titles may still stand within each other, as they may refer to each other.
  func mayShowTitle(of name: String) -> Bool { titles.count < 2 && !titles.contains(name) }
}
