import Documents

/// Lines that stand once in each of two long texts, in the longest order that both keep: the
/// difference between two of them can be searched by itself.
enum LineAnchors {
  /// - Parameters:
  ///   - left: the promised lines.
  ///   - right: the actual lines.
  /// - Returns: positions in the two arrays, ascending on both sides.
  static func anchors(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>, _ rule: LineRule)
    -> [EditScript.Match]
  {
    var places: [LineKey: (left: Int, right: Int, leftCount: Int, rightCount: Int)] = [:]
    for position in left.indices where !rule.isPattern(left[position]) {
      var place = places[rule.key(rule.promised, left[position])] ?? (0, 0, 0, 0)
      (place.left, place.leftCount) = (position, place.leftCount + 1)
      places[rule.key(rule.promised, left[position])] = place
    }
    for position in right.indices {
      let key = rule.key(rule.actual, right[position])
      guard var place = places[key] else { continue }
      (place.right, place.rightCount) = (position, place.rightCount + 1)
      places[key] = place
    }
    let unique = places.values.filter { $0.leftCount == 1 && $0.rightCount == 1 }
      .map { (left: $0.left, right: $0.right) }
      .sorted { $0.left < $1.left }
    return longestAscending(unique)
  }

  /// The longest part in which the right positions ascend too.
  private static func longestAscending(_ pairs: [EditScript.Match]) -> [EditScript.Match] {
    /// For each length, the pair with the smallest end.
    var ends: [Int] = []
    var before: [Int?] = []
    for index in pairs.indices {
      let place = ends.partitioningIndex { pairs[$0].right >= pairs[index].right }
      before.append(place > 0 ? ends[place - 1] : nil)
      if place < ends.count { ends[place] = index } else { ends.append(index) }
    }
    var longest: [EditScript.Match] = []
    var next = ends.last
    while let index = next {
      longest.append(pairs[index])
      next = before[index]
    }
    return longest.reversed()
  }
}
