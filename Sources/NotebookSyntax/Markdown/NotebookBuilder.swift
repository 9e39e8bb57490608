import Documents

/// Makes a notebook's blocks from cmark-gfm's tree and the extras that were hidden from it.
struct NotebookBuilder {
  let source: SourceText
  let masked: MaskedText
  /// Whether `@name` is a citation where it is no label's name.
  let readsCitations: Bool
  /// The addresses that links in captions may lead to.
  let links: LinkDefinitions
  /// Whether code that says nothing of its language is Swift: fences without words, indented blocks.
  var readsPlainCode = false

  /// What was found so far besides the blocks.
  var found = Findings()
  var footnoteReferences: [Int: Int] = [:]
  /// How many notes the masked text calls that the page does not show; see ``MaskedText``.
  var droppedNotes = 0
  /// How many definitions of notes were met.
  var definedNotes = 0
  /// The cell that an `output` fence would belong to.
  var lastCell: Int?

  /// The words of a comment about the cell that comes next.
  var comment: CellComment?
  /// What a comment says that the cell shows that comes next.
  var expectation: OutputFence?

  /// How deep blocks and inlines may be nested. Readers see no more than a few levels; the limit
  /// keeps a hostile document from exhausting the stack.
  static let maximumDepth = 100

  init(
    _ masked: MaskedText,
    of source: SourceText,
    readsCitations: Bool,
    links: LinkDefinitions = LinkDefinitions()
  ) {
    self.source = source
    self.masked = masked
    self.readsCitations = readsCitations
    self.links = links
  }

  mutating func report(_ diagnostic: Diagnostic?) {
    if let diagnostic { found.diagnostics.append(diagnostic) }
  }

  mutating func report(_ diagnostics: [Diagnostic]) { found.diagnostics += diagnostics }

  /// Notes what is said of a mark that is another program's.
  mutating func note(foreign diagnostic: Diagnostic?) {
    if let diagnostic { found.foreign.append(diagnostic) }
  }

  /// The bytes that a block covers, without the line end after it.
  func range(of node: CMarkNode) -> SourceRange {
    let start = masked.sourceOffset(line: node.start.line, column: node.start.column)
    let end = masked.sourceOffset(line: node.end.line, column: node.end.column + 1)
    return trim(start..<max(start, end))
  }

  private func trim(_ range: SourceRange) -> SourceRange {
    var end = range.upperBound
    while end > range.lowerBound, source.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return range.lowerBound..<end
  }

  /// The bytes that raw HTML covers; the library gives a wrong end for some of its kinds.
  func range(ofHTML node: CMarkNode, _ literal: String) -> SourceRange {
    let start = masked.sourceOffset(line: node.start.line, column: node.start.column)
    let lines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let end = masked.sourceOffset(line: node.start.line + lines, column: 1)
    return trim(start..<max(start, end))
  }

  /// Markdown in a part of one line of the same document.
  mutating func fragment(_ range: SourceRange) -> [Inline] {
    let scan = ExtraScanner.scan(source, in: range, readsCitations: readsCitations)
    found.diagnostics += scan.diagnostics
    found.foreign += scan.foreign(in: source)
    for call in scan.footnotes.calls { reportCall(inCaption: call) }
    let masked = MaskedText(
      source,
      in: range,
      extras: scan.extras,
      isLine: true,
      definitions: links.all(namedIn: source.bytes[range])
    )
    return CMarkNode.withTree(of: masked.bytes) { root -> [Inline] in
      guard let line = root?.firstChild else { return [] }
      var builder = NotebookBuilder(masked, of: source, readsCitations: readsCitations)
      let inlines = builder.inlines(in: line, depth: 0)
      found.add(builder.found)
      return inlines
    }
  }
}

extension CMarkNode {
  var children: some Sequence<CMarkNode> {
    sequence(state: firstChild) { node -> CMarkNode? in
      defer { node = node?.next }
      return node
    }
  }
}
