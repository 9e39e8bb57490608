import Documents
import Foundation
import NotebookDisplay
import NotebookLayout
import NotebookMarkdown
import NotebookSyntax
import NotebookTranscript

/// Writes a laid-out notebook for Jupyter.
///
/// 1. Cells that run, and stand by themselves, become cells of code with what they showed.
/// 2. What lies between them is Markdown (`MarkdownWriter`), a cell from each heading on.
/// 3. Pictures and images become attachments of the cells that show them.
package struct JupyterWriter {
  /// An image that a cell of Markdown shows.
  package typealias Image = (mediaType: String, base64: String)

  private let layout: LaidOutNotebook
  private let images: (String) -> Image?
  private let draw: (MarkdownPage.Picture) -> String?
  private var text: MarkdownWriter
  private var cells: [JupyterNotebook.Cell] = []
  private var names = CellNames()
  private var executionCount = 0
  /// How many pictures of the Markdown were drawn.
  private var drawnCount = 0
  private var drawn: [String: Image] = [:]

  /// The address that an attachment has in the text.
  package static let attachmentPrefix = "attachment:"

  /// A notebook, and the Markdown in it with what it leaves out.
  ///
  /// - Parameters:
  ///   - layout: the notebook.
  ///   - options: what its Markdown is written with.
  ///   - images: the images that the Markdown's addresses name as attachments.
  ///   - draw: a picture as SVG; `nil` where it cannot be drawn.
  package static func notebook(
    _ layout: LaidOutNotebook,
    _ options: MarkdownOptions,
    images: (String) -> Image?,
    draw: (MarkdownPage.Picture) -> String?
  ) -> (JupyterNotebook, MarkdownPage) {
    withoutActuallyEscaping(images) { images in
      withoutActuallyEscaping(draw) { draw in
        var writer = JupyterWriter(layout, options, images, draw)
        writer.write()
        return (writer.notebook, writer.text.page)
      }
    }
  }

  private init(
    _ layout: LaidOutNotebook,
    _ options: MarkdownOptions,
    _ images: @escaping (String) -> Image?,
    _ draw: @escaping (MarkdownPage.Picture) -> String?
  ) {
    self.layout = layout
    self.images = images
    self.draw = draw
    text = MarkdownWriter(layout, options)
  }

  private var notebook: JupyterNotebook {
    var metadata = JupyterNotebook.Metadata()
    metadata.authors = layout.notebook.frontMatter.authors.map { .init(name: $0) }
    let title = TextContext(layout).plainText(layout.title.title)
    metadata.title = title.isEmpty ? nil : title
    return JupyterNotebook(cells: cells, metadata: metadata)
  }

  private mutating func write() {
    text.writeHead()
    var between: [Block] = []
    for block in layout.notebook.blocks {
      switch block.content {
      case .cell(let cell) where layout.mode(of: cell) == .run:
        flush(&between)
        write(cell)
      case .heading:
        flush(&between)
        between = [block]
      default:
        between.append(block)
      }
    }
    flush(&between)
    text.writeFoot()
    flush(&between)
  }

  /// Makes a cell of the Markdown that was written.
  private mutating func flush(_ blocks: inout [Block]) {
    text.write(blocks)
    blocks = []
    let source = text.take().trimmingWhiteSpace
    guard !source.isEmpty else { return }
    for picture in text.pictures.dropFirst(drawnCount) {
      if let svg = draw(picture) {
        drawn[picture.name] = ("image/svg+xml", Data(svg.utf8).base64EncodedString())
      }
    }
    drawnCount = text.pictures.count
    var cell = JupyterNotebook.Cell(
      kind: .markdown,
      id: names.id(label: nil, text: String(source)),
      source: String(source)
    )
    for name in Self.attachments(in: source) {
      if let image = drawn[name] ?? images(name) {
        cell.attachments[name] = [image.mediaType: image.base64]
      }
    }
    cells.append(cell)
  }

  /// The names of the attachments that a text shows.
  private static func attachments(in text: Substring) -> [String] {
    text.matches(of: /attachment:([A-Za-z0-9._%~-]+)/).map { String($0.1) }
  }

  // MARK: - Code

  private mutating func write(_ cell: Cell) {
    let isTable = cell.label?.kind == .table
    let isCaptioned = cell.isCaptioned && !cell.isHidden
    var none: [Block] = []
    if isCaptioned, isTable {
      text.writeCaption(of: cell)
      flush(&none)
    }
    let context = TextContext(layout)
    let output = context.output(of: cell.id)
    var code = JupyterNotebook.Cell(
      kind: .code,
      id: names.id(label: cell.label?.name, text: cell.code.text),
      source: cell.code.text.trimmedAtLineEnd
    )
    code.metadata.hidesSource = cell.isHidden || !cell.showsCode || cell.isFolded
    code.metadata.tags = (cell.startsProgram ? ["reset"] : []) + (cell.isHidden ? ["hidden"] : [])
    if layout.hasRun(cell.id) {
      executionCount += 1
      code.executionCount = executionCount
    }
    if cell.showsOutput, !cell.isHidden { code.outputs = outputs(output, of: cell) }
    cells.append(code)
    if isCaptioned, !isTable { text.writeCaption(of: cell) }
  }

  private mutating func outputs(_ output: [Transcript.Output], of cell: Cell)
    -> [JupyterNotebook.Output]
  {
    var outputs: [JupyterNotebook.Output] = []
    let piece = ShownPiece(range: layout.firstLine(of: cell.id))
    for (index, item) in output.enumerated() {
      switch item {
      case .text(let printed, let stream):
        let text = TerminalText.plain(printed)
        let isError = stream == .standardError
        if case .stream(let before, isError) = outputs.last {
          outputs[outputs.count - 1] = .stream(before + text, isError: isError)
        } else if !text.isEmpty {
          outputs.append(.stream(text, isError: isError))
        }
      case .value(let bundle):
        let forms = forms(of: bundle, piece)
        let isResult = index + 1 == output.count && executionCount > 0
        outputs.append(
          isResult ? .result(forms, executionCount: executionCount) : .display(forms)
        )
      }
    }
    if outputs.isEmpty, let fence = TextContext(layout).fence(of: cell.id) {
      outputs.append(.stream(fence.text.text, isError: false))
    }
    return outputs
  }

  /// A value in its richest form and as text, of which Jupyter shows the first that it can.
  private mutating func forms(of bundle: DisplayBundle, _ piece: ShownPiece) -> [String: String] {
    var forms = ["text/plain": bundle.plain]
    switch ShownForm(bundle) {
    case .vegaLite(let specification):
      forms["image/svg+xml"] = picture(.chart(specification), bundle, piece)
    case .svg(let image): forms["image/svg+xml"] = picture(.svg(image), bundle, piece)
    case .html(let markup): forms["text/html"] = markup
    case .latex(let tex): forms["text/latex"] = text.standaloneTeX(tex, of: piece)
    case .markdown(let markdown): forms["text/markdown"] = markdown
    case nil: break
    }
    return forms
  }

  private func picture(
    _ content: MarkdownPage.Picture.Content,
    _ bundle: DisplayBundle,
    _ piece: ShownPiece
  ) -> String? {
    draw(MarkdownPage.Picture(name: "", content: content, words: bundle.plain, cell: piece.range))
  }
}

extension String {
  /// The code without the end of its last line, as Jupyter has it.
  fileprivate var trimmedAtLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
