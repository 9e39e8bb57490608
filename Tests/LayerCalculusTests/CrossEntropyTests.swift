import LayerCalculus
import TestSupport
import Testing

@Suite("Cross-entropy")
struct CrossEntropyTests {
  static let ln2 = 0.6931471805599453

  @Test("it is −ln of the true class's activation, in nats")
  func closedForm() {
    #expect(abs(crossEntropy(activations: [0.25, 0.5, 0.25], target: 1) - Self.ln2) < 1e-16)
    let loss = crossEntropy(activations: [0.25, 0.5, 0.25], targets: [0.5, 0.25, 0.25])
    #expect(abs(loss - 1.75 * Self.ln2) < 1e-15)
  }

  @Test("a class index is its one-hot vector", arguments: UInt64(1)...10)
  func oneHotTargets(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let z = random.vector(random.count())
    let target = Int.random(in: z.indices, using: &random)
    let (s, y) = (softmax(z), oneHot(target, count: z.count))
    #expect(crossEntropy(logits: z, target: target) == crossEntropy(logits: z, targets: y))
    #expect(
      crossEntropy(activations: s, target: target) == crossEntropy(activations: s, targets: y)
    )
    #expect(
      crossEntropyGradient(activations: s, target: target)
        == crossEntropyGradient(activations: s, targets: y)
    )
  }

  @Test("from logits and from activations it is the same", arguments: UInt64(1)...20)
  func logitsAndActivations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let z = random.vector(random.count())
    let y = random.distribution(z.count)
    let difference =
      crossEntropy(logits: z, targets: y) - crossEntropy(activations: softmax(z), targets: y)
    #expect(abs(difference) < 1e-14)
  }

  @Test("from logits it is right where the activation is rounded to zero")
  func extremes() {
    #expect(crossEntropy(logits: [1e4, -1e4], target: 1) == 2e4)
    #expect(crossEntropy(activations: softmax([1e4, -1e4] as Vector), target: 1) == .infinity)
    #expect(crossEntropy(logits: [1e308, 0], target: 0) == 0)
    #expect(abs(crossEntropy(logits: [0, -40], target: 0) - 4.248354255291589e-18) < 1e-32)
  }

  @Test("a class that cannot occur adds nothing, however unlikely it is")
  func impossibleClass() {
    #expect(crossEntropy(activations: [1, 0], targets: [1, 0]) == 0)
    #expect(crossEntropy(logits: [1.5e308, -1.5e308], targets: [1, 0]) == 0)
    #expect(crossEntropyActivationGradient(activations: [1, 0], targets: [1, 0]) == [-1, 0])
  }

  @Test("a single class costs nothing")
  func singleClass() {
    #expect(crossEntropy(logits: [-1e308], target: 0) == 0)
    #expect(crossEntropyGradient(activations: [1], target: 0) == [0])
  }

  @Test("its gradient is ŷ − y by automatic differentiation", arguments: UInt64(1)...20)
  func automaticGradient(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let z = random.vector(random.count())
    let y = random.distribution(z.count)
    let gradient = crossEntropyGradient(activations: softmax(z), targets: y)
    let automatic = automaticLossGradient(logits: z, targets: y)
    #expect(maximumAbsoluteDifference(gradient, automatic) < 1e-14)
  }

  @Test("its gradient is ŷ − y by finite differences", arguments: UInt64(1)...20)
  func numericalGradient(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let z = random.vector(random.count())
    let y = random.distribution(z.count)
    let numerical = finiteDifferences(at: z) { crossEntropy(logits: $0, targets: y) }
    let gradient = crossEntropyGradient(activations: softmax(z), targets: y)
    #expect(maximumAbsoluteDifference(gradient, numerical) < 1e-9)
  }

  @Test("its gradient is −y/ŷ times the Jacobian of softmax", arguments: UInt64(1)...20)
  func chainRule(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let s = softmax(random.vector(random.count()))
    let y = random.distribution(s.count)
    let byActivations = crossEntropyActivationGradient(activations: s, targets: y)
    let gradient = crossEntropyGradient(activations: s, targets: y)
    let long = byActivations * softmaxJacobian(activations: s)
    let short = softmaxVectorJacobianProduct(activations: s, upstream: byActivations)
    #expect(maximumAbsoluteDifference(gradient, long) < 1e-13)
    #expect(maximumAbsoluteDifference(gradient, short) < 1e-13)
  }

  @Test("the weights' gradient is x (ŷ − y)ᵀ by finite differences", arguments: UInt64(1)...10)
  func weightGradient(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let x = random.vector(random.count())
    let W = random.matrix(x.count, random.count(), in: -1...1)
    let y = random.distribution(W.columns)
    let numerical = finiteDifferences(at: Vector(W.elements)) { flat in
      let weights = W.replacingElements(with: flat.elements)
      return crossEntropy(logits: weightedSums(weights: weights, inputs: x), targets: y)
    }
    let s = softmax(weightedSums(weights: W, inputs: x))
    let gradient = crossEntropyWeightGradient(activations: s, targets: y, inputs: x)
    #expect(gradient.shape == W.shape)
    #expect(maximumAbsoluteDifference(Vector(gradient.elements), numerical) < 1e-8)
  }

  @Test("the forms for batches are those for rows", arguments: UInt64(1)...5)
  func batches(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.matrix(random.count(), random.count())
    let targets = logits.mapRows { random.distribution($0.count) }
    let losses = crossEntropy(logits: logits, targets: targets)
    let gradient = crossEntropyGradient(activations: softmax(logits), targets: targets)
    for (row, (z, y)) in zip(logits.rowVectors, targets.rowVectors).enumerated() {
      #expect(losses[row] == crossEntropy(logits: z, targets: y))
      #expect(gradient.row(row) == crossEntropyGradient(activations: softmax(z), targets: y))
    }
  }

  @Test("the Kronecker delta is 1 on the diagonal only")
  func delta() {
    #expect(kroneckerDelta(2, 2) == 1)
    #expect(kroneckerDelta(2, 3) == 0)
  }
}
