/// A place in one line, counted in bytes and in columns, because Markdown measures indentation in
/// columns and a tab reaches to the next column that is a multiple of four.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  private(set) var offset: Int
  /// The offset of the line's end.
  let end: Int
  private var column = 0
  /// How many columns of the tab at `offset` have been used up.
  private var usedOfTab = 0
  /// The next character that is not white space, which stays while white space is passed over: in deep
  /// lists a line is white space for each of them.
  private var next: (offset: Int, column: Int)

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) {
    self.bytes = bytes
    self.offset = line.lowerBound
    self.end = line.upperBound
    next = (line.lowerBound, 0)
    findNext()
  }

  private mutating func findNext() {
    next = (offset, column + usedOfTab)
    while next.offset < end {
      if bytes[next.offset] == UInt8(ascii: " ") {
        next.column += 1
      } else if bytes[next.offset] == UInt8(ascii: "\t") {
        next.column += 4 - next.column % 4
      } else {
        return
      }
      next.offset += 1
    }
  }

  /// The white space before the next character, in columns, and the offset of that character.
  var indentation: (width: Int, offset: Int) {
    (next.column - column - usedOfTab, next.offset)
  }

  /// Whether nothing but white space is left.
  var isBlank: Bool { indentation.offset == end }

  /// Passes over white space, at most so many columns of it.
  mutating func skipIndentation(_ columns: Int) {
    var left = columns
    while left > 0, offset < end {
      if bytes[offset] == UInt8(ascii: " ") {
        offset += 1
        column += 1
        left -= 1
      } else if bytes[offset] == UInt8(ascii: "\t") {
        let width = 4 - column % 4 - usedOfTab
        if left < width {
          usedOfTab += left
          return
        }
        column += 4 - column % 4
        usedOfTab = 0
        offset += 1
        left -= width
      } else {
        return
      }
    }
  }

  /// Passes over characters that are no tabs.
  mutating func skip(_ count: Int) {
    offset = min(offset + count, end)
    column += count
    usedOfTab = 0
    findNext()
  }
}
