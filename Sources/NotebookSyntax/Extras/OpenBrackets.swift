import Documents

/// The square brackets that are open at a place of a text, and the mentions in them.
struct OpenBrackets {
  private struct Opening {
    /// Where the bracket stands in the run.
    var index: Int
    /// The mention right before it.
    var follows: Int?
    /// Whether it would be an image's.
    var isImage: Bool
    /// Whether it could be a link's: no link stands inside another.
    var isActive = true
  }

  /// A mention, by its number among the extras, that stands in so many brackets.
  private struct Pending {
    var extra: Int
    var depth: Int
  }

  private var openings: [Opening] = []
  private var pending: [Pending] = []
  /// How many of the brackets may be a link's or an image's.
  private var activeCount = 0
  /// Among how many of the brackets, from the first on, none may be a link's any more.
  private var settledCount = 0
  private var last: (extra: Int, end: Int)?

  /// Notes a bracket that opens.
  mutating func open(_ index: Int, in bytes: [UInt8]) {
    var follows: Int?
    if let last, last.end == index || (last.end + 1 == index && bytes[last.end].isASCIIWhitespace) {
      follows = last.extra
    }
    let isImage =
      index > 0 && bytes[index - 1] == UInt8(ascii: "!")
      && (index < 2 || bytes[index - 2] != UInt8(ascii: "\\"))
    openings.append(Opening(index: index, follows: follows, isImage: isImage))
    activeCount += 1
  }

  /// Whether a bracket is open that may be a link's or an image's.
  var isInside: Bool { activeCount > 0 }

  /// Notes that the pair that was closed last is a link, which lies in no other one.
  mutating func noteLink() {
    for index in settledCount..<openings.count where !openings[index].isImage {
      openings[index].isActive = false
      activeCount -= 1
    }
    settledCount = openings.count
  }

  /// Notes a mention that ends at an index.
  mutating func add(_ extra: Int, end: Int) {
    last = (extra, end)
    if !openings.isEmpty { pending.append(Pending(extra: extra, depth: openings.count)) }
  }

  /// Notes a bracket that closes.
  /// - Returns: where its pair begins, the mentions right in it, the one right before it, and whether
  ///   the pair may be a link's or an image's; `nil` where no bracket is open.
  mutating func close() -> (
    start: Int, mentions: [Int], follows: Int?, mayBeLink: Bool, isImage: Bool
  )? {
    guard let opening = openings.popLast() else { return nil }
    if opening.isActive { activeCount -= 1 }
    settledCount = min(settledCount, openings.count)
    var mentions: [Int] = []
    while let mention = pending.last, mention.depth > openings.count {
      pending.removeLast()
      if mention.depth == openings.count + 1 { mentions.append(mention.extra) }
    }
    return (opening.index, mentions, opening.follows, opening.isActive, opening.isImage)
  }
}
