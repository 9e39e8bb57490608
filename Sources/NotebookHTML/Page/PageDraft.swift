import NotebookLayout
import NotebookSyntax
import NotebookTranscript
import Typesetting

/// A page without its formulas and charts: they are noted in it, and numbered.
///
/// 1. The notebook is laid out: all its formulas are found, and MathJax says what they have to do with
///    numbers, unless nothing on the page asks for them.
/// 2. The page is written, with the numbers.
/// 3. Where raw HTML takes formulas for text, others are on the page than were found. Those are counted
///    then, and the page is written once more.
struct PageDraft {
  private(set) var head: PageHead
  private(set) var body: BodyWriter
  /// How often the page was written.
  private(set) var writings = 1

  private let idPrefix: String

  /// - Parameters:
  ///   - typesetter: knows how formulas are numbered; `nil` where nobody can be asked.
  ///   - isWaiting: whether the engine may be started to know about numbers.
  init(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    setBy typesetter: Typesetter?,
    code: ColouredCode = ColouredCode(),
    isWaiting: Bool = true
  ) {
    idPrefix = options.idPrefix
    let marks = options.sourceMarks.map(SourceMarks.init)
    let settings = LayoutSettings(
      bibliography: options.bibliography,
      tex: TypesetterTeX(typesetter, isWaiting: isWaiting),
      chapter: options.chapter,
      namesStatements: options.course != nil,
      labelElsewhere: options.labelElsewhere,
      linkWords: options.linkWords
    )
    var layout = LaidOutNotebook(notebook, transcript, settings)
    (head, body) = Self.write(layout, code, marks, options)
    let written = body.countedFormulas
    guard !written.elementsEqual(layout.formulas, by: { $0.counts(like: $1) }),
      layout.recount(written)
    else { return }
    (head, body) = Self.write(layout, code, marks, options)
    writings += 1
  }

  /// The laid-out notebook.
  var layout: LaidOutNotebook { body.context.layout }

  /// The formulas and charts.
  var late: LatePieces {
    LatePieces(
      pieces: body.late.pieces,
      notebook: layout.notebook,
      settings: FormulaSettings(
        macros: layout.notebook.frontMatter.macros,
        references: layout.formulaReferences,
        numberPrefix: layout.numberPrefix
      ),
      idPrefix: idPrefix
    )
  }

  private static func write(
    _ layout: LaidOutNotebook,
    _ code: ColouredCode,
    _ marks: SourceMarks?,
    _ options: PageOptions
  ) -> (PageHead, BodyWriter) {
    let notebook = layout.notebook
    var body = BodyWriter(
      layout,
      code: code,
      idPrefix: options.idPrefix,
      sources: marks,
      permissions: options.permissions(of: notebook)
    )
    let head = PageHead(&body)
    body.html.reserveCapacity(notebook.source.bytes.count * 2)
    if let sections = options.sections {
      body.write(sections(layout))
    } else {
      body.writeAll(notebook.blocks)
    }
    let isInSections = options.sections != nil
    if !isInSections || !layout.references.entries.isEmpty {
      body.writeFoot(isSection: isInSections) { $0.writeReferences() }
    }
    if !isInSections || !notebook.footnotes.isEmpty {
      body.writeFoot(isSection: isInSections) { $0.write(notebook.footnotes) }
    }
    body.endSections()
    body.checkKeptIDs()
    return (head, body)
  }
}

extension BodyWriter {
  /// The formulas that are counted: the numbers of others, and titles of other pages, are not.
  fileprivate var countedFormulas: [ShownFormula] {
    late.pieces.compactMap { piece in
      guard case .formula(let formula) = piece, formula.definitions == nil,
        !formula.tex.isOfPage
      else { return nil }
      return formula.shown
    }
  }
}
