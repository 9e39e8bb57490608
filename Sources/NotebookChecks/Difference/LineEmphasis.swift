/// What differs between a promised line and the line that came in its place.
struct LineEmphasis {
  let promised: ShownText
  let actual: ShownText
  let rule: TokenRule

  /// More tokens than this are compared at the beginning and end of the lines only.
  private static let limit = 4000

  /// The parts to emphasise, in UTF-8 offsets of each line.
  func ranges(_ left: Int, _ right: Int) -> (promised: [Range<Int>], shown: [Range<Int>]) {
    let wanted = promised.lines[left]
    let shown = actual.lines[right]
    if let marks = numberMarks(wanted, shown) { return marks }
    let size = wanted.tokens.count + shown.tokens.count
    let script = EditScript(bound: size > Self.limit ? 0 : 128) { i, j in
      promised.tokens[i].kind != .wildcard && rule.holds(promised, i, actual, j)
    }
    var marks: (promised: [Range<Int>], shown: [Range<Int>]) = ([], [])
    var (low, high) = (wanted.tokens.lowerBound, shown.tokens.lowerBound)
    for match in script.matches(wanted.tokens, shown.tokens) {
      add(low..<match.left, high..<match.right, to: &marks)
      (low, high) = (match.left + 1, match.right + 1)
    }
    add(low..<wanted.tokens.upperBound, high..<shown.tokens.upperBound, to: &marks)
    if marks.promised.isEmpty, marks.shown.isEmpty { return differingBytes(wanted, shown) }
    return (
      marks.promised.map { $0.offset(by: -wanted.bytes.lowerBound) },
      marks.shown.map { $0.offset(by: -shown.bytes.lowerBound) }
    )
  }

  /// The differing digits of lines that differ in nothing but numbers, as most do.
  private func numberMarks(
    _ left: ShownText.Line,
    _ right: ShownText.Line
  ) -> (promised: [Range<Int>], shown: [Range<Int>])? {
    guard left.tokens.count == right.tokens.count else { return nil }
    var marks: (promised: [Range<Int>], shown: [Range<Int>]) = ([], [])
    for (index, other) in zip(left.tokens, right.tokens) {
      if rule.holds(promised, index, actual, other) { continue }
      guard promised.tokens[index].kind == .number, actual.tokens[other].kind == .number else {
        return nil
      }
      let start = sharedDigits(index, other)
      marks.promised.append(
        promised.tokens[index].range.dropFirst(start).offset(by: -left.bytes.lowerBound)
      )
      marks.shown.append(
        actual.tokens[other].range.dropFirst(start).offset(by: -right.bytes.lowerBound)
      )
    }
    return marks.promised.isEmpty ? nil : marks
  }

  private func add(
    _ left: Range<Int>,
    _ right: Range<Int>,
    to marks: inout (promised: [Range<Int>], shown: [Range<Int>])
  ) {
    // What a `[...]` stands for is no difference.
    if let first = left.first(where: isWildcard), let last = left.last(where: isWildcard) {
      let head = first - left.lowerBound
      let tail = left.upperBound - 1 - last
      guard head + tail <= right.count else { return add(left.prefix(head), right, to: &marks) }
      add(left.prefix(head), right.prefix(head), to: &marks)
      add(left.suffix(tail), right.suffix(tail), to: &marks)
      return
    }
    let isPaired = left.count == right.count
    for (index, other) in zip(left, right) where isPaired {
      let start = sharedDigits(index, other)
      marks.promised.append(promised.tokens[index].range.dropFirst(start))
      marks.shown.append(actual.tokens[other].range.dropFirst(start))
    }
    guard !isPaired else { return }
    marks.promised += left.map { promised.tokens[$0].range }
    marks.shown += right.map { actual.tokens[$0].range }
  }

  private func isWildcard(_ token: Int) -> Bool { promised.tokens[token].kind == .wildcard }

  /// How many bytes two numbers share that are of one size, so that their digits mean the same.
  private func sharedDigits(_ left: Int, _ right: Int) -> Int {
    let wanted = promised.tokens[left]
    let shown = actual.tokens[right]
    guard wanted.kind == .number, shown.kind == .number else { return 0 }
    let first = promised.bytes[wanted.range]
    let second = actual.bytes[shown.range]
    guard
      first.prefix(while: { $0 != ASCII.dot }).count
        == second.prefix(while: { $0 != ASCII.dot }).count,
      first.contains(where: \.isExponentMark) == second.contains(where: \.isExponentMark)
    else { return 0 }
    let shared = zip(first, second).prefix { $0 == $1 }.count
    // A minus of three bytes is not cut.
    let isCut = shared < first.count && first[first.startIndex + shared] & 0xC0 == 0x80
    return shared < first.count && shared < second.count && !isCut ? shared : 0
  }

  /// Lines whose tokens are the same differ in white space.
  private func differingBytes(
    _ left: ShownText.Line,
    _ right: ShownText.Line
  ) -> (promised: [Range<Int>], shown: [Range<Int>]) {
    let wanted = promised.bytes[left.bytes]
    let shown = actual.bytes[right.bytes]
    var head = zip(wanted, shown).prefix { $0 == $1 }.count
    let room = min(wanted.count, shown.count)
    var tail = zip(wanted.reversed(), shown.reversed()).prefix { $0 == $1 }.count
    tail = min(tail, room - head)
    while head > 0, wanted.isCut(head) || shown.isCut(head) { head -= 1 }
    while tail > 0, wanted.isCut(wanted.count - tail) || shown.isCut(shown.count - tail) {
      tail -= 1
    }
    let marks = (head..<wanted.count - tail, head..<shown.count - tail)
    return (marks.0.isEmpty ? [] : [marks.0], marks.1.isEmpty ? [] : [marks.1])
  }
}

extension Range<Int> {
  fileprivate func offset(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }

  fileprivate func dropFirst(_ count: Int) -> Range<Int> { lowerBound + count..<upperBound }
}

extension ArraySlice<UInt8> {
  /// Whether a character's bytes go on at an offset.
  fileprivate func isCut(_ offset: Int) -> Bool {
    offset < count && self[startIndex + offset] & 0xC0 == 0x80
  }
}
