import LayerCalculus
import TestSupport
import Testing

@Suite("Vectors and matrices")
struct ArithmeticTests {
  let x: Vector = [3, -1, 2]
  let A: Matrix = [[1, 2, 3], [4, 5, 6]]

  @Test("literals give shape, count and elements")
  func literals() {
    #expect(x.shape == [3] && x.count == 3 && x[2] == 2)
    #expect(A.shape == [2, 3] && A.count == 6 && A[1, 2] == 6)
    #expect(A.rows == 2 && A.columns == 3)
    #expect(A.row(1) == [4, 5, 6] && A.column(1) == [2, 5])
    #expect(Matrix(rows: [x, x]) == [[3, -1, 2], [3, -1, 2]])
    #expect("\(A.shape) \(x.shape)" == "2×3 3")
  }

  @Test("elements can be changed in place, copies stay")
  func mutation() {
    var (y, B) = (x, A)
    y[0] += 1
    B[0, 1] = -2
    y.swapAt(1, 2)
    #expect(y == [4, 2, -1] && x == [3, -1, 2])
    #expect(B == [[1, -2, 3], [4, 5, 6]] && A[0, 1] == 2)
  }

  @Test("a vector is a collection")
  func collection() {
    #expect(x.max() == 3 && Array(x.reversed()) == [2, -1, 3])
    #expect(x.map { "\($0)" } == ["3.0", "-1.0", "2.0"])
    #expect(Vector(x.sorted()) == [-1, 2, 3])
  }

  @Test("map keeps the shape")
  func map() {
    #expect(x.map { $0 * $0 } == [9, 1, 4])
    #expect(A.map(-) == [[-1, -2, -3], [-4, -5, -6]])
    #expect(exp([0, 0] as Vector) == [1, 1] && log([[1]] as Matrix) == [[0]])
    #expect(A.mapRows { $0 / $0.sum }.rowSums == [1, 1])
  }

  @Test("sums, means, extremes")
  func reductions() {
    #expect(x.sum == 4 && A.sum == 21 && A.mean == 3.5)
    #expect(A.rowSums == [6, 15] && A.columnSums == [5, 7, 9])
    #expect(x.maximum == 3 && x.minimum == -1 && x.indexOfMaximum == 0)
    #expect(([1, 5, 5] as Vector).indexOfMaximum == 1)
    #expect(([1, .nan, 2] as Vector).maximum.isNaN && ([.nan, 2] as Vector).minimum.isNaN)
  }

  @Test("addition, subtraction and scaling work element by element")
  func elementwise() {
    #expect(x + [1, 1, 1] == [4, 0, 3] && x - x == [0, 0, 0] && -x == [-3, 1, -2])
    #expect(2 * x == [6, -2, 4] && x * 2 == 2 * x && x / 2 == [1.5, -0.5, 1])
    #expect(A + A == 2 * A && A - A == Matrix(repeating: 0, rows: 2, columns: 3))
    #expect(hadamard(x, [1, 2, 3]) == [3, -2, 6] && hadamard(A, A)[1, 2] == 36)
    var y = x
    y += [1, 1, 1]
    y -= [0, 0, 3]
    #expect(y == [4, 0, 0])
  }

  @Test("a literal beside a vector is added to it, not appended")
  func literalSum() {
    let right = x + [1, 1, 1]
    let left = [1, 1, 1] + x
    #expect(right == [4, 0, 3] && left == right)
  }

  @Test("products by hand")
  func products() {
    #expect(x.dot([1, 2, 3]) == 7)
    #expect(A * x == [7, 19] && A.dot(x) == A * x)
    #expect([1, -1] as Vector * A == [-3, -3, -3])
    #expect(A * A.transposed == [[14, 32], [32, 77]])
    #expect(outerProduct([1, 2], x) == [[3, -1, 2], [6, -2, 4]])
  }

  @Test("products over random shapes obey the laws of algebra", arguments: UInt64(1)...20)
  func laws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (n, m, p) = (random.count(), random.count(), random.count())
    let (A, B) = (random.matrix(n, m), random.matrix(m, p))
    let (u, v) = (random.vector(n), random.vector(p))
    let product = A * B
    #expect(product.shape == [n, p])
    for i in 0..<n {
      for j in 0..<p { #expect(abs(product[i, j] - A.row(i).dot(B.column(j))) < 1e-12) }
    }
    #expect(maximumAbsoluteDifference(product.transposed, B.transposed * A.transposed) < 1e-12)
    #expect(maximumAbsoluteDifference(product * v, A * (B * v)) < 1e-11)
    #expect(maximumAbsoluteDifference(u * A, A.transposed * u) < 1e-12)
    #expect(Matrix.identity(n) * A == A && A * Matrix.identity(m) == A)
    #expect(A.transposed.transposed == A)
    #expect(maximumAbsoluteDifference(outerProduct(u, v) * v, u * v.dot(v)) < 1e-11)
  }

  @Test("diagonals")
  func diagonals() {
    #expect(Matrix.diagonal([1, 2]) == [[1, 0], [0, 2]])
    #expect(Matrix.diagonal(x).diagonal == x)
    #expect(A.diagonal == [1, 5] && A.transposed.diagonal == [1, 5])
  }

  @Test("an infinity times zero stays a NaN in a product")
  func nonFiniteProduct() {
    #expect(([[0]] as Matrix * [[.infinity]] as Matrix)[0, 0].isNaN)
  }

  @Test("agreement is the largest difference, and a NaN is never agreement")
  func agreement() {
    #expect(maximumAbsoluteDifference(x, [3, -1.5, 2.25]) == 0.5)
    #expect(maximumAbsoluteDifference(A, A) == 0)
    #expect(maximumAbsoluteDifference([.nan, 1] as Vector, [.nan, 1]).isNaN)
    #expect(maximumAbsoluteDifference([1, .nan, 9] as Vector, [1, 1, 1]).isNaN)
    #expect(maximumAbsoluteDifference([.infinity] as Vector, [.infinity]) == 0)
    #expect(maximumAbsoluteDifference([.infinity] as Vector, [1]) == .infinity)
  }
}
