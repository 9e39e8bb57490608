/// What a `Vector` and a `Matrix` have in common: real elements in row-major order, and arithmetic
/// element by element.
///
/// ```swift
/// func range(of array: some RealArray) -> Double { array.maximum - array.minimum }
/// let x: Vector = [1, 4, 2]
/// range(of: x)  // => 3.0
/// range(of: Matrix.identity(2))  // => 1.0
/// ```
public protocol RealArray: Sendable, Equatable {
  /// The numbers of elements along each axis.
  ///
  /// ```swift
  /// func isSquare(_ array: some RealArray) -> Bool {
  ///   let sides = array.shape.dimensions
  ///   return sides.count == 2 && sides[0] == sides[1]
  /// }
  /// isSquare(Matrix.identity(3))  // => true
  /// ```
  var shape: Shape { get }

  /// All elements, row after row.
  ///
  /// ```swift
  /// func largestMagnitude(in array: some RealArray) -> Double {
  ///   array.elements.map(\.magnitude).max() ?? 0
  /// }
  /// let x: Vector = [1, -3]
  /// largestMagnitude(in: x)  // => 3.0
  /// ```
  var elements: [Double] { get }

  /// Lets a function read all elements where they lie, row after row, without a copy.
  ///
  /// ```swift
  /// func alternatingSum(_ array: some RealArray) -> Double {
  ///   array.withElements { elements in
  ///     elements.indices.reduce(0) { $0 + ($1 % 2 == 0 ? elements[$1] : -elements[$1]) }
  ///   }
  /// }
  /// let x: Vector = [3, 1, 2]
  /// alternatingSum(x)  // => 4.0
  /// ```
  ///
  /// - Parameter body: is handed the elements, which are there until it returns.
  func withElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result

  /// An array of the same shape with other elements.
  ///
  /// ```swift
  /// func clipped<A: RealArray>(_ array: A) -> A {
  ///   array.replacingElements(with: array.elements.map { min(max($0, 0), 1) })
  /// }
  /// let x: Vector = [-1, 0.5, 3]
  /// clipped(x)  // => [0.  0.5 1. ]
  /// ```
  ///
  /// - Parameter elements: as many as there are now, row after row; another number of them traps.
  func replacingElements(with elements: [Double]) -> Self
}

extension RealArray {
  /// Lets a function read all elements without a copy of them, where `elements` needs none.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.withElements { $0.count }  // => 4
  /// ```
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    elements.withUnsafeBufferPointer(body)
  }

  /// Lets a kernel read them.
  @inline(__always)
  func read<Result>(_ body: (UnsafePointer<Double>, _ count: Int) -> Result) -> Result {
    withElements { body($0.baseAddress ?? UnsafePointer(Numbers.noPlace), $0.count) }
  }

  /// An array of the same shape that a kernel writes from the elements of this one.
  @inline(__always)
  func filled(
    _ fill: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, _ count: Int) -> Void
  ) -> Self {
    read { elements, count in
      replacingElements(with: [Double](count: count) { fill(elements, $0, count) })
    }
  }
}
