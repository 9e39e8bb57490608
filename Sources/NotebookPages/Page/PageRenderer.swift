import NotebookExecution
import NotebookSyntax
import Templates
import Timing
import Typesetting

/// Lays out notebooks as HTML pages.
///
/// 1. A ``Survey`` of the notebook gives headings, formulas and labels their anchors and numbers.
/// 2. ``BodyWriter`` turns block after block into nodes and writes these, escaped, into one buffer.
/// 3. All formulas and charts are set together, and put where they belong (`PageTypesetting`).
/// 4. The template puts title, contents and style around it.
///
/// No process is started: what cells showed comes from the transcript.
public struct PageRenderer: Sendable {
  private let options: PageOptions
  private let template: PageTemplate
  private let diagnostics: [Diagnostic]

  /// - Parameter options: how pages are made. A template that cannot be read is told among each
  ///   page's diagnostics, and the built-in one is used.
  public init(options: PageOptions = PageOptions()) {
    self.options = options
    do throws(Diagnostic) {
      template =
        try options.template.map { source throws(Diagnostic) in
          try measured(.template) { () throws(Diagnostic) in try PageTemplate(source) }
        } ?? .builtIn
      diagnostics = []
    } catch {
      template = .builtIn
      diagnostics = [error]
    }
  }

  /// The page of a notebook; the same notebook and transcript always give the same bytes.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what its cells and values showed; empty where it was not run.
  public func page(for notebook: Notebook, transcript: Transcript = Transcript()) -> Page {
    let (head, body) = written(notebook, transcript)
    let typesetting = PageTypesetting(late(body, notebook), by: typesetter(for: notebook))
    var content = HTMLWriter(typesetting.preamble.map { [$0, .text("\n")] } ?? [])
    content.write(.written(body.html.filled(with: typesetting.nodes)))
    let values = head.templateValues(options: options, typesetting)
    var page = content.takeBytes()
    measured(.template) { template.wrap(&page, values) }
    return Page(
      html: page,
      assets: typesetting.assets,
      images: body.images,
      diagnostics: diagnostics + body.diagnostics
        + ReferenceCheck(notebook, body.context, options).diagnostics
        + typesetting.diagnostics,
      typesettingFaults: typesetting.faults
    )
  }

  /// What setting a notebook's formulas and charts now would do; nothing is set or written.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what is known of its cells and values without running them.
  /// - Returns: `nil` where setting them is the browser's work.
  public func outlook(on notebook: Notebook, transcript: Transcript) -> PageOutlook? {
    typesetter(for: notebook).map { typesetter in
      PageOutlook(late(written(notebook, transcript).body, notebook), by: typesetter)
    }
  }

  /// A page without its formulas and charts.
  private func written(
    _ notebook: Notebook,
    _ transcript: Transcript
  ) -> (head: PageHead, body: BodyWriter) {
    let titleBlock = TitleBlock(notebook)
    var context = BodyContext(
      notebook,
      transcript: transcript,
      title: titleBlock,
      options: options
    )
    context.code = measured(.highlighting) { ColouredCode(of: notebook, options.store) }
    var body = BodyWriter(context)
    let head = PageHead(notebook, titleBlock, &body)
    body.html.reserveCapacity(notebook.source.bytes.count * 2)
    body.write(notebook.blocks)
    body.writeReferences()
    body.write(notebook.footnotes)
    body.checkKeptIDs()
    return (head, body)
  }

  private func late(_ body: BodyWriter, _ notebook: Notebook) -> LatePieces {
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

  /// What sets a notebook's formulas; `nil` where that is the browser's work. The command line's word
  /// stands above the notebook's.
  private func typesetter(for notebook: Notebook) -> Typesetter? {
    switch options.typesetting ?? notebook.frontMatter.typesetting ?? .svg {
    case .svg: options.typesetter
    case .browser: nil
    }
  }
}
