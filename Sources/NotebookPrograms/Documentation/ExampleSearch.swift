import Documents

/// Whether a Swift source may hold examples in its comments, told by its bytes: parsing takes a hundred
/// times as long, and most sources hold none.
package enum ExampleSearch {
  /// Whether there is a comment with a fence in it, or with an indented line behind one that says
  /// nothing. What only looks so is sorted out when the source is parsed.
  package static func mayHoldExamples(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { mayHoldExamples($0) }
  }

  private static func mayHoldExamples(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var line = CommentLineState()
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if line.read(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return true }
      start = end + 1
    }
    return false
  }

  /// What the lines before one say of it.
  private struct CommentLineState {
    private var isInBlock = false
    /// Whether the line before is a comment's and says nothing, or there is none before it.
    private var isBehindBlank = true

    /// Takes in a line.
    /// - Returns: whether an example may begin in it.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
      var at = Self.content(of: line, from: 0)
      // Also where what looked like the beginning of a block was part of a string.
      if Self.begins(line, "///", at) { return readText(line, from: at + 3) }
      if isInBlock {
        defer { if Self.holds(line, "*/", from: at) { isInBlock = false } }
        if at < line.count, line[at] == UInt8(ascii: "*"), !Self.begins(line, "*/", at) {
          return readText(line, from: at + 1)
        }
        return readText(line, from: 0)
      }
      isBehindBlank = true
      while at + 2 < line.count {
        if Self.begins(line, "/**", at) {
          isInBlock = !Self.holds(line, "*/", from: at + 3)
          return readText(line, from: at + 3)
        }
        at += 1
        if Self.begins(line, "//", at) { break }
      }
      return false
    }

    private mutating func readText(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
      let text = Self.content(of: line, from: start)
      if text == line.count {
        isBehindBlank = true
        return false
      }
      if Self.begins(line, "```", text) || Self.begins(line, "~~~", text) { return true }
      // A fence may stand in a list's item or a quote.
      if Self.holds(line, "```", from: text) || Self.holds(line, "~~~", from: text) { return true }
      let isIndented = text - start >= 4 || line[start..<text].contains(UInt8(ascii: "\t"))
      defer { isBehindBlank = false }
      return isIndented && isBehindBlank
    }

    private static func content(of line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      var at = start
      while at < line.count, line[at] == 32 || line[at] == 9 || line[at] == 13 { at += 1 }
      return at
    }

    private static func begins(
      _ line: UnsafeBufferPointer<UInt8>,
      _ mark: StaticString,
      _ at: Int
    ) -> Bool {
      guard at + mark.utf8CodeUnitCount <= line.count else { return false }
      for index in 0..<mark.utf8CodeUnitCount where line[at + index] != mark.utf8Start[index] {
        return false
      }
      return true
    }

    private static func holds(
      _ line: UnsafeBufferPointer<UInt8>,
      _ mark: StaticString,
      from start: Int
    ) -> Bool {
      var at = start
      while at + mark.utf8CodeUnitCount <= line.count {
        if begins(line, mark, at) { return true }
        at += 1
      }
      return false
    }
  }
}
