import Documents
import NotebookLayout
import NotebookSyntax

/// What the author's raw HTML has opened where the page is being written, and so what may stand there.
struct RawMarkup {
  /// Leaves out what may not stand on a page.
  private(set) var safety: SafeMarkup
  private var pieces = MarkupPieces([])

  /// - Parameter permissions: what the page may do.
  init(_ permissions: PagePermissions) { safety = SafeMarkup(permissions) }

  /// Goes on with raw HTML.
  ///
  /// - Returns: what of the markup may stand on the page; in it each picture has a view box.
  mutating func read(_ raw: String) -> String {
    let markup = safety.next(raw)
    let bytes = Array(markup.utf8)
    pieces.read(bytes)
    var written: [UInt8] = []
    var at = 0
    while let piece = pieces.next() {
      guard case .start(let tag, _) = piece, let box = PictureSize.viewBox(of: tag, bytes) else {
        continue
      }
      written += bytes[at..<tag.nameRange.upperBound] + Array(box.utf8)
      at = tag.nameRange.upperBound
    }
    return at == 0 ? markup : String(decoding: written + bytes[at...], as: UTF8.self)
  }

  /// Text in an element whose text is gathered or left out.
  mutating func add(text: String) { safety.add(text: text) }

  /// What was left out since this was last asked, and what the page's policy has to allow.
  mutating func takeFindings() -> (removals: [Removal], sources: PolicySources) {
    safety.takeFindings()
  }

  /// The element in which there may be text alone: markup would end a picture, or be read as it is
  /// written. `nil` where any markup may stand.
  var textElement: String? {
    if let name = safety.textElement { return name }
    if pieces.open.elements.isEmpty { return nil }
    if let name = pieces.textElement { return name }
    guard pieces.open.language == .html else {
      return pieces.open.elements.last { ["svg", "math"].contains($0.name) }?.name
    }
    return ["select", "option", "optgroup"].contains { pieces.open.contains($0) } ? "select" : nil
  }

  /// Whether all that it opened is closed.
  var isClosed: Bool { pieces.open.elements.isEmpty && safety.textElement == nil }

  /// Whether text is gathered here, or left out, and nothing is written.
  var gathersText: Bool { safety.textElement != nil }

  /// Whether any markup may stand here.
  var holdsAnything: Bool { textElement == nil }
}

/// What there is to say of what stands in raw HTML.
extension RawMarkup {
  /// A formula stands where there may be text alone.
  static func formula(
    _ formula: Formula,
    in element: String,
    of layout: LaidOutNotebook
  ) -> Diagnostic {
    layout.diagnostic(
      .warning,
      .formulaInMarkup,
      "a formula cannot stand in <\(element)>, and stays as it is written",
      help: element == "svg"
        ? "put it into a <foreignObject>, where HTML may stand, or write it with signs such as ²"
        : element == "math"
          ? "put it into an <mtext>" : "write it with signs such as ², which are text",
      at: formula.range
    )
  }

  /// An element ends with the text around it, and what stands further down is outside it.
  static func leftOpen(
    _ element: String,
    in block: Block,
    of layout: LaidOutNotebook
  ) -> Diagnostic {
    layout.diagnostic(
      .warning,
      .openMarkup,
      "<\(element)> is not closed before the paragraph ends, and ends with it",
      help: "take away the blank line in it, or put its first tag on a line of its own",
      at: layout.firstLine(of: block.range.lowerBound)
    )
  }

  /// A block stands where there may be text alone.
  static func block(
    _ block: Block,
    in element: String,
    of layout: LaidOutNotebook
  ) -> Diagnostic {
    layout.diagnostic(
      .warning,
      .blockInMarkup,
      "Markdown cannot stand in <\(element)>, which ends here",
      help: "close <\(element)> before, or take away the blank line that ends its raw HTML",
      at: layout.firstLine(of: block.range.lowerBound)
    )
  }
}
