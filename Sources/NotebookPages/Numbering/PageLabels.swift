import Bibliography
import NotebookSyntax
import NotebookTranscript
import Typesetting

/// What the labels of a notebook name, for other pages that refer to them.
public struct PageLabels: Sendable {
  /// Every label of the notebook, in order.
  public let names: [String]
  /// The labels whose titles hold what only the notebook's results or its literature tell.
  public private(set) var open: Set<String> = []
  private let writer: BodyWriter
  private let pageTitle: [Inline]
  /// Why the numbers of its equations are not known.
  public let fault: TypesettingError?
  private let definitions: TeXDefinitions

  /// - Parameters:
  ///   - notebook: the notebook, which need not be run.
  ///   - transcript: what its cells and values showed.
  ///   - bibliography: what it may cite.
  ///   - typesetter: knows how formulas are numbered.
  public init(
    _ notebook: Notebook,
    transcript: Transcript = Transcript(),
    bibliography: Bibliography = Bibliography([]),
    typesetter: Typesetter? = nil
  ) {
    names = notebook.labels.map(\.name)
    let title = TitleBlock(notebook)
    let options = PageOptions(typesetter: typesetter, bibliography: bibliography)
    var context = BodyContext(notebook, transcript: transcript, title: title, options: options)
    // Only equations are numbered by what the whole page shows.
    var fault: (any Error)?
    if notebook.labels.contains(where: { $0.kind == .equation }) {
      let count = EquationCount(typesetter: typesetter, macros: notebook.frontMatter.macros)
      fault = context.count(FormulaSurvey.page(notebook, context), by: count)
    }
    self.fault = fault.map { $0 as? TypesettingError ?? .scriptFailed(message: "\($0)") }
    writer = BodyWriter(context)
    let name = PageHead.fileName(in: notebook.source.path)
    pageTitle = title.title.isEmpty ? [.text(name)] : title.title
    definitions = TeXDefinitions(notebook, context)
    let isTitleOpen = pageTitle.needsResults
    open = Set(
      names.filter { name in
        isTitleOpen || context.target(named: name)?.title.needsResults == true
      }
    )
  }

  /// What a label names; its address is that within the page.
  public func target(named name: String) -> LabelTarget? {
    guard var target = writer.context.target(named: name) else { return nil }
    let (title, isTitleKnown) = writer.resolved(target.title)
    let (page, isPageKnown) = writer.resolved(pageTitle)
    let usesTeX =
      (title + page).holdsFormulas || target.number?.contains { "$\\".contains($0) } == true
    target.title = title
    target.page = LabelTarget.OtherPage(
      title: page,
      definitions: usesTeX ? definitions.before(writer.context.place(ofSection: name)) : [],
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
      case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: false
      }
    }
  }

  fileprivate var holdsFormulas: Bool {
    contains { inline in
      switch inline {
      case .formula: true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        inner.holdsFormulas
      default: false
      }
    }
  }
}
