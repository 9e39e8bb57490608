import FormulaChecks
import Testing

@Suite("What formulas state")
struct StatementTests {
  private static let symbols = #"""
    x, y: real number
    z: vector of 3
    n: integer 1…9
    i, j: index of z
    A: invertible 3×3 matrix
    f: differentiable function
    """#

  @Test(
    "is tried step by step, and the wrong step is named",
    arguments: [
      (#"(x + 1)^2 = x^2 + 2x + 1 = x^2 + x + 1"#, "step 2 of 2"),
      (#"\begin{aligned} (x + 1)^2 &= x^2 + 2x + 1 \\ &= x^2 + x + 1 \end{aligned}"#, "row 2"),
      (#"x < x + 1 < x"#, "step 2 of 2"),
    ]
  )
  func steps(tex: String, subject: String) throws {
    let verdict = try Formulas.verdict(tex, symbols: Self.symbols)
    #expect(verdict.text.hasPrefix("\(subject) does not hold"), "\(verdict.text)")
  }

  @Test(
    "holds on conditions, wherever they are written",
    arguments: [
      (#"\sqrt{x^2} = x"#, "for x > 0"),
      (#"\sqrt{x^2} = x, \qquad x > 0"#, ""),
      (#"\sqrt{x^2} = x \quad\text{for } x > 0"#, ""),
      (#"x > 0 \implies |x| = x"#, ""),
      (#"x > y \iff y < x"#, ""),
      (#"z_i = z_j \quad\text{if } i = j"#, ""),
      (#"\delta_{ij} = 0, \qquad i \neq j"#, ""),
      (#"y = 2x \implies x = \frac{y}{2}"#, ""),
      (#"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}"#, "as n = 1…20"),
      (#"x \approx x + 0.00001"#, "to 1e-4"),
      (#"\pi \approx 3.14"#, ""),
      (#"-100 \pi \approx -314.16"#, ""),
    ]
  )
  func conditions(tex: String, words: String) throws {
    let verdict = try Formulas.verdict(tex, words, symbols: Self.symbols)
    #expect(verdict.isTrue, "\(verdict.text)")
  }

  @Test(
    "is false where the condition is left out, or the digits are others",
    arguments: [
      #"\sqrt{x^2} = x"#, #"\delta_{ij} = 0"#, #"\pi \approx 3.15"#, #"100 \pi \approx 314.3"#,
      #"x \ne x"#, #"x < x"#,
      #"f(x) + f(y) = f(x + y)"#, #"A z = z"#,
    ]
  )
  func falseOnes(tex: String) throws {
    let verdict = try Formulas.verdict(tex, symbols: Self.symbols)
    #expect(verdict.isFalse, "\(verdict.text)")
  }

  @Test("does not depend on digits that are lost")
  func lostDigits() throws {
    let verdict = try Formulas.verdict(
      #"\frac{(x + 10^8)^2 - x^2}{10^8} - 10^8 = 2x"#,
      symbols: Self.symbols
    )
    #expect(verdict.isTrue, "\(verdict.text)")
  }

  @Test("is held against values as exact as they are written")
  func values() throws {
    let tex = #"\frac{1}{3} = 0.3333"#
    let value = tex.utf8.count - 6..<tex.utf8.count
    let rounded = FormulaClaim(tex: tex, rounded: [value])
    #expect(try Formulas("", [rounded]).verdicts.claims[0].isTrue)
    #expect(try Formulas.verdict(tex).isFalse)
    let wrong = FormulaClaim(tex: #"\frac{1}{3} = 0.3343"#, rounded: [value])
    #expect(try Formulas("", [wrong]).verdicts.claims[0].isFalse)
  }
}
