import FormulaChecks
import Testing

@Suite("What cannot be held against numbers")
struct FormulaErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var tex: String
    /// The part of the TeX at which it is told.
    var piece: String
    /// A part of what is told.
    var message: String

    init(_ tex: String, at piece: String, _ message: String) {
      self.tex = tex
      self.piece = piece
      self.message = message
    }

    var testDescription: String { tex }
  }

  private static let symbols = #"""
    x, y: real number
    z: vector of 3
    A: 3×3 matrix
    f: differentiable function
    g: function of 2
    X: random variable
    i: index of z
    """#

  private static let cases = [
    Case(#"x = c + 1"#, at: "c", "the letter 'c' has no meaning"),
    Case(#"x = \operatorname{foo}(x)"#, at: "foo", "'foo' has no meaning"),
    Case(#"z = 1 + x"#, at: "z = 1 + x", "the left side is a vector of 3, the right side a number"),
    Case(#"z z = 0"#, at: "z z", "a vector of 3 and a vector of 3 do not fit here"),
    Case(#"x + 1"#, at: "x + 1", "this states nothing"),
    Case(#"\int f(x)\,dx = x"#, at: #"\int"#, "an integral needs its limits"),
    Case(#"\int_0^1 x = y"#, at: #"\int_0^1"#, "nothing says by which letter this integral runs"),
    Case(#"\sum x = y"#, at: #"\sum"#, "nothing says by which letter this sum runs"),
    Case(#"\sum_k x = y"#, at: "x", "nothing says how far 'k' runs"),
    Case(#"x = \pm y"#, at: #"\pm"#, "'±' cannot be read here"),
    Case(#"\lim x = y"#, at: #"\lim"#, "this limit cannot be read"),
    Case(#"x \in y"#, at: #"\in"#, "states nothing that numbers can show"),
    Case(#"\sqrt{-1 - x^2} = x"#, at: #"\sqrt{-1 - x^2} = x"#, "a value for only 0"),
    Case(#"g = x"#, at: "g", "'g' is a function and stands without its arguments"),
    Case(#"f(x, y) = x"#, at: "f(x, y)", "'f' is a function of 1 and gets 2"),
    Case(#"x \approx y"#, at: #"x \approx y"#, "nothing says how near both sides are"),
    Case(#"x + \dots + y = 1"#, at: #"x + \dots + y"#, "it is not plain what the dots stand for"),
    Case(#"\nabla x^2 = 2x"#, at: #"\nabla"#, "nothing says by which letter this is derived"),
    Case(#"A^{1/2} = A"#, at: "A^{1/2}", "this has no such power"),
    Case(#"\det z = 1"#, at: #"\det z"#, "a vector of 3 has no det"),
    Case(#"X = x"#, at: "X", "'X' is a random variable"),
    Case(#"A_i = x"#, at: "A_i", "this is a 3×3 matrix with one index"),
    Case(#"x / z = x"#, at: "x / z", "nothing can be divided by a vector or matrix"),
    Case(#"\frac{d}{d} x = 1"#, at: #"\frac{d}{d}"#, "this derivative cannot be read"),
    Case(#"x = y'"#, at: "y'", "a prime derives a function, and this is none"),
    Case(#"\sum_{k=0}^\infty x^2 = 1"#, at: #"\sum_{k=0}^\infty x^2"#, "does not come to an end"),
    Case(
      #"\lim_{x \to 0} \frac{1}{x} = y"#,
      at: #"\lim_{x \to 0} \frac{1}{x}"#,
      "this limit does not come to a value"
    ),
  ]

  @Test("is told at its place in the TeX", arguments: cases)
  func place(_ test: Case) throws {
    let verdict = try Formulas.verdict(test.tex, symbols: Self.symbols)
    guard case .unknown(let problems) = verdict else {
      Issue.record("\(verdict.text)")
      return
    }
    let problem = try #require(
      problems.first { $0.message.contains(test.message) },
      "\(verdict.text)"
    )
    let place = try #require(problem.place)
    let behind = String(decoding: Array(test.tex.utf8)[place.lowerBound...], as: UTF8.self)
    #expect(behind.hasPrefix(test.piece), "\(behind)")
    #expect(!problem.help.isEmpty)
  }

  @Test("is all told at once")
  func all() throws {
    let verdict = try Formulas.verdict("a + b = c")
    guard case .unknown(let problems) = verdict else {
      Issue.record("\(verdict.text)")
      return
    }
    #expect(problems.count == 3)
  }

  @Test(
    "is told where the words behind 'holds' are wrong",
    arguments: [
      ("if x > 0", "'if' is no word behind 'holds'"),
      ("to 2", "'2' is no tolerance"),
      ("as x", "'x' is no range of numbers"),
      ("for", "nothing stands behind 'for'"),
      ("for x", "this is no condition"),
      ("for q > 0", "the letter 'q' has no meaning"),
    ]
  )
  func words(words: String, message: String) throws {
    let verdict = try Formulas.verdict("x = x", words, symbols: Self.symbols)
    guard case .unknown(let problems) = verdict else {
      Issue.record("\(verdict.text)")
      return
    }
    #expect(
      problems.contains { $0.subject == .words && $0.message.contains(message) },
      "\(verdict.text)"
    )
  }

  @Test(
    "is told where letters mean nothing",
    arguments: [
      ("z: vecter of 5", "did you mean 'vector'?"),
      ("z: vector", "does not say of how many"),
      ("A: symmetric 3×5 matrix", "is not square"),
      ("a: by eq-b", "there is no equation 'eq-b'"),
      ("x: y + 1\ny: x", "leads back to itself"),
      ("n: integer 1", "is no range of numbers"),
      ("x > y", "this limits no letter"),
      ("f(x): differentiable function", "has arguments here"),
      ("s: t + 1", "the letter 't' has no meaning"),
    ]
  )
  func meanings(symbols: String, message: String) throws {
    let verdict = try Formulas.verdict("1 = 1", symbols: symbols)
    #expect(verdict.text.contains(message), "\(verdict.text)")
  }
}
