/// Functions applied element by element.
enum Elementwise {
  @inline(__always)
  static func map(
    _ elements: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>,
    _ count: Int,
    _ transform: (Double) -> Double
  ) {
    for index in 0..<count { result[index] = transform(elements[index]) }
  }

  @inline(__always)
  static func combine(
    _ left: UnsafePointer<Double>,
    _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>,
    _ count: Int,
    _ operation: (Double, Double) -> Double
  ) {
    for index in 0..<count { result[index] = operation(left[index], right[index]) }
  }
}
