import Documents

/// Finds what the notebook language adds to Markdown, before cmark-gfm sees the text.
///
/// 1. Lines become runs: the text of one paragraph, heading, table row or stretch of raw HTML without
///    the prefixes of the containers around it (this file). Code is passed over.
/// 2. In each run formulas, values, mentions and labels are found (`ExtraScanner+Inline`,
///    `ExtraScanner+Formula`, `ExtraScanner+Mention`), as cmark-gfm would find a code span: from left to
///    right, the first that opens wins.
/// 3. A display formula may run on past its paragraph, over blank lines, as far as its containers do.
///
/// The block structure is followed only as closely as that needs. Where it should differ from
/// cmark-gfm's nothing is lost, because what is hidden in ``MaskedText`` comes back as written.
struct ExtraScanner {
  /// What the current line may go on with.
  enum Leaf {
    case none
    case paragraph
    case fence(LineStart.Fence)
    /// Raw HTML in which formulas are looked for.
    case html
    /// Raw HTML that is left alone: a comment, a script.
    case verbatim(HTMLBlockStart)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let source: SourceText
  /// The part of the document that is searched.
  let range: SourceRange
  /// Whether `@name` is a citation where it is no label's name.
  let readsCitations: Bool

  /// The index of the line that is to be looked at next.
  var line: Int
  var containers = ContainerStack()
  var leaf = Leaf.none
  var run = TextRun()
  /// Up to where `run` has been searched.
  var searched = 0
  /// How far a formula has been followed past the run.
  var lookahead = Lookahead()
  /// Where environments end, once one has begun.
  var environments: EnvironmentIndex?
  /// What was found so far.
  var found = Scan()
  /// The labels of the document, where they must be known to tell where a name ends.
  var labelNames: LabelNames?
  /// The marks of merges that were met.
  private var conflicts = MergeConflicts()

  private init(
    _ source: SourceText,
    _ bytes: UnsafeBufferPointer<UInt8>,
    in range: SourceRange,
    line: Int,
    readsCitations: Bool
  ) {
    self.bytes = bytes
    self.source = source
    self.readsCitations = readsCitations
    self.line = line
    self.range = range
  }

  /// - Parameters:
  ///   - source: the document.
  ///   - offset: where its Markdown begins, at the start of a line.
  ///   - readsCitations: whether `@name` is a citation where it is no label's name.
  static func scan(_ source: SourceText, from offset: Int, readsCitations: Bool) -> Scan {
    source.bytes.withUnsafeBufferPointer { bytes in
      // Front matter that goes on to the end of the document has nothing behind it.
      let line =
        offset < source.contentEnd ? source.position(at: offset).line - 1 : source.lineCount
      var scanner = ExtraScanner(
        source,
        bytes,
        in: offset..<max(offset, source.contentEnd),
        line: line,
        readsCitations: readsCitations
      )
      while scanner.line < source.lineCount { scanner.readLine() }
      _ = scanner.finishRun()
      scanner.found.diagnostics += scanner.conflicts.diagnostics(in: source)
      return scanner.found
    }
  }

  /// Finds the extras in a part of one line, such as a caption.
  static func scan(_ source: SourceText, in range: SourceRange, readsCitations: Bool) -> Scan {
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ExtraScanner(
        source,
        bytes,
        in: range,
        line: source.lineCount,
        readsCitations: readsCitations
      )
      scanner.run.append(UnsafeBufferPointer(rebasing: bytes[range]), origin: range.lowerBound)
      scanner.search(0..<range.count, mayExtend: false)
      return scanner.found
    }
  }

