/// The numbers of elements along each axis: `5` for a vector of five, `3×5` for a matrix of three
/// rows and five columns.
///
/// ```swift
/// let W = Matrix(repeating: 0, rows: 3, columns: 5)
/// W.shape  // => 3×5
/// ```
public struct Shape: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// One count per axis; rows come before columns.
  ///
  /// ```swift
  /// let W = Matrix(repeating: 0, rows: 3, columns: 5)
  /// W.shape.dimensions  // => [3, 5]
  /// ```
  public let dimensions: [Int]

  /// A shape from its counts, as in `W.shape == [3, 5]`.
  ///
  /// ```swift
  /// let W = Matrix(repeating: 0, rows: 3, columns: 5)
  /// W.shape == [3, 5]  // => true
  /// ```
  public init(arrayLiteral dimensions: Int...) {
    self.dimensions = dimensions
  }

  /// The counts with a cross between them.
  ///
  /// ```swift
  /// let shape: Shape = [3, 5]
  /// print("The weights are \(shape).")  // Prints "The weights are 3×5."
  /// ```
  public var description: String {
    dimensions.map { String($0) }.joined(separator: "×")
  }

  /// How many elements there are in all.
  var count: Int { dimensions.reduce(1, *) }

  /// What the elements take in memory, in gigabytes with one decimal; shapes may be beyond all memory.
  var gigabytes: String {
    let tenths = (dimensions.reduce(8) { $0 * Double($1) } / 1e8).rounded()
    return String(tenths / 10)
  }

  /// Names the element that stands at a place of the row-major order: `element 2` of a vector,
  /// `element (1, 2)` of a matrix.
  func nameOfElement(at offset: Int) -> String {
    guard dimensions.count == 2 else { return "element \(offset)" }
    return "element (\(offset / dimensions[1]), \(offset % dimensions[1]))"
  }
}
