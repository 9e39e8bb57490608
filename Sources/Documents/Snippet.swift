/// A text cut out of a document, such as a cell's code or a formula's TeX, that knows where each of
/// its lines came from.
///
/// Lines are joined by `\n` whatever the document uses, and the prefixes of block quotes and list
/// items are gone, so a snippet can be read on its own.
public struct Snippet: Sendable, Hashable, Codable {
  /// The text, its lines joined by `\n`.
  public var text: String
  /// For each line of `text`, the offset in the document at which it begins.
  public var lineOrigins: [Int]

  /// - Parameters:
  ///   - text: the text, its lines joined by `\n`.
  ///   - lineOrigins: the offset in the document at which each line begins.
  public init(text: String, lineOrigins: [Int]) {
    self.text = text
    self.lineOrigins = lineOrigins
  }

  /// The offset in the document of a UTF-8 offset in `text`.
  public func origin(of offset: Int) -> Int {
    var line = 0
    var start = 0
    for (index, byte) in text.utf8.prefix(offset).enumerated() where byte == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    guard line < lineOrigins.count else { return lineOrigins.last ?? 0 }
    return lineOrigins[line] + offset - start
  }
}
