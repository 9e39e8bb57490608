import TestSupport
import Testing

@testable import LayerCalculus

/// The kernels against the definitions of what they compute, in twice the digits.
@Suite("The kernels")
struct KernelTests {
  @Test("exp is within 1 ulp, and never falls where the exponent grows by much")
  func exponential() {
    var random = SeededGenerator(seed: 1)
    let spread = random.vector(2000, in: -700...700).elements
    let near = random.vector(2000, in: -1...1).elements
    let values = LayerCalculus.exp(Vector(spread + near)).elements
    for (x, value) in zip(spread + near, values) {
      let exact = WideNumber.exponential(WideNumber(x))
      #expect(exact.distance(value, inUlpsOf: exact.high) < 1, "exp(\(x))")
    }
  }

  @Test(
    "exp at the ends of the number line",
    arguments: [
      (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0),
      (709.782712893384, 0x1.fffffffffff2ap+1023),
      (709.7827128933841, .infinity), (1e300, .infinity), (-1e300, 0), (-745.2, 0),
      (-745.1332191019411, .leastNonzeroMagnitude), (.leastNonzeroMagnitude, 1),
      (-.leastNonzeroMagnitude, 1), (1e4, .infinity), (-1e4, 0),
    ] as [(Double, Double)]
  )
  func ends(x: Double, expected: Double) {
    #expect(exp(Vector([x]))[0] == expected)
    // Whichever lane it stands in.
    #expect(exp(Vector(repeating: x, count: 11)).allSatisfy { $0 == expected })
  }

  @Test("exp of what is not a number is none, and its neighbours do not mind")
  func notANumber() {
    let values = exp([0, .nan, 0] as Vector)
    #expect(values[1].isNaN)
    #expect(values[0] == 1 && values[2] == 1)
  }

  @Test("exp reaches the subnormal numbers one by one")
  func subnormal() {
    for x in stride(from: -745.1, to: -708.4, by: 0.7) {
      let value = exp([x] as Vector)[0]
      // 2⁶⁴ times as large, it is no longer subnormal.
      let exact = WideNumber.exponential(WideNumber(x) + Self.shift)
      #expect((exact.high * 0x1p-64 - value).magnitude <= .leastNonzeroMagnitude, "exp(\(x))")
    }
  }

  /// 64 ln 2.
  private static let shift = WideNumber(0x1.62e42fefa39efp+5, 0x1.abc9e3b39803fp-50)

  @Test(
    "a sum and a dot product are within 4 ulps of their terms' magnitudes, however many there are"
  )
  func sums() {
    var random = SeededGenerator(seed: 2)
    for count in Array(1...70) + [511, 512, 513, 1000, 4099, 33_000, 70_001] {
      let (x, y) = (random.vector(count, in: -1...3), random.vector(count, in: -1...3))
      let sum = zip(x, y).reduce(into: (WideNumber(0), WideNumber(0), 0.0, 0.0)) {
        $0.0 = $0.0 + WideNumber($1.0)
        $0.1 = $0.1 + WideNumber($1.0) * WideNumber($1.1)
        $0.2 += $1.0.magnitude
        $0.3 += ($1.0 * $1.1).magnitude
      }
      #expect(sum.0.distance(x.sum, inUlpsOf: sum.2) < 4, "\(count)")
      #expect(sum.1.distance(x.dot(y), inUlpsOf: sum.3) < 4, "\(count)")
    }
  }

  @Test("products of 1,000 shapes are within 4 ulps of their terms' magnitudes", arguments: 0..<10)
  func products(part: UInt64) {
    var random = SeededGenerator(seed: 100 + part)
    for _ in 0..<100 {
      let (rows, inner, columns) =
        (random.count(upTo: 26), random.count(upTo: 19), random.count(upTo: 26))
      let A = random.matrix(rows, inner)
      let B = random.matrix(inner, columns)
      let worst = Self.worstError(of: A.dot(B), A, B)
      #expect(worst < 4, "\(A.shape) · \(B.shape)")
      #expect(A.transposed.transposedDot(B) == A.dot(B), "\(A.shape)ᵀ · \(B.shape)")
      let x = random.vector(inner)
      #expect(Self.worstError(of: Matrix(rows: [x.dot(B)]), Matrix(rows: [x]), B) < 4)
      let column = Matrix(rows: [x]).transposed
      #expect(Self.worstError(of: Matrix(rows: [A.dot(x)]).transposed, A, column) < 4)
    }
  }

  private static func worstError(of product: Matrix, _ A: Matrix, _ B: Matrix) -> Double {
    let (a, b, c) = (A.elements, B.elements, product.elements)
    var worst = product.shape == [A.rows, B.columns] ? 0 : Double.infinity
    for row in 0..<A.rows {
      for column in 0..<B.columns {
        var (sum, magnitude) = (WideNumber(0), 0.0)
        for k in 0..<A.columns {
          let (x, y) = (a[row * A.columns + k], b[k * B.columns + column])
          sum = sum + WideNumber(x) * WideNumber(y)
          magnitude += (x * y).magnitude
        }
        worst = max(worst, sum.distance(c[row * B.columns + column], inUlpsOf: magnitude))
      }
    }
    return worst
  }

