import NotebookSyntax
import NotebookTranscript
import Typesetting

/// A page without its formulas and charts: they are noted in it, and numbered.
///
/// 1. The page is written, whatever its equations' numbers are; then all its formulas are known.
/// 2. MathJax says what those have to do with numbers, unless nothing on the page asks for them.
/// 3. The page is written once more, with the numbers.
struct PageDraft {
  /// Whether the engine may be started to know about numbers.
  enum Wait {
    case forEngine
    /// What is kept is enough.
    case forNothing
  }

  private(set) var head: PageHead
  private(set) var body: BodyWriter
  /// Why the numbers of equations are not known.
  private(set) var fault: (any Error)?

  private let notebook: Notebook
  private let options: PageOptions

  init(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    code: ColouredCode = ColouredCode(),
    wait: Wait = .forEngine
  ) {
    self.notebook = notebook
    self.options = options
    let title = TitleBlock(notebook)
    var context = BodyContext(notebook, transcript: transcript, title: title, options: options)
    context.code = code
    (head, body) = Self.write(notebook, title, context)
    do {
      guard let equations = try equations(wait) else { return }
      context.equations = equations
      (head, body) = Self.write(notebook, title, context)
    } catch {
      fault = error
    }
  }

  /// The formulas and charts.
  var late: LatePieces {
    LatePieces(
      pieces: body.latePieces,
      notebook: notebook,
      settings: FormulaSettings(
        macros: notebook.frontMatter.macros,
        references: body.context.formulaReferences
      ),
      idPrefix: options.idPrefix
    )
  }

  private static func write(_ notebook: Notebook, _ title: TitleBlock, _ context: BodyContext)
    -> (PageHead, BodyWriter)
  {
    var body = BodyWriter(context)
    let head = PageHead(notebook, title, &body)
    body.html.reserveCapacity(notebook.source.bytes.count * 2)
    body.write(notebook.blocks)
    body.writeReferences()
    body.write(notebook.footnotes)
    body.checkKeptIDs()
    return (head, body)
  }

  /// The numbers of the page's equations; `nil` where MathJax may count by itself, as nothing refers to
  /// a number and the formulas are set in the order of the page, or where the numbers are not known.
  private func equations(_ wait: Wait) throws -> EquationNumbers? {
    let late = late
    let displays = late.formulas.map(\.formula).filter { $0.style == .display }
    guard !displays.isEmpty, late.isInDisorder || displays.contains(where: \.hasLabel) else {
      return nil
    }
    guard let typesetter = options.typesetter else {
      return EquationNumbers(displays, tags: displays.map { _ in EquationTags.none })
    }
    let page = late.formulaPage
    guard let tags = try typesetter.tags(of: page, isWaiting: wait == .forEngine) else {
      return nil
    }
    let byPiece = Dictionary(uniqueKeysWithValues: zip(late.inOrder.map(\.index), tags))
    let ofDisplays = late.formulas.filter { $0.formula.style == .display }
      .map { byPiece[$0.index] ?? EquationTags.none }
    return EquationNumbers(displays, tags: ofDisplays)
  }
}