  private mutating func readLine() {
    var cursor = LineCursor(bytes, line: source.lineRange(line + 1))
    let matched = containers.match(&cursor)
    let allMatched = matched == containers.count
    switch leaf {
    case .fence(let fence) where allMatched:
      let (width, start) = cursor.indentation
      let text = LineStart(bytes: bytes, start: start, end: cursor.end)
      if width <= 3, text.closesFence(character: fence.character, length: fence.length) {
        leaf = .none
      }
      if fence.language.isOurs { noteConflict() }
      line += 1
    case .verbatim(let start) where allMatched:
      if start.isComment { noteConflict() }
      if start.ends(with: bytes[cursor.offset..<cursor.end]) { leaf = .none }
      line += 1
    case .html where allMatched && !cursor.isBlank:
      noteConflict()
      append(cursor)
    case .html:
      if finishRun() { return }
      leaf = .none
    case .fence, .verbatim:
      leaf = .none
      openBlocks(&cursor, matched: matched)
    case .none, .paragraph:
      openBlocks(&cursor, matched: matched)
    }
  }

  /// Looks at a line that may hold a mark of a merge.
  private mutating func noteConflict() {
    conflicts.note(bytes[source.lineRange(line + 1)])
  }

  /// Looks for the blocks that begin in a line, after the containers that go on in it.
  private mutating func openBlocks(_ cursor: inout LineCursor, matched: Int) {
    noteConflict()
    var depth = matched
    var isParagraph = false
    var mayContinue = false
    // Up to here it is known that no thematic break begins.
    var unbroken = 0
    if case .paragraph = leaf {
      mayContinue = true
      isParagraph = matched == containers.count
    }
    while true {
      let (width, start) = cursor.indentation
      let text = LineStart(bytes: bytes, start: start, end: cursor.end)
      if start == cursor.end {
        finishBlock(depth)
        return
      } else if width >= 4 {
        if mayContinue { append(cursor) } else { finishBlock(depth) }
        return
      } else if bytes[start] == UInt8(ascii: ">") {
        guard openContainer(.quote, at: depth) else { return }
        cursor.skipIndentation(width)
        cursor.skip(1)
        cursor.skipIndentation(1)
      } else if text.isATXHeading {
        return readHeading(cursor, depth: depth)
      } else if let fence = text.fence {
        guard finishBlock(depth) else { return }
        leaf = .fence(fence)
        if let range = fence.backticks { hide(range) }
        return
      } else if let html = HTMLBlockStart(bytes[start..<cursor.end], inParagraph: isParagraph) {
        return readHTML(html, cursor, depth: depth)
      } else if text.isThematicBreak(&unbroken) || (isParagraph && text.isSetextUnderline) {
        if !isParagraph { noteLateFrontMatter(start) }
        finishBlock(depth)
        return
      } else if let length = text.footnoteMarker {
        guard openContainer(.indented(4), at: depth) else { return }
        cursor.skipIndentation(width)
        cursor.skip(length.whole)
        let name = start + 2..<start + 2 + length.name
        found.footnotes.definitions.append(FootnoteMarks.Mark(source, name))
      } else if let marker = text.listMarker,
        !isParagraph
          || (marker.interruptsParagraph && hasText(after: start + marker.length, cursor))
      {
        cursor.skipIndentation(width)
        cursor.skip(marker.length)
        let (spaces, content) = cursor.indentation
        let padding = content == cursor.end || spaces >= 5 ? 1 : spaces
        guard openContainer(.indented(width + marker.length + padding), at: depth) else { return }
        cursor.skipIndentation(padding)
      } else if mayContinue {
        return append(cursor)
      } else {
        if finishBlock(depth, nextLine: false) {
          leaf = .paragraph
          append(cursor)
        }
        return
      }
      depth = containers.count
      isParagraph = false
      mayContinue = false
    }
  }

  /// Hides what would keep a fence from being one.
  private mutating func hide(_ range: SourceRange) {
    let text = Snippet(text: source[range], lineOrigins: [range.lowerBound])
    found.extras.append(Extra(kind: .literal, range: range, content: text))
  }

  private func hasText(after offset: Int, _ cursor: LineCursor) -> Bool {
    bytes[offset..<cursor.end].contains { !$0.isASCIIWhitespace }
  }

