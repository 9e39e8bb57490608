/// Lays a block that does not hold along the lines that are left for it.
///
/// Where a `[...]` stands beside the block, lines there need not belong to it.
struct BlockAlignment {
  let alignment: LineAlignment
  let isFreeBefore: Bool
  let isFreeAfter: Bool

  /// The pieces, and the position after the last line that belongs to them.
  func pieces(_ lines: [Int], _ region: ArraySlice<Int>) -> ([AlignedPiece], used: Int) {
    let gap = alignment.gap(lines, region)
    guard gap.hasMatch || gap.pieces.contains(where: \.isHeld) else {
      let place = place(of: lines, in: region)
      let end = place.upperBound
      return (alignment.layoutPieces(lines[...], region[place]), end)
    }
    var pieces = gap.pieces
    var used = region.endIndex
    if isFreeBefore, case .changed(let promised, let actual)? = pieces.first {
      pieces[0] = .changed(promised: promised, actual: actual.suffix(promised.count))
      if promised.isEmpty { pieces.removeFirst() }
    }
    if isFreeAfter, case .changed(let promised, let actual)? = pieces.last {
      used -= max(0, actual.count - promised.count)
      pieces[pieces.count - 1] = .changed(
        promised: promised,
        actual: Array(actual.prefix(promised.count))
      )
      if promised.isEmpty { pieces.removeLast() }
    }
    return (pieces, used)
  }

  /// Where a block may have stood of which no line holds.
  private func place(of lines: [Int], in region: ArraySlice<Int>) -> Range<Int> {
    let count = min(lines.count, region.count)
    switch (isFreeBefore, isFreeAfter) {
    case (false, false): return region.indices
    case (false, true): return region.startIndex..<region.startIndex + count
    case (true, false): return region.endIndex - count..<region.endIndex
    case (true, true):
      var best = (share: 0.5, start: region.endIndex)
      for start in region.indices {
        let share = lines.first.map { alignment.similarity.share($0, region[start]) } ?? 0
        if share > best.share || share == best.share && best.start == region.endIndex {
          best = (share, start)
        }
      }
      guard best.start < region.endIndex else { return region.startIndex..<region.startIndex }
      return best.start..<min(best.start + count, region.endIndex)
    }
  }
}

extension AlignedPiece {
  var isHeld: Bool {
    if case .held = self { true } else { false }
  }
}
