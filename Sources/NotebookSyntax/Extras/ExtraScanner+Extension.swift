import Documents

/// Following a formula past the end of its paragraph.
extension ExtraScanner {
  /// The index of a mark that is not escaped, from an index on; past the run if that is allowed.
  mutating func find(
    _ mark: String,
    from start: Int,
    _ search: inout Search,
    extending: Bool
  ) -> Int? {
    let lines = run.lineStarts.count
    let pattern = Array(mark.utf8)
    let key = extending ? mark : mark + " in this run"
    if search.unclosed.contains(key) { return nil }
    var at = start
    while true {
      if at >= search.end {
        guard extending, mayStillCome(key), extendRun(&search) else { break }
        continue
      }
      if run.bytes[..<search.end].startsIgnoringCase(pattern, at: at) {
        finishExtension(fromLines: lines, &search)
        return at
      }
      at += run.bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    search.unclosed.insert(key)
    giveUp(key, toLines: lines, &search)
    return nil
  }

  /// The index in the run of a place of the document, for which lines are taken into the run.
  /// - Returns: `nil` where the run cannot reach it.
  mutating func extend(to offset: Int, _ search: inout Search) -> Int? {
    let target = source.position(at: offset).line - 1
    if lookahead.isBarred(from: line, to: target, depth: containers.count) { return nil }
    let lines = run.lineStarts.count
    while line + lookahead.count <= target, extendRun(&search) {}
    if let index = run.index(of: offset), index < search.end {
      finishExtension(fromLines: lines, &search)
      return index
    }
    if search.mayExtend {
      lookahead.note(barrier: line + lookahead.count, depth: containers.count)
    }
    giveBack(toLines: lines, &search)
    return nil
  }

  /// Takes the next line of the containers into the run.
  ///
  /// A heading or a code fence is never part of a formula; stopping there keeps one stray mark from
  /// swallowing the rest of a document.
  /// - Returns: whether there was a line to take.
  mutating func extendRun(_ search: inout Search) -> Bool {
    let next = line + lookahead.count
    guard search.mayExtend, next < source.lineCount else { return false }
    var cursor = LineCursor(bytes, line: source.lineRange(next + 1))
    guard containers.match(&cursor) == containers.count else { return false }
    let (width, start) = cursor.indentation
    let text = LineStart(bytes: bytes, start: start, end: cursor.end)
    if width <= 3, text.isATXHeading || text.fence != nil { return false }
    let content = cursor.offset..<cursor.end
    run.append(UnsafeBufferPointer(rebasing: bytes[content]), origin: content.lowerBound)
    search.end = run.count
    lookahead.advance()
    return true
  }

  /// Whether the line that could be taken next is not blank.
  var nextLineHasText: Bool {
    bytes[source.lineRange(line + lookahead.count + 1)].contains { !$0.isASCIIWhitespace }
  }

  /// Keeps the lines that were taken: the search goes on behind them.
  mutating func finishExtension(fromLines lines: Int, _ search: inout Search) {
    search.didExtend = run.lineStarts.count > lines
    line += lookahead.count
    lookahead.end()
  }

  /// Whether it is not known that a mark is missing in the line that could be taken next.
  func mayStillCome(_ mark: String) -> Bool {
    lookahead.mayCome(mark, in: line + lookahead.count)
  }

  /// Gives lines back that were taken in vain, and remembers that a mark is not among them.
  mutating func giveUp(_ mark: String, toLines lines: Int, _ search: inout Search) {
    if lookahead.count > 0 { lookahead.note(missing: mark, before: line + lookahead.count) }
    giveBack(toLines: lines, &search)
  }

  private mutating func giveBack(toLines lines: Int, _ search: inout Search) {
    search.didExtend = false
    guard lookahead.count > 0 else { return }
    lookahead.end()
    run.truncate(toLines: lines)
    search.end = run.count
  }
}
