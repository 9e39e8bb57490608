import Documents

/// Makes a notebook's blocks from cmark-gfm's tree and the extras that were hidden from it.
struct NotebookBuilder {
  let source: SourceText
  let masked: MaskedText
  /// Whether `@name` is a citation where it is no label's name.
  let readsCitations: Bool
  /// The addresses that links in captions may lead to.
  let links: LinkDefinitions

  var pieces: [Piece] = []
  var outputs: [OutputFence] = []
  var quotedNotebooks: [SourceText] = []
  var labels: [Label] = []
  var labelUses: [LabelUse] = []
  var citations: [Citation] = []
  var images: [String] = []
  var hasFormulas = false
  /// Commands of TeX that look like `\swift`.
  var commandSlips: [SourceRange] = []
  var footnotes: [Footnote] = []
  var footnoteReferences: [Int: Int] = [:]
  /// How many notes the masked text calls that the page does not show; see ``MaskedText``.
  var droppedNotes = 0
  /// How many definitions of notes were met.
  var definedNotes = 0
  var diagnostics: [Diagnostic] = []
  /// What is said of marks that are other programs'.
  var foreign: [Diagnostic] = []
  /// The cell that an `output` fence would belong to.
  var lastCell: Int?

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

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

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
    diagnostics += scan.diagnostics
    foreign += scan.foreign
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
      diagnostics += builder.diagnostics
      foreign += builder.foreign
      labels += builder.labels
      labelUses += builder.labelUses
      citations += builder.citations
      pieces += builder.pieces
      images += builder.images
      hasFormulas = hasFormulas || builder.hasFormulas
      commandSlips += builder.commandSlips
      return inlines
    }
  }

  /// A code block's text as lines that know where they stand in the source.
  ///
  /// Where a container takes a part of a tab, the rest of it comes as spaces that stand nowhere in the
  /// source; the text is without them, so that each of its bytes has its place.
  static func contentLines(of literal: String, under fence: Int, in source: SourceText) -> Snippet {
    let bytes = Array(literal.utf8)
    let content = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    let firstLine = source.position(at: fence).line + 1
    var lines: [ArraySlice<UInt8>] = []
    var origins: [Int] = []
    for (index, line) in content.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      let range = source.lineRange(firstLine + index)
      // Of a tab's four columns the container takes one at least.
      let rest = (0...3).lazy.map { line.dropFirst($0) }.first { rest in
        line.prefix(line.count - rest.count).allSatisfy { $0 == UInt8(ascii: " ") }
          && source.bytes[range].ends(with: rest)
      }
      lines.append(rest ?? line)
      // The last line of a hidden cell may end before the comment does.
      let start = source.bytes[range].firstRange(of: line)?.lowerBound
      origins.append(
        rest.map { range.upperBound - $0.count } ?? start
          ?? max(range.lowerBound, range.upperBound - line.count)
      )
    }
    let text = lines.joined(separator: [UInt8(ascii: "\n")])
    return Snippet(text: String(decoding: Array(text), as: UTF8.self), lineOrigins: origins)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with end: ArraySlice<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
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
