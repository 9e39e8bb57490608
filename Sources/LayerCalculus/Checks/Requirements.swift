// The checks by themselves: each throws what is wrong and does nothing else, so that they can be
// tested, and shared with decoding, which must not trap.

extension InvalidArgument {
  static func requireElements(_ shape: Shape) throws(InvalidArgument) {
    guard shape.dimensions.allSatisfy({ $0 > 0 }) else { throw .noElements(shape) }
  }

  static func requireCount(_ count: Int, for shape: Shape) throws(InvalidArgument) {
    guard count == shape.count else { throw .elementCount(count, shape) }
  }

  static func requireRectangle(_ rows: [[Double]]) throws(InvalidArgument) {
    let first = rows.first?.count ?? 0
    try requireElements([rows.count, first])
    if let row = rows.firstIndex(where: { $0.count != first }) {
      throw .unequalRows(first: first, row: row, count: rows[row].count)
    }
  }
}

extension RealArray {
  func requireElements() throws(InvalidArgument) {
    try InvalidArgument.requireElements(shape)
  }

  func requireIndex(
    _ index: Int,
    named name: String,
    below count: Int
  ) throws(InvalidArgument) {
    guard index >= 0, index < count else {
      throw .outOfRange(name: name, index: index, count: count, shape)
    }
  }

  func requireFinite(_ name: String) throws(InvalidArgument) {
    if read({ Maximum(of: $0, count: $1).isFinite }) { return }
    if let offset = elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(name: name, offset: offset, value: elements[offset], shape)
    }
  }

  /// Finite, and every element in 0...1.
  func requireProbabilities(_ name: String) throws(InvalidArgument) {
    if read({ Maximum.areProbabilities($0, count: $1) }) { return }
    try requireFinite(name)
    if let offset = elements.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      throw .notProbability(name: name, offset: offset, value: elements[offset], shape)
    }
  }

  func requireShape<B: RealArray>(
    of other: B,
    named name: String,
    _ otherName: String
  ) throws(InvalidArgument) {
    guard shape == other.shape else {
      throw .unequalShapes(name, shape, otherName, other.shape)
    }
  }

  func requireCount<B: RealArray>(
    _ count: Int,
    fits other: B,
    _ otherCount: Int,
    named name: String,
    _ otherName: String
  ) throws(InvalidArgument) {
    guard count == otherCount else {
      throw .unequalCounts(name, shape, count, otherName, other.shape, otherCount)
    }
  }
}