  private mutating func append(_ cursor: LineCursor) {
    let start = cursor.offset
    run.append(UnsafeBufferPointer(rebasing: bytes[start..<cursor.end]), origin: start)
    line += 1
  }

  /// Ends the open leaf and the containers deeper than a depth, unless a formula goes on here.
  @discardableResult
  private mutating func finishBlock(_ depth: Int, nextLine: Bool = true) -> Bool {
    if finishRun() { return false }
    containers.close(to: depth)
    leaf = .none
    if nextLine { line += 1 }
    return true
  }

  private mutating func openContainer(_ container: ContainerStack.Container, at depth: Int) -> Bool
  {
    guard finishBlock(depth, nextLine: false) else { return false }
    containers.open(container)
    return true
  }

  private mutating func readHeading(_ cursor: LineCursor, depth: Int) {
    guard finishBlock(depth, nextLine: false) else { return }
    append(cursor)
    search(0..<run.count, mayExtend: false)
    run.removeAll()
  }

  private mutating func readHTML(_ start: HTMLBlockStart, _ cursor: LineCursor, depth: Int) {
    guard finishBlock(depth, nextLine: false) else { return }
    switch start {
    case .untilBlankLine:
      leaf = .html
      append(cursor)
    case .until:
      let (_, content) = cursor.indentation
      // The mark that ends the block may stand in its first line, after the one that begins it.
      if !start.ends(with: bytes[min(content + 2, cursor.end)..<cursor.end]) {
        leaf = .verbatim(start)
      }
      line += 1
    }
  }

  /// Searches the run that has come to its end.
  /// - Returns: whether a formula goes on past it, so that the run goes on behind the formula.
  private mutating func finishRun() -> Bool {
    guard !run.isEmpty else { return false }
    var segments = [searched..<run.count]
    if case .paragraph = leaf { noteForeignLines(searched..<run.count) }
    var wide: Int?
    if case .paragraph = leaf, let table = firstTableRow {
      wide = TableSize.tooWideLine(of: run, from: table)
      if wide == nil { segments = rows(from: table) }
    }
    let first = found.extras.count
    for segment in segments where search(segment, mayExtend: segments.count == 1) {
      return true
    }
    if let wide { hideTable(underlinedBy: wide, extrasFrom: first) }
    run.removeAll()
    searched = 0
    return false
  }

  /// Hides from cmark-gfm that there is a table, for which it would take too much time.
  private mutating func hideTable(underlinedBy line: Int, extrasFrom first: Int) {
    let start = run.lineStarts[line]
    let mark = run.origin(of: start)..<run.origin(of: start) + 1
    found.diagnostics.append(
      Diagnostic(
        .error,
        .wideTable,
        "this table has more columns than can be set, or rows that lack too many",
        help: "a table has at most \(TableSize.mostColumns) columns; make several of it",
        in: source,
        at: mark
      )
    )
    guard !found.extras[first...].contains(where: { $0.range.overlaps(mark) }) else { return }
    add(.literal, start..<start + 1, content: start..<start + 1)
    found.extras[first...].sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The line of the run that is a table's head.
  private var firstTableRow: Int? {
    guard run.lineStarts.count > 1 else { return nil }
    // What was searched before holds a formula, and no table.
    let first = max(run.line(at: searched), 1)
    return run.bytes.withUnsafeBufferPointer { bytes in
      (first..<run.lineStarts.count).first { line in
        let end = line + 1 < run.lineStarts.count ? run.lineStarts[line + 1] - 1 : run.count
        return LineStart(bytes: bytes, start: run.lineStarts[line], end: end).isTableDelimiter
      }.map { $0 - 1 }
    }
  }

  private func rows(from first: Int) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    if run.lineStarts[first] > searched { segments.append(searched..<run.lineStarts[first] - 1) }
    for line in first..<run.lineStarts.count where run.lineStarts[line] >= searched {
      let end = line + 1 < run.lineStarts.count ? run.lineStarts[line + 1] - 1 : run.count
      segments.append(run.lineStarts[line]..<end)
    }
    return segments
  }
}