  @Test("a long product is summed in parts, and a wide one in panels")
  func largeProducts() {
    var random = SeededGenerator(seed: 3)
    for (rows, inner, columns) in [(3, 500, 2), (2, 3, 2100), (250, 2, 3), (13, 193, 17)] {
      let (A, B) = (random.matrix(rows, inner), random.matrix(inner, columns))
      #expect(Self.worstError(of: A.dot(B), A, B) < 4)
    }
    let (x, W) = (random.vector(300), random.matrix(300, 1030))
    #expect(Self.worstError(of: Matrix(rows: [x.dot(W)]), Matrix(rows: [x]), W) < 4)
  }

  @Test("softmax and its Jacobian of 200 lengths agree with their definitions")
  func softmaxes() {
    var random = SeededGenerator(seed: 4)
    for count in 1...200 {
      let z = random.vector(count, in: -30...30)
      let largest = z.maximum
      let exponentials = z.map { WideNumber.exponential(WideNumber($0 - largest)).high }
      let sum = exponentials.reduce(WideNumber(0)) { $0 + WideNumber($1) }
      let s = softmax(z)
      for (index, activation) in s.enumerated() {
        let exact = WideNumber(exponentials[index]) / sum
        #expect(exact.distance(activation, inUlpsOf: exact.high) < 4)
      }
      guard count < 40 else { continue }
      let J = softmaxJacobian(activations: s)
      for i in s.indices {
        for j in s.indices {
          #expect(J[i, j] == kroneckerDelta(i, j) * s[i] - s[i] * s[j])
        }
      }
    }
  }

  @Test("softmax in place is the same, and leaves what shares its memory alone")
  func inPlace() {
    var random = SeededGenerator(seed: 5)
    for (rows, columns) in [(1, 1), (3, 7), (5, 16), (2, 33), (1, 600)] {
      let logits = random.matrix(rows, columns)
      var batch = logits
      batch.formSoftmax()
      #expect(batch == softmax(logits))
      var part = logits.rows(0..<1)
      part.formSoftmax()
      #expect(part.row(0) == softmax(logits.row(0)))
      var row = logits.row(rows - 1)
      row.formSoftmax()
      #expect(row == batch.row(rows - 1))
      #expect(softmax(logits) == batch)
    }
  }

  @Test("logits near ±1e4 and infinities are as ever")
  func extremes() {
    let logits = Matrix(
      rows: (1...9).map { Vector(repeating: 1e4, count: 9) - 2e4 * oneHot($0 - 1, count: 9) }
    )
    let batch = softmax(logits)
    #expect(batch.elements.allSatisfy { $0 == 0 || $0 == 0.125 })
    #expect(!Maximum.isFinite([1, .infinity]) && !Maximum.isFinite([-.infinity]))
    #expect(Maximum.isFinite([1e308, -1e308, 1e308]))
  }

  @Test("one thread and many give the same bits", arguments: [2, 3, 7])
  func threads(count: Int) {
    var random = SeededGenerator(seed: 6)
    let long = random.vector(PairwiseSum.chunk * 2 + 77)
    let terms = long.elements
    terms.withUnsafeBufferPointer { terms in
      guard let start = terms.baseAddress else { return }
      let sums = [1, count].map {
        PairwiseSum.dot(start, start, count: terms.count, threads: $0)
      }
      #expect(sums[0] == sums[1])
      let softmaxes = [1, count].map { threads in
        [Double](count: terms.count) {
          _ = SoftmaxKernel.write(start, to: $0, terms.count, threads: threads)
        }
      }
      #expect(softmaxes[0] == softmaxes[1])
    }
    let (A, B) = (random.matrix(40, 30).elements, random.matrix(30, 50).elements)
    let products = [1, count].map { threads in Self.product(A, B, threads: threads) }
    #expect(products[0] == products[1])
  }

  private static func product(_ A: [Double], _ B: [Double], threads: Int) -> [Double] {
    A.withUnsafeBufferPointer { A in
      B.withUnsafeBufferPointer { B in
        [Double](count: 40 * 50) { result in
          guard let a = A.baseAddress, let b = B.baseAddress else { return }
          MatrixProduct.write(
            MatrixFactor(a, rows: 40, columns: 30),
            MatrixFactor(b, rows: 30, columns: 50),
            to: result,
            threads: threads
          )
        }
      }
    }
  }
}

extension Maximum {
  fileprivate static func isFinite(_ numbers: [Double]) -> Bool {
    numbers.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { Maximum(of: $0, count: buffer.count).isFinite } ?? true
    }
  }
}
