import LayerCalculus
import TestSupport
import Testing

@Suite("Logarithms of softmax")
struct LogSoftmaxTests {
  @Test("logSumExp of n equal logits z is z + ln n")
  func equalLogits() {
    let ln4 = 1.3862943611198906
    #expect(abs(logSumExp([7, 7, 7, 7] as Vector) - (7 + ln4)) < 1e-15)
    #expect(logSumExp([1e4, 1e4, 1e4, 1e4] as Vector) == 1e4 + ln4)
  }

  @Test(
    "logSumExp of one logit is that logit",
    arguments: [0, -1e4, 1e308, -1e308, .leastNonzeroMagnitude]
  )
  func singleLogit(logit: Double) {
    #expect(logSumExp([logit] as Vector) == logit)
  }

  @Test("logSumExp of huge logits is the largest")
  func hugeLogits() {
    #expect(logSumExp([1e308, -1e308, 0] as Vector) == 1e308)
    #expect(logSumExp([-1e308, -1.5e308] as Vector) == -1e308)
  }

  @Test("logSumExp keeps what small terms add below the precision of 1")
  func smallTerms() {
    // ln(1 + e^−40), by its series: e^−40 − e^−80 / 2 + …
    let expected = 4.248354255291589e-18
    #expect(abs(logSumExp([0, -40] as Vector) - expected) < 1e-32)
    #expect(abs(logSoftmax([-40, 0] as Vector)[1] + expected) < 1e-32)
  }

  @Test("logSoftmax is right where the activation is rounded to zero")
  func underflow() {
    #expect(softmax([0, -1e4] as Vector)[1] == 0)
    #expect(logSoftmax([0, -1e4] as Vector) == [0, -1e4])
    #expect(logSoftmax([1e4, -1e4] as Vector) == [0, -2e4])
  }

  @Test("logSoftmax is −∞ only where a difference of logits overflows")
  func overflow() {
    #expect(logSoftmax([1.5e308, -1.5e308] as Vector) == [0, -.infinity])
  }

  @Test("exp of logSoftmax is softmax", arguments: UInt64(1)...20)
  func exponential(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count(upTo: 30), in: -20...20)
    #expect(maximumAbsoluteDifference(exp(logSoftmax(logits)), softmax(logits)) < 1e-14)
  }

  @Test("logSumExp has softmax as its gradient", arguments: UInt64(1)...20)
  func gradient(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let logits = random.vector(random.count())
    let numerical = finiteDifferences(at: logits) { logSumExp($0) }
    #expect(maximumAbsoluteDifference(numerical, softmax(logits)) < 1e-9)
  }

  @Test("the forms for batches are those for rows", arguments: UInt64(1)...5)
  func batches(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let batch = random.matrix(random.count(), random.count())
    #expect(logSoftmax(batch) == batch.mapRows { logSoftmax($0) })
    #expect(logSumExp(batch) == batch.mapRows { logSumExp($0) })
  }
}
