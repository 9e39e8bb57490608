import LayerCalculus
import TestSupport
import Testing

@Suite("Softmax layer")
struct SoftmaxLayerTests {
  @Test("the weighted sums are Wᵀx")
  func weightedSumsByHand() {
    let W: Matrix = [[1, 2, 3], [4, 5, 6]]
    #expect(weightedSums(weights: W, inputs: [10, 1] as Vector) == [14, 25, 36])
    #expect(
      weightedSums(weights: W, inputs: [[10, 1], [1, 0]] as Matrix) == [[14, 25, 36], [1, 2, 3]]
    )
  }

  @Test("dz/dW holds x_j in row i·inputs + j, column i")
  func layout() {
    let W = Matrix(repeating: 0, rows: 2, columns: 3)
    #expect(
      weightedSumsJacobian(weights: W, inputs: [7, 8])
        == [[7, 0, 0], [8, 0, 0], [0, 7, 0], [0, 8, 0], [0, 0, 7], [0, 0, 8]]
    )
  }

  @Test("dz/dW agrees with finite differences", arguments: UInt64(1)...10)
  func weightedSumsNumerically(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (inputs, outputs) = (random.count(), random.count())
    let (W, x) = (random.matrix(inputs, outputs), random.vector(inputs))
    let numerical = finiteDifferences(at: flattened(W)) { flat in
      weightedSums(weights: unflattened(flat, inputs, outputs), inputs: x)
    }
    let J = weightedSumsJacobian(weights: W, inputs: x)
    #expect(J.shape == [inputs * outputs, outputs])
    #expect(maximumAbsoluteDifference(J.transposed, numerical) < 1e-8)
  }

  @Test("dS/dW by the chain rule agrees with automatic differentiation", arguments: UInt64(1)...20)
  func chainRule(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let x = random.vector(random.count())
    let W = random.matrix(x.count, random.count(), in: -1...1)
    let J = softmaxLayerJacobian(weights: W, inputs: x)
    #expect(J.shape == [W.columns, W.count])
    #expect(maximumAbsoluteDifference(J, automaticLayerJacobian(weights: W, inputs: x)) < 1e-14)
  }

  @Test("dS/dW agrees with finite differences", arguments: UInt64(1)...10)
  func numerically(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let x = random.vector(random.count())
    let W = random.matrix(x.count, random.count(), in: -1...1)
    let numerical = finiteDifferences(at: flattened(W)) { flat in
      softmax(weightedSums(weights: unflattened(flat, W.rows, W.columns), inputs: x))
    }
    let J = softmaxLayerJacobian(weights: W, inputs: x)
    #expect(maximumAbsoluteDifference(J, numerical) < 1e-8)
  }

  @Test("the shortcut is the chain rule's product", arguments: UInt64(1)...20)
  func shortcut(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let x = random.vector(random.count())
    let W = random.matrix(x.count, random.count(), in: -1...1)
    let s = softmax(weightedSums(weights: W, inputs: x))
    let short = softmaxLayerJacobian(activations: s, inputs: x)
    #expect(maximumAbsoluteDifference(short, softmaxLayerJacobian(weights: W, inputs: x)) < 1e-15)
  }

  @Test("the weights' gradient is v times dS/dW in the shape of W", arguments: UInt64(1)...20)
  func weightGradient(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let x = random.vector(random.count())
    let s = softmax(random.vector(random.count()))
    let v = random.vector(s.count)
    let gradient = softmaxLayerWeightGradient(activations: s, inputs: x, upstream: v)
    let long = v * softmaxLayerJacobian(activations: s, inputs: x)
    #expect(maximumAbsoluteDifference(gradient, unflattened(long, x.count, s.count)) < 1e-14)
  }

  @Test("columns of dS/dW sum to zero, as activations sum to 1", arguments: UInt64(1)...5)
  func columnSums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let s = softmax(random.vector(random.count()))
    let J = softmaxLayerJacobian(activations: s, inputs: random.vector(random.count()))
    #expect(J.columnSums.allSatisfy { abs($0) < 1e-15 })
  }

  /// The weights output by output, the order of dS/dW's columns.
  private func flattened(_ weights: Matrix) -> Vector {
    Vector(weights.transposed.elements)
  }

  private func unflattened(_ flat: Vector, _ inputs: Int, _ outputs: Int) -> Matrix {
    Matrix(rows: outputs, columns: inputs, elements: flat).transposed
  }
}
