/// A vector of real numbers with at least one element.
///
/// ```swift
/// let x: Vector = [0.1, 0.5, 0.4]
/// x          // => [0.1 0.5 0.4]
/// 2 * x + x  // => [0.3 1.5 1.2]
/// ```
public struct Vector: RealArray {
  /// The elements in order.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.elements  // => [0.1, 0.5]
  /// ```
  public var elements: [Double] { numbers.array }

  var numbers: Numbers

  /// A vector of the given elements.
  ///
  /// ```swift
  /// let quarters = (1...4).map { Double($0) / 4 }
  /// Vector(quarters)  // => [0.25 0.5  0.75 1.  ]
  /// ```
  ///
  /// - Parameters:
  ///   - elements: its elements; none at all traps.
  public init(
    _ elements: some Sequence<Double>,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(unchecked: Array(elements))
    check("Vector", file, line) { () throws(InvalidArgument) in try requireElements() }
  }

  /// A vector that holds one number over and over.
  ///
  /// ```swift
  /// Vector(repeating: 0.5, count: 3)  // => [0.5 0.5 0.5]
  /// ```
  ///
  /// - Parameters:
  ///   - element: the number.
  ///   - count: how often, at least once; less traps.
  public init(
    repeating element: Double,
    count: Int,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    check("Vector", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireElements([count])
    }
    self.init(unchecked: Array(repeating: element, count: count))
  }

  init(unchecked elements: [Double]) {
    self.init(Numbers(elements))
  }

  init(_ numbers: Numbers) {
    self.numbers = numbers
  }

  /// A vector that a kernel writes.
  @inline(__always)
  init(filling count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) {
    self.init(unchecked: [Double](count: count, fill))
  }

  /// The number of elements, as a shape.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5, 0.4]
  /// x.shape  // => 3
  /// ```
  public var shape: Shape { [numbers.count] }

  /// The element at an index.
  ///
  /// ```swift
  /// var x: Vector = [0.1, 0.5, 0.4]
  /// x[1]  // => 0.5
  /// x[1] = 2
  /// x  // => [0.1 2.  0.4]
  /// ```
  ///
  /// - Parameter index: counted from 0; one outside the vector traps.
  public subscript(
    index: Int, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Double {
    get {
      checkIndex(index, file, line)
      return numbers[index]
    }
    set {
      checkIndex(index, file, line)
      numbers[index] = newValue
    }
  }

  /// A vector of the same shape with other elements.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.replacingElements(with: [3, 4])  // => [3. 4.]
  /// ```
  ///
  /// - Parameter elements: as many as there are now; another number of them traps.
  public func replacingElements(with elements: [Double]) -> Vector {
    check("Vector.replacingElements", #fileID, #line) { () throws(InvalidArgument) in
      try InvalidArgument.requireCount(elements.count, for: shape)
    }
    return Vector(unchecked: elements)
  }

  /// Lets a function read the elements where they lie.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.withElements { $0[1] }  // => 0.5
  /// ```
  ///
  /// - Parameter body: is handed the elements, which are there until it returns.
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    numbers.read { body(UnsafeBufferPointer(start: $0, count: numbers.count)) }
  }

  private func checkIndex(_ index: Int, _ file: StaticString, _ line: UInt) {
    check("Vector", file, line) { () throws(InvalidArgument) in
      try requireIndex(index, named: "index", below: numbers.count)
    }
  }
}
