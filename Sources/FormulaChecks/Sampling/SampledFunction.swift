/// A function that stands for any: a smooth one of a kind that is drawn, and its arguments joined in a way
/// that is drawn, too.
struct SampledFunction: Sendable {
  private let kind: Int
  private let shape: Meaning.FunctionNature.Shape
  /// A factor for each argument.
  private let factors: [Int]

  init(_ nature: Meaning.FunctionNature, _ random: inout RandomNumbers, _ sample: Int) {
    // Functions that follow each other differ, and which comes first differs from letter to letter.
    kind = (sample + Int.random(in: 0..<4, using: &random)) % 4
    shape = nature.shape
    factors = (0..<8).map { _ in Int.random(in: 1...3, using: &random) }
  }

  /// Its value for some numbers.
  func value(_ arguments: [Scalar]) -> Scalar {
    var x = Scalar.zero
    var square = Scalar.zero
    for (index, argument) in arguments.enumerated() {
      let factor = Scalar(factors[index % factors.count])
      x = x + (arguments.count == 1 ? argument : factor * argument / Scalar(2))
      square = square + factor * argument * argument / Scalar(5)
      if index > 0 { square = square + argument * arguments[index - 1] / Scalar(3) }
    }
    let base = plain(x)
    return arguments.count == 1 ? base : base + square
  }

  private func plain(_ x: Scalar) -> Scalar {
    let half = x / Scalar(2)
    switch (shape, kind) {
    case (.any, 0): return x.sine + half
    case (.any, 1): return x * x - half + .one
    case (.any, 2): return half.exponential - x
    case (.any, _): return x * x * x / Scalar(4) + x.cosine
    case (.positive, 0): return half.exponential
    case (.positive, 1): return x * x + .one
    case (.positive, 2): return Scalar(2) + x.sine
    case (.positive, _): return half.exponential + x * x / Scalar(3)
    case (.increasing, 0): return x + x.sine / Scalar(2)
    case (.increasing, 1): return half.exponential
    case (.increasing, 2): return x * x * x + x
    case (.increasing, _): return x.arctangent + half
    case (.convex, 0): return x * x
    case (.convex, 1): return half.exponential
    case (.convex, 2): return x * x * x * x / Scalar(4) - x
    case (.convex, _): return (x * x + .one).squareRoot(isComplex: false)
    }
  }

  /// The function as it is written in a message, of one argument.
  func text(of count: Int) -> String {
    guard count == 1 else { return "a function of \(count) numbers" }
    let texts: [String]
    switch shape {
    case .any: texts = ["sin x + x/2", "x² − x/2 + 1", "exp(x/2) − x", "x³/4 + cos x"]
    case .positive: texts = ["exp(x/2)", "x² + 1", "2 + sin x", "exp(x/2) + x²/3"]
    case .increasing: texts = ["x + (sin x)/2", "exp(x/2)", "x³ + x", "arctan x + x/2"]
    case .convex: texts = ["x²", "exp(x/2)", "x⁴/4 − x", "√(x² + 1)"]
    }
    return texts[kind]
  }
}
