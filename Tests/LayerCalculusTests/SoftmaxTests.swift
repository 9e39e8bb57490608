import LayerCalculus
import TestSupport
import Testing

@Suite("Softmax")
struct SoftmaxTests {
  @Test("softmax of logits near 1e4 has no NaN")
  func largeLogits() {
    let s = softmax([1e4, 1e4 - 1, -1e4])
    let e = 2.718281828459045
    #expect(maximumAbsoluteDifference(s, [e / (1 + e), 1 / (1 + e), 0]) < 1e-15)
  }

  @Test(
    "softmax keeps its value at the ends of the number line",
    arguments: [
      ([1e4, -1e4], [1, 0]), ([-1e4, -1e4], [0.5, 0.5]), ([1e308, 1e308], [0.5, 0.5]),
      ([1.7e308, -1.7e308], [1, 0]), ([-1.7e308, 0], [0, 1]),
      ([.leastNonzeroMagnitude, -.leastNonzeroMagnitude], [0.5, 0.5]),
      ([.leastNonzeroMagnitude, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]),
    ] as [(Vector, Vector)]
  )
  func extremes(logits: Vector, expected: Vector) {
    #expect(softmax(logits) == expected)
  }

  @Test("softmax of a single logit is 1", arguments: [0, 1e308, -1e308, .leastNonzeroMagnitude])
  func singleLogit(logit: Double) {
    #expect(softmax([logit]) == [1])
  }

  @Test("softmax of equal logits is uniform", arguments: 1...9)
  func equalLogits(count: Int) {
    let uniform = Vector(repeating: 1 / Double(count), count: count)
    #expect(
      maximumAbsoluteDifference(softmax(Vector(repeating: 42, count: count)), uniform) < 1e-16
    )
  }

  @Test("softmax of logarithms of a distribution is the distribution")
  func closedForm() {
    let p: Vector = [0.125, 0.25, 0.5, 0.125]
    #expect(maximumAbsoluteDifference(softmax(log(p)), p) < 1e-16)
  }

  @Test("softmax sums to 1 and does not see a common shift", arguments: UInt64(1)...20)
  func sumAndShift(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count(upTo: 30), in: -50...50)
    let s = softmax(logits)
    #expect(abs(s.sum - 1) < 1e-14)
    #expect(s.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(maximumAbsoluteDifference(softmax(logits.map { $0 + 1000 }), s) < 1e-11)
  }

  @Test("softmax agrees with exponentials divided by their sum", arguments: UInt64(1)...20)
  func definition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count(upTo: 30))
    #expect(maximumAbsoluteDifference(softmax(logits), exp(logits) / exp(logits).sum) < 1e-15)
  }

  @Test("softmax of a batch is softmax of each row", arguments: UInt64(1)...10)
  func batch(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let batch = random.matrix(random.count(), random.count())
    #expect(softmax(batch) == batch.mapRows { softmax($0) })
    #expect(softmax(batch).shape == batch.shape)
  }

  @Test("a batch of one is like the sample alone")
  func batchOfOne() {
    #expect(softmax([[1, 2, 3]] as Matrix).row(0) == softmax([1, 2, 3] as Vector))
  }
}
