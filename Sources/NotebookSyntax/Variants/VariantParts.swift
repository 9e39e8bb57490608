import Documents

/// The parts of a notebook that are for one variant alone.
public struct VariantParts: Sendable {
  /// A part.
  public struct Part: Sendable {
    /// For which variant it is.
    public var mark: VariantMark
    /// All of it, from its first byte on.
    public var range: SourceRange
  }

  /// In the order of the source; a part may lie in another.
  public private(set) var parts: [Part] = []
  /// The comments that part them, which no page needs.
  public private(set) var comments: [SourceRange] = []
  /// Marks that mark nothing.
  public private(set) var diagnostics: [Diagnostic] = []

  private let notebook: Notebook
  private var loose: [VariantMark]

  /// - Parameter notebook: the notebook, with all that is in it.
  public init(of notebook: Notebook) {
    self.notebook = notebook
    loose = notebook.variantMarks
    read(notebook.blocks)
    for footnote in notebook.footnotes { read(footnote.blocks) }
    for mark in loose {
      report(
        "nothing here can be left out",
        help:
          "'only=' stands on a Swift fence, behind a heading, or in the first line of a theorem or callout",
        mark.range
      )
    }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(_ blocks: [Block]) {
    var open: [(mark: VariantMark, start: SourceRange)] = []
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .heading(let heading):
        guard let mark = takeMark(inFirstLineOf: block.range) else { continue }
        let rest = blocks[(index + 1)...]
        let next = rest.first { block in
          if case .heading(let other) = block.content {
            other.level <= heading.level
          } else {
            false
          }
        }
        let end = next?.range.lowerBound ?? rest.last?.range.upperBound ?? block.range.upperBound
        parts.append(Part(mark: mark, range: block.range.lowerBound..<end))
      case .cell(let cell):
        guard let mark = takeMark(inFirstLineOf: block.range) else { continue }
        parts.append(Part(mark: mark, range: block.range))
        // What it promises goes with it.
        for output in notebook.outputs where output.cell == cell.id {
          parts.append(Part(mark: mark, range: output.range))
        }
      case .theorem(let theorem):
        if let mark = takeMark(inFirstLineOf: block.range) {
          parts.append(Part(mark: mark, range: block.range))
        }
        read(theorem.blocks)
      case .callout(let callout):
        if let mark = takeMark(inFirstLineOf: block.range) {
          parts.append(Part(mark: mark, range: block.range))
        }
        read(callout.blocks)
      case .quote(let inner), .unknown(_, let inner): read(inner)
      case .list(let list): for item in list.items { read(item.blocks) }
      case .html: read(comment: block.range, &open)
      case .paragraph, .code, .output, .formula, .table, .figure, .thematicBreak: break
      }
    }
    for (_, comment) in open {
      report("this part is never ended", help: "end it with <!-- end only -->", comment)
    }
  }

  private mutating func read(
    comment range: SourceRange,
    _ open: inout [(mark: VariantMark, start: SourceRange)]
  ) {
    switch VariantComment(range, in: notebook.source) {
    case .begin(let name):
      comments.append(range)
      open.append((VariantMark(variant: notebook.source[name], range: name), range))
    case .end:
      comments.append(range)
      guard let (mark, start) = open.popLast() else {
        report(
          "no part is open that could end here",
          help: "begin it with <!-- only teacher -->",
          range
        )
        return
      }
      parts.append(Part(mark: mark, range: start.lowerBound..<range.upperBound))
    case nil: break
    }
  }

  private mutating func takeMark(inFirstLineOf range: SourceRange) -> VariantMark? {
    let source = notebook.source
    let line = source.lineRange(source.position(at: range.lowerBound).line)
    guard let index = loose.firstIndex(where: { line.contains($0.range.lowerBound) }) else {
      return nil
    }
    return loose.remove(at: index)
  }

  private mutating func report(_ message: String, help: String, _ range: SourceRange) {
    diagnostics.append(
      Diagnostic(.error, .wrongVariant, message, help: help, in: notebook.source, at: range)
    )
  }
}

extension VariantParts {
  /// The text of the notebook without some of its parts: each byte of them is a space, so that all else stays where
  /// it is.
  /// - Parameter isLeftOut: whether what is for a variant alone is left out.
  public func text(without isLeftOut: (_ variant: String) -> Bool) -> SourceText {
    var bytes = notebook.source.bytes
    for part in parts where isLeftOut(part.mark.variant) { blank(part.range, in: &bytes) }
    for comment in comments { blank(comment, in: &bytes) }
    return SourceText(path: notebook.source.path, bytes: bytes)
  }

  /// Blanks a block; the marks of the quotes around it stay.
  private func blank(_ range: SourceRange, in bytes: inout [UInt8]) {
    let source = notebook.source
    let first = source.position(at: range.lowerBound).line
    let quote = UInt8(ascii: ">")
    let depth = source.bytes[source.lineRange(first).lowerBound..<range.lowerBound]
      .count { $0 == quote }
    var at = range.lowerBound
    // How many marks of quotes stand in this line before what is blanked; all, in the first.
    var marks = depth
    while at < range.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): marks = 0
      case quote where marks < depth: marks += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default:
        marks = depth
        bytes[at] = UInt8(ascii: " ")
      }
      at += 1
    }
  }
}
