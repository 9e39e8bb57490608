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
        guard extending, extendRun(&search, missing: key) else { break }
        continue
      }
      if run.bytes[..<search.end].startsIgnoringCase(pattern, at: at) {
        search.didExtend = run.lineStarts.count > lines
        finishExtension()
        return at
      }
      at += run.bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    search.unclosed.insert(key)
    giveBack(toLines: lines, missing: key, &search)
    return nil
  }

  /// The next of two marks, the one that ends an environment and the one that begins it again.
  mutating func find(
    _ end: String,
    or begin: String,
    from start: Int,
    _ search: inout Search
  ) -> (index: Int, isEnd: Bool)? {
    let endPattern = Array(end.utf8)
    let beginPattern = Array(begin.utf8)
    var at = start
    while true {
      if at >= search.end {
        guard extendRun(&search, missing: end) else { return nil }
        continue
      }
      if run.bytes[at] == UInt8(ascii: "\\") {
        let text = run.bytes[..<search.end]
        let isEnd = text.starts(endPattern, at: at)
        if isEnd || text.starts(beginPattern, at: at) {
          return (at, isEnd)
        }
        at += 2
      } else {
        at += 1
      }
    }
  }

  /// Takes the next line of the containers into the run.
  ///
  /// A heading or a code fence is never part of a formula; stopping there keeps one stray mark from
  /// swallowing the rest of a document.
  /// - Returns: whether there was a line to take.
  mutating func extendRun(_ search: inout Search, missing mark: String) -> Bool {
    let next = line + lookahead
    guard search.mayExtend, next < source.lineCount, (missing[mark] ?? 0) <= next else {
      return false
    }
    var cursor = LineCursor(bytes, line: source.lineRange(next + 1))
    guard containers.match(&cursor) == containers.count else { return false }
    let (width, start) = cursor.indentation
    let text = LineStart(bytes: bytes, start: start, end: cursor.end)
    if width <= 3, text.isATXHeading || text.fence != nil { return false }
    let content = cursor.offset..<cursor.end
    run.append(UnsafeBufferPointer(rebasing: bytes[content]), origin: content.lowerBound)
    search.end = run.count
    lookahead += 1
    return true
  }

  /// Whether the line that could be taken next is not blank.
  var nextLineHasText: Bool {
    bytes[source.lineRange(line + lookahead + 1)].contains { !isWhitespace($0) }
  }

  /// Keeps the lines that were taken: the search goes on behind them.
  mutating func finishExtension() {
    line += lookahead
    lookahead = 0
  }

  /// Gives lines back that were taken in vain, and remembers that the mark is not among them.
  mutating func giveBack(toLines lines: Int, missing mark: String, _ search: inout Search) {
    search.didExtend = false
    guard lookahead > 0 else { return }
    missing[mark] = line + lookahead
    lookahead = 0
    run.truncate(toLines: lines)
    search.end = run.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate func starts(_ pattern: [UInt8], at start: Int) -> Bool {
    start + pattern.count <= endIndex && self[start..<start + pattern.count].elementsEqual(pattern)
  }
}
