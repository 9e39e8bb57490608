import LayerCalculus
import TestSupport
import Testing

@Suite("Jacobian of softmax")
struct SoftmaxJacobianTests {
  @Test("its elements are s_i (δ_ij − s_j)")
  func closedForm() {
    let J = softmaxJacobian(activations: [0.5, 0.25, 0.25])
    #expect(
      J == [[0.25, -0.125, -0.125], [-0.125, 0.1875, -0.0625], [-0.125, -0.0625, 0.1875]]
    )
  }

  @Test("it agrees with automatic differentiation", arguments: UInt64(1)...20)
  func automatic(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count())
    let automatic = automaticSoftmaxJacobian(logits)
    #expect(maximumAbsoluteDifference(softmaxJacobian(logits), automatic) < 1e-15)
  }

  @Test("it agrees with finite differences", arguments: UInt64(1)...20)
  func numerical(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count())
    let numerical = finiteDifferences(at: logits) { softmax($0) }
    #expect(maximumAbsoluteDifference(softmaxJacobian(logits), numerical) < 1e-9)
  }

  @Test("it is symmetric and its rows sum to zero", arguments: UInt64(1)...10)
  func structure(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let J = softmaxJacobian(random.vector(random.count(upTo: 20), in: -10...10))
    #expect(J == J.transposed)
    #expect(J.rowSums.allSatisfy { abs($0) < 1e-15 })
  }

  @Test("a single output has the Jacobian 0")
  func singleOutput() {
    #expect(softmaxJacobian([1e308]) == [[0]])
  }

  @Test("an output that is certain has the Jacobian 0")
  func certainty() {
    #expect(softmaxJacobian([1e4, -1e4]).elements.allSatisfy { $0 == 0 })
  }

  @Test("the vector–Jacobian product is v times the Jacobian", arguments: UInt64(1)...20)
  func vectorJacobianProduct(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let s = softmax(random.vector(random.count()))
    let v = random.vector(s.count)
    let product = softmaxVectorJacobianProduct(activations: s, upstream: v)
    #expect(maximumAbsoluteDifference(product, v * softmaxJacobian(activations: s)) < 1e-15)
  }
}
