import Documents

/// A page in parts, so that a browser which has it already can be told what changed: what stands before the
/// notebook's blocks, each of these, and what stands behind them.
struct PageParts: Sendable, Equatable {
  /// A block of the notebook on the page.
  struct Block: Sendable, Equatable {
    /// Its line in the notebook; 0 for what is no block of it.
    var line: Int
    var html: ArraySlice<UInt8>
  }

  var before: ArraySlice<UInt8> = []
  var blocks: [Block] = []
  var behind: ArraySlice<UInt8> = []

  /// - Parameter name: begins each mark: see `SourceMarks`.
  /// - Returns: `nil` where the page does not hold the notebook's blocks once, one after the other: its
  ///   template leaves them out or shows them twice, or raw HTML ends in none of them.
  init?(_ page: [UInt8], marks name: String) {
    let begin = Array("<!--\(name) ".utf8)
    let close = Array("-->".utf8)
    var rest = page[...]
    var start: Int?
    var line = 0
    while let mark = rest.range(of: begin) {
      guard let end = page[mark.upperBound...].range(of: close) else { return nil }
      rest = page[end.upperBound...]
      let place = String(decoding: page[mark.upperBound..<end.lowerBound], as: UTF8.self)
      // A part of a block belongs to it.
      if place.hasPrefix("+") { continue }
      if let start {
        blocks.append(Block(line: line, html: page[start..<mark.lowerBound]))
      } else {
        before = page[..<mark.lowerBound]
      }
      guard let next = Int(place) else {
        behind = page[end.upperBound...]
        let isLast = behind.range(of: begin) == nil
        guard place == "end", isLast else { return nil }
        return
      }
      line = next
      start = end.upperBound
    }
    return nil
  }
}
