/// The square brackets that are open at a place of a text, and the mentions in them.
struct OpenBrackets {
  private struct Opening {
    /// Where the bracket stands in the run.
    var index: Int
    /// The mention right before it.
    var follows: Int?
  }

  /// A mention, by its number among the extras, that stands in so many brackets.
  private struct Pending {
    var extra: Int
    var depth: Int
  }

  private var openings: [Opening] = []
  private var pending: [Pending] = []
  private var last: (extra: Int, end: Int)?

  /// Notes a bracket that opens.
  mutating func open(_ index: Int, in bytes: [UInt8]) {
    var follows: Int?
    if let last, last.end == index || (last.end + 1 == index && isWhitespace(bytes[last.end])) {
      follows = last.extra
    }
    openings.append(Opening(index: index, follows: follows))
  }

  /// Notes a mention that ends at an index.
  mutating func add(_ extra: Int, end: Int) {
    last = (extra, end)
    if !openings.isEmpty { pending.append(Pending(extra: extra, depth: openings.count)) }
  }

  /// Notes a bracket that closes.
  /// - Returns: where its pair begins, the mentions right in it, and the one right before it; `nil`
  ///   where no bracket is open.
  mutating func close() -> (start: Int, mentions: [Int], follows: Int?)? {
    guard let opening = openings.popLast() else { return nil }
    var mentions: [Int] = []
    while let mention = pending.last, mention.depth > openings.count {
      pending.removeLast()
      if mention.depth == openings.count + 1 { mentions.append(mention.extra) }
    }
    return (opening.index, mentions, opening.follows)
  }
}
