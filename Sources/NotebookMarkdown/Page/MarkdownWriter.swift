import Documents
import NotebookLayout
import NotebookSyntax

/// Writes a laid-out notebook as Markdown.
///
/// 1. What stands at the head of a page comes first, then block after block (`MarkdownWriter+Blocks.swift`).
/// 2. Running text becomes parts, which are put together so that each is read as what it is
///    (`InlineMarkdown`).
/// 3. Formulas lose their macros and labels (`PortableTeX`).
/// 4. Pictures are named in the text, and handed out beside it.
///
/// What Markdown cannot show is told.
package struct MarkdownWriter {
  /// What the text that is written says where it stands.
  package internal(set) var context: TextContext
  let options: MarkdownOptions
  var buffer = MarkdownBuffer()
  var formulas: PortableTeX
  /// The pictures that were named so far.
  package internal(set) var pictures: [MarkdownPage.Picture] = []
  var lostAddresses: [String] = []
  var diagnostics: [Diagnostic] = []
  /// The names that links can lead to and that were written.
  private var usedAnchors: Set<String> = []
  private var pictureNames: Set<String> = []

  /// - Parameters:
  ///   - layout: the notebook.
  ///   - options: what it is written with.
  package init(_ layout: LaidOutNotebook, _ options: MarkdownOptions) {
    context = TextContext(layout)
    self.options = options
    formulas = PortableTeX(layout, options.definitions, options.dialect)
  }

  /// The whole notebook.
  package static func page(
    _ layout: LaidOutNotebook,
    _ options: MarkdownOptions
  ) -> MarkdownPage {
    var writer = MarkdownWriter(layout, options)
    writer.writeHead()
    writer.write(layout.notebook.blocks)
    writer.writeFoot()
    return writer.page
  }

  /// What was written and not taken, with all that was found on writing.
  package var page: MarkdownPage {
    MarkdownPage(
      text: buffer.text,
      pictures: pictures,
      lostAddresses: lostAddresses,
      diagnostics: diagnostics
    )
  }

  /// Takes out what was written since it was last taken.
  package mutating func take() -> String { buffer.take() }

  /// Writes blocks one after the other.
  package mutating func write(_ blocks: [Block]) {
    var before: Block?
    for block in blocks {
      // Lists beside each other would be one.
      if case .list = before?.content, case .list = block.content { buffer.write("<!-- -->") }
      write(block)
      before = block
    }
  }

  /// Does something by the rules for Markdown that does not stand in the notebook's own text.
  ///
  /// - Parameter knowsValues: whether its values are the notebook's, as those of the front matter are.
  mutating func inFragment<Result>(
    from place: SourceRange,
    knowsValues: Bool = false,
    _ write: (inout MarkdownWriter) -> Result
  ) -> Result {
    within(context.scope.fragment(from: place, knowsValues: knowsValues), write)
  }

  /// Does something by other rules.
  mutating func within<Result>(
    _ scope: TextScope,
    _ write: (inout MarkdownWriter) -> Result
  ) -> Result {
    let outer = context.scope
    defer { context.scope = outer }
    context.scope = scope
    return write(&self)
  }

  /// What a link can lead to, the first time that it is asked for; empty otherwise.
  mutating func anchor(_ name: String?) -> String {
    guard let name, !context.scope.isFragment, usedAnchors.insert(name).inserted else { return "" }
    return MarkdownSyntax.anchor(name)
  }

  /// An address as the text has it.
  mutating func address(_ role: PageAddress.Role, _ written: String) -> String {
    let safe = SafeAddress.encoded(written)
    if safe.isEmpty, !written.isEmpty || role == .image { lostAddresses.append(written) }
    return safe.isEmpty ? "" : options.address(PageAddress(role, safe)) ?? safe
  }

  /// Notes a picture.
  ///
  /// - Parameters:
  ///   - label: the label by which the text refers to it.
  ///   - cell: where the cell that shows it stands.
  /// - Returns: its address.
  mutating func add(
    _ content: MarkdownPage.Picture.Content,
    _ words: String,
    label: String?,
    cell: SourceRange
  ) -> String {
    var number = 1
    let stem = label ?? "figure"
    var name = label.map { "\($0).svg" } ?? "figure-1.svg"
    while !pictureNames.insert(name).inserted {
      number += 1
      name = "\(stem)-\(number).svg"
    }
    pictures.append(
      MarkdownPage.Picture(name: name, content: content, words: words, cell: cell)
    )
    return options.pictureFolder + name
  }

  /// Tells what the text leaves out.
  mutating func tellLeftOut(_ message: String, help: String, at place: SourceRange) {
    diagnostics.append(
      context.layout.diagnostic(.warning, .leftOut, message, help: help, at: place)
    )
  }
}
