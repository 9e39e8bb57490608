/// The sets and dictionaries that a program wrote, by their texts: the order of their elements is that
/// of a hash, and means nothing.
struct HashedTexts {
  private let elements: [String: [String]]

  /// - Parameter collections: the elements of each as they were written.
  init(_ collections: [[String]] = []) {
    elements = Dictionary(
      collections.map { ("[" + $0.joined(separator: ", ") + "]", $0) },
      uniquingKeysWith: { $1 }
    )
  }

  private init(elements: [String: [String]]) { self.elements = elements }

  /// The dictionaries alone, whose pairs no array has.
  var dictionaries: HashedTexts {
    HashedTexts(
      elements: elements.filter { $0.value.allSatisfy { CollectionText.key(of: $0) != nil } }
    )
  }

  /// Where the elements of a collection stand in a text; `nil` for one whose order counts.
  ///
  /// What a set is called tells it, too, where it is written within another value.
  func elementRanges(of group: CollectionText, in bytes: [UInt8]) -> [Range<Int>]? {
    guard let known = elements[String(decoding: bytes[group.range], as: UTF8.self)] else {
      return group.isCalledSet ? group.parts : nil
    }
    // An element may have commas of its own that nothing encloses.
    var ranges: [Range<Int>] = []
    var next = 0
    for element in known {
      let last = next + CollectionText.partCount(of: element) - 1
      guard group.parts.indices.contains(last) else { return nil }
      ranges.append(group.parts[next].lowerBound..<group.parts[last].upperBound)
      next = last + 1
    }
    return next == group.parts.count ? ranges : nil
  }
}
