import Documents

extension [MathTree] {
  /// How many primes they are; `nil` where they are something else.
  var primeCount: Int? {
    var count = 0
    for token in self {
      guard token.kind == "mo" else { return nil }
      for sign in token.text {
        guard let primes = ["′": 1, "'": 1, "″": 2, "‴": 3, "⁗": 4][sign] else { return nil }
        count += primes
      }
    }
    return count > 0 ? count : nil
  }

  /// The parts between signs that stand in no brackets.
  func split(separator: String) -> [ArraySlice<MathTree>] {
    splitOutside { $0.kind == "mo" && $0.text == separator }
  }

  /// The parts between elements that stand in no brackets.
  func splitOutside(_ isSeparator: (MathTree) -> Bool) -> [ArraySlice<MathTree>] {
    let outer = Set(outer)
    var parts: [ArraySlice<MathTree>] = []
    var start = startIndex
    for index in indices where outer.contains(index) && isSeparator(self[index]) {
      if start < index { parts.append(self[start..<index]) }
      start = index + 1
    }
    if start < endIndex { parts.append(self[start...]) }
    return parts
  }

  /// Where those elements are that stand in no brackets.
  var outer: [Int] {
    var depth = 0
    return indices.filter { index in
      let base = self[index].scripted.base
      guard base.kind == "mo" else { return depth == 0 }
      if ExpressionReader.closings.contains(base.text) { depth -= 1 }
      defer { if ExpressionReader.openings[base.text] != nil { depth += 1 } }
      return depth <= 0
    }
  }
}

extension MathTree {
  /// What it says without any structure, as in an index that is part of a name.
  var plainText: String { text + children.map(\.plainText).joined() }
}
