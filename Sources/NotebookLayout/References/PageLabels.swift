import NotebookSyntax
import NotebookTranscript

/// What the labels of a notebook name, for other pages that refer to them.
public struct PageLabels: Sendable {
  /// Every label of the notebook, in order.
  public let names: [String]
  /// The labels whose titles hold what only the notebook's results or its literature tell.
  public private(set) var open: Set<String> = []
  /// Why the numbers of its equations are not known.
  public var fault: (any Error)? { context.layout.fault }
  private let context: TextContext
  private let pageTitle: [Inline]
  private let definitions: TeXDefinitions?

  /// - Parameters:
  ///   - notebook: the notebook, which need not be run.
  ///   - transcript: what its cells and values showed.
  ///   - settings: what it may cite, and what knows how its formulas are numbered.
  package init(
    _ notebook: Notebook,
    transcript: Transcript = Transcript(),
    settings: LayoutSettings = LayoutSettings()
  ) {
    names = notebook.labels.map(\.name)
    let layout = LaidOutNotebook(
      notebook,
      transcript,
      settings,
      // Only equations are numbered by what the whole page shows.
      countsEquations: notebook.labels.contains { $0.kind == .equation }
    )
    context = TextContext(layout)
    let title = layout.title.title
    pageTitle = title.isEmpty ? [.text(TitleBlock.fileName(in: notebook.source.path))] : title
    definitions = settings.tex.map { TeXDefinitions(layout, by: $0) }
    let isTitleOpen = pageTitle.needsResults
    open = Set(
      names.filter { name in
        isTitleOpen || layout.target(named: name)?.title.needsResults == true
      }
    )
  }

  /// What a label names; its address is that within the page.
  public func target(named name: String) -> LabelTarget? {
    guard var target = context.layout.target(named: name) else { return nil }
    let (title, isTitleKnown) = context.resolved(target.title)
    let (page, isPageKnown) = context.resolved(pageTitle)
    let usesTeX =
      (title + page).holdsFormulas || target.number?.contains { "$\\".contains($0) } == true
    target.title = title
    target.page = LabelTarget.OtherPage(
      title: page,
      definitions: usesTeX
        ? definitions?.before(context.layout.outline.section(named: name)?.offset) ?? [] : [],
      isKnown: isTitleKnown && isPageKnown
    )
    return target
  }
}

extension [Inline] {
  /// Whether only results or literature tell what its words are.
  fileprivate var needsResults: Bool {
    contains { inline in
      switch inline {
      case .value, .citation: true
      case .formula(let formula): formula.hasValues
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        inner.needsResults
      case .link(let link): link.inlines.needsResults
      case .image(let image): image.inlines.needsResults
      // The title that a reference names may hold a value.
      case .reference: true
      case .text, .escaped, .softBreak, .lineBreak, .code, .html, .footnoteReference: false
      }
    }
  }
}
