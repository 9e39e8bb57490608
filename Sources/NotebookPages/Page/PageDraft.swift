import NotebookSyntax
import NotebookTranscript
import Typesetting

/// A page without its formulas and charts: they are noted in it, and numbered.
///
/// 1. All formulas of the page are found, and MathJax says what they have to do with numbers, unless
///    nothing on the page asks for them.
/// 2. The page is written, with the numbers.
/// 3. Where raw HTML takes formulas for text, others are on the page than were found. Those are counted
///    then, and the page is written once more.
struct PageDraft {
  private(set) var head: PageHead
  private(set) var body: BodyWriter
  /// Why the numbers of equations are not known.
  private(set) var fault: (any Error)?
  /// How often the page was written.
  private(set) var writings = 1

  private let notebook: Notebook
  private let options: PageOptions

  init(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    code: ColouredCode = ColouredCode(),
    wait: EquationCount.Wait = .forEngine
  ) {
    self.notebook = notebook
    self.options = options
    let title = TitleBlock(notebook)
    var context = BodyContext(notebook, transcript: transcript, title: title, options: options)
    context.code = code
    let count = EquationCount(
      typesetter: options.typesetter,
      macros: notebook.frontMatter.macros,
      wait: wait
    )
    let found = FormulaSurvey.page(notebook, context)
    fault = context.count(found, by: count)
    (head, body) = Self.write(notebook, title, context)
    let written = body.countedFormulas
    guard !written.elementsEqual(found, by: { $0.counts(like: $1) }) else { return }
    let numbers = context.equations
    fault = context.count(written, by: count)
    // Nothing on the page has to do with numbers.
    if numbers.isEmpty, context.equations.isEmpty { return }
    (head, body) = Self.write(notebook, title, context)
    writings += 1
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
}

extension BodyWriter {
  /// The formulas that are counted: the numbers of others, and titles of other pages, are not.
  fileprivate var countedFormulas: [ShownFormula] {
    latePieces.compactMap { piece in
      guard case .formula(let formula) = piece, formula.definitions == nil,
        !formula.tex.isOfPage
      else { return nil }
      return formula.shown
    }
  }
}
