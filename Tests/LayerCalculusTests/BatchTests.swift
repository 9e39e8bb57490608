import TestSupport
import Testing

@testable import LayerCalculus

/// Batches: rows without copies, and a layer's loss with its gradients in one go.
@Suite("Batches")
struct BatchTests {
  @Test("rows share the matrix' memory until one of the two is changed")
  func sharing() {
    var A = Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 4, 5, 6])
    var part = A.rows(1..<3)
    var row = A.row(1)
    #expect(part == [[3, 4], [5, 6]] && row == [3, 4])
    let places = [A.withElements { $0.baseAddress }, part.withElements { $0.baseAddress }]
    #expect(places[0].map { $0 + 2 } == places[1])
    part[0, 0] = 30
    row[1] = 40
    #expect(A == [[1, 2], [3, 4], [5, 6]])
    #expect(part == [[30, 4], [5, 6]] && row == [3, 40])
    A[1, 1] = 7
    #expect(A.row(1) == [3, 7] && part.row(0) == [30, 4])
  }

  @Test("a part computes as a copy of it does", arguments: UInt64(1)...8)
  func parts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let A = random.matrix(7, random.count(upTo: 20))
    let part = A.rows(2..<6)
    let copy = Matrix(rows: 4, columns: A.columns, elements: part.elements)
    #expect(part == copy)
    #expect(part.transposed == copy.transposed)
    #expect(part.sum == copy.sum && part.maximum == copy.maximum)
    #expect(part + part == copy + copy && exp(part) == exp(copy))
    #expect(part.dot(A.transposed) == copy.dot(A.transposed))
    #expect(part.columnSums == copy.columnSums && part.rowSums == copy.rowSums)
    #expect(softmax(part) == softmax(copy))
    #expect(A.rows(at: [2, 3, 4, 5]) == copy)
  }

  @Test(
    "a vector as every row or column is the matrix that it stands for",
    arguments: UInt64(1)...8
  )
  func broadcasting(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let A = random.matrix(random.count(upTo: 9), random.count(upTo: 20))
    let (row, column) = (random.vector(A.columns, in: 1...2), random.vector(A.rows, in: 1...2))
    let rows = outerProduct(Vector(repeating: 1, count: A.rows), row)
    let columns = outerProduct(column, Vector(repeating: 1, count: A.columns))
    #expect(A + row.asEveryRow == A + rows && A + column.asEveryColumn == A + columns)
    #expect(A - row.asEveryRow == A - rows && A - column.asEveryColumn == A - columns)
    #expect(hadamard(A, row.asEveryRow) == hadamard(A, rows))
    #expect(hadamard(A, column.asEveryColumn) == hadamard(A, columns))
    #expect(hadamard(A / row.asEveryRow, rows).shape == A.shape)
    #expect(maximumAbsoluteDifference(hadamard(A / column.asEveryColumn, columns), A) < 1e-14)
  }

  @Test("the loss of a batch is what the single steps give", arguments: UInt64(1)...20)
  func loss(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (samples, inputs, outputs) =
      (random.count(upTo: 20), random.count(upTo: 20), random.count(upTo: 20))
    let (X, W) = (random.matrix(samples, inputs), random.matrix(inputs, outputs))
    let Y = softmax(random.matrix(samples, outputs))
    let loss = softmaxLayerLoss(weights: W, inputs: X, targets: Y)
    let logits = weightedSums(weights: W, inputs: X)
    let errors = crossEntropyGradient(activations: softmax(logits), targets: Y) / Double(samples)
    #expect(
      abs(loss.mean - crossEntropy(logits: logits, targets: Y).mean) < 1e-13 * (1 + loss.mean)
    )
    #expect(maximumAbsoluteDifference(loss.logitGradient, errors) < 1e-15)
    #expect(maximumAbsoluteDifference(loss.weightGradient, X.transposed.dot(errors)) < 1e-14)
    let alone = zip(X.rowVectors, errors.rowVectors).reduce(0 * W) { $0 + outerProduct($1.0, $1.1) }
    #expect(maximumAbsoluteDifference(loss.weightGradient, alone) < 1e-14)
  }

  @Test("a loss far below the precision of 1 is kept, and one far above it")
  func extremeLosses() {
    let losses = [40.0, 800].map { gap in
      (
        softmaxLayerLoss(weights: [[gap, 0]], inputs: [[1]], targets: [[1, 0]]).mean,
        softmaxLayerLoss(weights: [[gap, 0]], inputs: [[1]], targets: [[0, 1]]).mean
      )
    }
    #expect(abs(losses[0].0 - 4.248354255291589e-18) < 1e-32)
    #expect(losses[0].1 == 40 && losses[1].0 == 0 && losses[1].1 == 800)
  }
}
