import Testing

@testable import LayerCalculus

/// The wording of each refusal, tested without ending the process.
@Suite("What refusals say")
struct MessageTests {
  static let x: Vector = [1, 2, 3]
  static let W = Matrix(repeating: 0.5, rows: 3, columns: 5)

  @Test("a matrix for which there is no memory, with what does without it")
  func noMemory() throws {
    expect(
      "a matrix of shape 2000000×2000000 takes 32000.0 GB, for which there is not memory enough; "
        + "'softmaxVectorJacobianProduct' gives what it is multiplied to, without the matrix"
    ) { () throws(InvalidArgument) in
      try InvalidArgument.requireMemory(
        for: [2_000_000, 2_000_000],
        insteadOf: "softmaxVectorJacobianProduct"
      )
    }
    #expect(throws: InvalidArgument.self) {
      try InvalidArgument.requireMemory(for: [.max, .max], insteadOf: "another")
    }
    // What fits is not refused.
    try InvalidArgument.requireMemory(for: [2000, 2000], insteadOf: "another")
    try InvalidArgument.requireMemory(for: [4000, 4000], insteadOf: "another")
  }

  @Test("an array without elements")
  func noElements() {
    expect("a vector needs at least one element, but its shape is 0") {
      () throws(InvalidArgument) in try InvalidArgument.requireElements([0])
    }
    expect("a matrix needs at least one row and one column, but its shape is 0×5") {
      () throws(InvalidArgument) in try InvalidArgument.requireElements([0, 5])
    }
    expect("a matrix needs at least one row and one column, but its shape is -1×-1") {
      () throws(InvalidArgument) in try InvalidArgument.requireElements([-1, -1])
    }
  }

  @Test("rows of unequal length")
  func unequalRows() {
    expect("all rows must be equally long, but row 0 has 2 elements and row 1 has 3") {
      () throws(InvalidArgument) in try InvalidArgument.requireRectangle([[1, 2], [1, 2, 3]])
    }
  }

  @Test("too few elements for a shape")
  func elementCount() {
    expect("shape 2×3 needs 6 elements, but there are 5") {
      () throws(InvalidArgument) in try InvalidArgument.requireCount(5, for: [2, 3])
    }
  }

  @Test("an index outside", arguments: [-1, 3, .max, .min])
  func index(_ index: Int) {
    expect("row \(index) is outside 0..<3 (shape 3×5)") {
      () throws(InvalidArgument) in try Self.W.requireIndex(index, named: "row", below: 3)
    }
  }

  @Test("a value that is not finite", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) {
    expect("logits must be finite, but element 1 is \(value) (shape 3)") {
      () throws(InvalidArgument) in try ([0, value, 0] as Vector).requireFinite("logits")
    }
    var W = Self.W
    W[2, 1] = value
    expect("weights must be finite, but element (2, 1) is \(value) (shape 3×5)") {
      () throws(InvalidArgument) in try W.requireFinite("weights")
    }
  }

  @Test("logits where activations are due", arguments: [-0.25, 1.5])
  func notProbability(_ value: Double) {
    expect("activations must be between 0 and 1, but element 1 is \(value) (shape 2)") {
      () throws(InvalidArgument) in try ([0, value] as Vector).requireProbabilities("activations")
    }
  }

  @Test("targets that are no distribution")
  func notDistribution() {
    expect("targets must sum to 1, but they sum to 0.75 (shape 3)") {
      () throws(InvalidArgument) in try Self.x.requireTargets([0.5, 0.25, 0] as Vector, "logits")
    }
    expect("targets must sum to 1, but row 1 sums to 2.0 (shape 2×2)") {
      () throws(InvalidArgument) in
      let logits: Matrix = [[1, 2], [3, 4]]
      try logits.requireTargets([[1, 0], [1, 1]] as Matrix, "logits")
    }
  }

  @Test("targets that are rounded still are a distribution")
  func roundedTargets() throws {
    try Self.x.requireTargets([0.3333333, 0.3333333, 0.3333333] as Vector, "logits")
  }

  @Test("shapes that should be equal")
  func unequalShapes() {
    expect("targets of shape 2 and logits of shape 3 must have the same shape") {
      () throws(InvalidArgument) in try Self.x.requireTargets([1, 0] as Vector, "logits")
    }
  }

  @Test("inputs that do not fit the weights")
  func unequalCounts() {
    expect("weights of shape 3×5 and inputs of shape 4 do not fit together: 3 is not 4") {
      () throws(InvalidArgument) in try Self.W.requireInputs([1, 2, 3, 4])
    }
  }

  private func expect(
    _ message: String,
    at location: SourceLocation = #_sourceLocation,
    _ requirement: () throws(InvalidArgument) -> Void
  ) {
    do throws(InvalidArgument) {
      try requirement()
      Issue.record("nothing was refused", sourceLocation: location)
    } catch {
      #expect(error.description == message, sourceLocation: location)
    }
  }
}
