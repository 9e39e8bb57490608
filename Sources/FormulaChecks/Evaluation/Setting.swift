/// What the letters stand for in one sample.
struct Setting: Sendable {
  var values: [Name: Value] = [:]
  var functions: [Name: SampledFunction] = [:]
  /// The outcomes of all random variables, each with its probability.
  var outcomes: [Outcome] = []

  struct Outcome: Sendable {
    var probability: Scalar
    var values: [Name: Value]
  }
}

/// Why an expression has no value.
enum EvaluationFault: Error {
  /// It has none for these letters, as a logarithm of a negative number.
  case undefined
  /// It has none for any, as the sum of a vector and a matrix.
  case wrong(ReadingFault)
}
