/// What a `Vector` and a `Matrix` have in common: real elements in row-major order, and arithmetic
/// element by element.
public protocol RealArray: Sendable, Equatable {
  /// The numbers of elements along each axis.
  var shape: Shape { get }

  /// All elements, row after row.
  var elements: [Double] { get }

  /// An array of the same shape with other elements.
  ///
  /// - Parameter elements: as many as there are now, row after row; another number of them traps.
  func replacingElements(with elements: [Double]) -> Self
}
