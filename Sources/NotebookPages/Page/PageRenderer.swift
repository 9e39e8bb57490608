import NotebookExecution
import NotebookSyntax
import Templates

/// Lays out notebooks as HTML pages.
///
/// 1. A ``Survey`` of the notebook gives headings, formulas and labels their anchors and numbers.
/// 2. ``BodyWriter`` turns block after block into nodes and writes these, escaped, into one buffer.
/// 3. The template puts title, contents and style around it.
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
      template = try options.template.map(PageTemplate.init) ?? .builtIn
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
    let titleBlock = TitleBlock(notebook)
    var body = BodyWriter(
      BodyContext(
        notebook,
        transcript: transcript,
        title: titleBlock,
        hasPage: options.hasPage
      )
    )
    let head = PageHead(notebook, titleBlock, &body)
    body.html.reserveCapacity(notebook.source.bytes.count * 2)
    body.write(notebook.blocks)
    body.write(notebook.footnotes)
    let values = head.templateValues(options: options, assets: body.assets)
    var page = body.html.takeBytes()
    template.wrap(&page, values)
    return Page(html: page, assets: body.assets, images: body.images, diagnostics: diagnostics)
  }
}
