import Documents
import NotebookSyntax

/// Comments on a page that tell where in the notebook stands what follows them. Only a preview's page has
/// them: no reader needs to know.
///
/// A block of the notebook begins with `<!--NAME 12-->`, by its line; a block within it, such as the
/// second item of a list, with `<!--NAME +1-->`, by the number of lines from there. What is no block of the
/// notebook has the line 0, and behind the last block stands `<!--NAME end-->`. So a block's markup stays
/// the same when it moves to another line.
struct SourceMarks: Sendable {
  /// Begins each comment; nothing else on the page is to begin like that.
  let name: String
  /// The line of the notebook's block that is being written.
  fileprivate(set) var line = 0
  /// Whether the next block is the notebook's own, and none within another.
  fileprivate var isAtBlock = false

  init(name: String) { self.name = name }

  /// A comment.
  func comment(_ place: String) -> [UInt8] { Array("<!--\(name) \(place)-->".utf8) }
}

extension BodyWriter {
  /// Writes all blocks of the notebook, each with its mark where the page has marks.
  mutating func writeAll(_ blocks: [Block]) {
    guard sources != nil else { return write(blocks) }
    for block in blocks {
      sources?.isAtBlock = true
      write(block)
    }
  }

  /// Writes what is no block of the notebook, such as its footnotes.
  mutating func writeSection(_ write: (inout BodyWriter) -> Void) {
    if let sources, rawMarkup.isClosed { html.write(bytes: sources.comment("0")) }
    write(&self)
  }

  /// Marks the end of the last block.
  mutating func endSections() {
    if let sources, rawMarkup.isClosed { html.write(bytes: sources.comment("end")) }
  }

  /// Marks where a block, or a part of one, stands in the notebook.
  mutating func markSource(_ range: SourceRange) {
    guard let marks = sources else { return }
    defer { sources?.isAtBlock = false }
    guard !context.scope.isFragment, rawMarkup.holdsAnything else { return }
    let line = context.layout.notebook.source.position(at: range.lowerBound).line
    // What raw HTML has opened ends in another block, and the two are one for who replaces them.
    if marks.isAtBlock, rawMarkup.isClosed {
      sources?.line = line
      html.write(bytes: marks.comment("\(line)"))
    } else {
      html.write(bytes: marks.comment("+\(max(0, line - marks.line))"))
    }
  }
}
