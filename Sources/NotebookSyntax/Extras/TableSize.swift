/// How large a table may be: cmark-gfm takes time with the square of its columns, and gives each row
/// all columns that it lacks.
enum TableSize {
  static let mostColumns = 1000
  private static let mostMissingCells = 500_000

  /// The line under the head of a table that is too large.
  /// - Parameters:
  ///   - run: a paragraph in which tables may be.
  ///   - first: the line that may be the first one's head.
  static func tooWideLine(of run: TextRun, from first: Int) -> Int? {
    run.bytes.withUnsafeBufferPointer { bytes in
      var widest = (line: first, columns: 0)
      var missing = 0
      for line in first..<run.lineStarts.count {
        let start = run.lineStarts[line]
        let end = line + 1 < run.lineStarts.count ? run.lineStarts[line + 1] - 1 : run.count
        let columns = borders(in: bytes[start..<end])
        missing += max(widest.columns - columns, 0)
        if columns > widest.columns,
          LineStart(bytes: bytes, start: start, end: end).isTableDelimiter
        {
          widest = (line, columns)
        }
        if widest.columns > mostColumns || missing > mostMissingCells { return widest.line }
      }
      return nil
    }
  }

  private static func borders(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    line.count { $0 == UInt8(ascii: "|") }
  }
}
