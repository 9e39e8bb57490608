/// The bytes of one document, and the way from a byte to its line and column.
///
/// Nothing is changed on reading: line ends, a byte order mark and every other byte stay as the
/// author wrote them, so that a place in this text is a place in the file.
public struct SourceText: Sendable {
  /// The document's path as messages name it.
  public let path: String
  /// The file's bytes, UTF-8.
  public let bytes: [UInt8]
  /// The offset of each line's first byte. A byte order mark belongs to no line.
  public let lineStarts: [Int]
  /// Where the text begins: after the byte order mark, if there is one.
  public let contentStart: Int
  /// Where the text ends: at the end of the bytes, unless it is a part of a document.
  public let contentEnd: Int
  /// The number of lines up to the end; an empty document has one.
  public let lineCount: Int
  /// What of each line belongs to the text, where it lies within a file of another kind.
  let embedding: Embedding?

  /// - Parameters:
  ///   - path: the path that messages name.
  ///   - bytes: the file's bytes, which must be UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.findLineStarts(in: bytes)
    contentStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    contentEnd = bytes.count
    lineCount = lineStarts.count
    embedding = nil
  }

  init(_ whole: SourceText, _ range: SourceRange, _ embedding: Embedding? = nil) {
    path = whole.path
    bytes = whole.bytes
    lineStarts = whole.lineStarts
    contentStart = range.lowerBound
    contentEnd = range.upperBound
    let lines = lineStarts.partitioningIndex { $0 >= range.upperBound }
    lineCount = max(lines, lineStarts.partitioningIndex { $0 > range.lowerBound })
    self.embedding = embedding
  }

  /// - Parameters:
  ///   - path: the path that messages name.
  ///   - text: the document.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The lines in a range as a text of their own, whose places are those of this one. It shares this
  /// one's bytes, however many parts there are.
  package func part(_ range: SourceRange) -> SourceText { SourceText(self, range) }

  /// The line and column of a byte; an offset past the end gives the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, contentStart), contentEnd)
    let line = lineStarts[..<lineCount].partitioningIndex { $0 > offset } - 1
    return SourcePosition(line: line + 1, column: offset - lineStarts[line] + 1)
  }

  /// The offset of a line and column, kept inside the text.
  public func offset(of position: SourcePosition) -> Int {
    let line = min(max(position.line, 1), lineCount) - 1
    let end = line + 1 < lineCount ? lineStarts[line + 1] : contentEnd
    return min(max(lineStarts[line] + position.column - 1, lineStarts[line]), end)
  }

  /// The bytes of a line without its line end.
  /// - Parameter number: the line's number, from 1.
  public func lineRange(_ number: Int) -> SourceRange {
    guard number >= 1, number <= lineCount else { return contentEnd..<contentEnd }
    let start = lineStarts[number - 1]
    var end = number < lineCount ? lineStarts[number] : contentEnd
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a range, with anything that is not UTF-8 replaced.
  public subscript(range: SourceRange) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func findLineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(index)
        } else if byte == UInt8(ascii: "\r") {
          if index < buffer.count, buffer[index] == UInt8(ascii: "\n") { continue }
          starts.append(index)
        }
      }
    }
    return starts
  }
}
