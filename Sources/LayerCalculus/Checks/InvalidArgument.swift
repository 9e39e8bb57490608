/// What is wrong with an argument, in words that give the shapes; all such wording is here.
enum InvalidArgument: Error, Equatable, CustomStringConvertible {
  case noElements(Shape)
  case unequalRows(first: Int, row: Int, count: Int)
  case elementCount(Int, Shape)
  case outOfRange(name: String, index: Int, count: Int, Shape)
  case notFinite(name: String, offset: Int, value: Double, Shape)
  case notProbability(name: String, offset: Int, value: Double, Shape)
  case notDistribution(name: String, row: Int, sum: Double, Shape)
  case noMemory(Shape, insteadOf: String)
  case unequalShapes(String, Shape, String, Shape)
  case unequalCounts(String, Shape, Int, String, Shape, Int)

  var description: String {
    switch self {
    case .noElements(let shape) where shape.dimensions.count == 1:
      "a vector needs at least one element, but its shape is \(shape)"
    case .noElements(let shape):
      "a matrix needs at least one row and one column, but its shape is \(shape)"
    case .unequalRows(let first, let row, let count):
      "all rows must be equally long, but row 0 has \(first) elements and row \(row) has \(count)"
    case .elementCount(let count, let shape):
      "shape \(shape) needs \(shape.count) elements, but there are \(count)"
    case .outOfRange(let name, let index, let count, let shape):
      "\(name) \(index) is outside 0..<\(count) (shape \(shape))"
    case .notFinite(let name, let offset, let value, let shape):
      "\(name) must be finite, but \(shape.nameOfElement(at: offset)) is \(value) (shape \(shape))"
    case .notProbability(let name, let offset, let value, let shape):
      "\(name) must be between 0 and 1, but \(shape.nameOfElement(at: offset)) is \(value) "
        + "(shape \(shape))"
    case .notDistribution(let name, let row, let sum, let shape):
      "\(name) must sum to 1, but \(shape.dimensions.count == 1 ? "they sum" : "row \(row) sums") "
        + "to \(sum) (shape \(shape))"
    case .noMemory(let shape, let other):
      "a matrix of shape \(shape) takes \(shape.gigabytes) GB, for which there is not memory enough; "
        + "'\(other)' gives what it is multiplied to, without the matrix"
    case .unequalShapes(let left, let leftShape, let right, let rightShape):
      "\(left) of shape \(leftShape) and \(right) of shape \(rightShape) must have the same shape"
    case .unequalCounts(
      let left,
      let leftShape,
      let leftCount,
      let right,
      let rightShape,
      let count
    ):
      "\(left) of shape \(leftShape) and \(right) of shape \(rightShape) do not fit together: "
        + "\(leftCount) is not \(count)"
    }
  }
}
