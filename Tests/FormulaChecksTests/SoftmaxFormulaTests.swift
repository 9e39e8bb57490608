import FormulaChecks
import Testing

@Suite("Formulas about softmax")
struct SoftmaxFormulaTests {
  private static let symbols = #"""
    z: vector of 3
    i, j: index of z
    \sigma(z_i): e^{z_i} / \sum_k e^{z_k}
    """#

  @Test(
    "hold as the articles derive them",
    arguments: [
      #"\frac{\partial}{\partial z_j}\sigma(z_i) = \sigma(z_i)\,(\delta_{ij} - \sigma(z_j))"#,
      #"\sum_i \sigma(z_i) = 1"#,
      #"\frac{\partial}{\partial z_j}\ln \sigma(z_i) = \delta_{ij} - \sigma(z_j)."#,
    ]
  )
  func rightOnes(tex: String) throws {
    let verdict = try Formulas.verdict(tex, symbols: Self.symbols)
    #expect(verdict.isTrue, "\(verdict.text)")
  }

  @Test("are found with a counterexample where an index is wrong")
  func slip() throws {
    let slip =
      #"\frac{\partial}{\partial z_j}\sigma(z_j) = \sigma(z_i)\,(\delta_{ij} - \sigma(z_j))"#
    let verdict = try Formulas.verdict(slip, symbols: Self.symbols)
    guard case .fails(let problem) = verdict else {
      Issue.record("\(verdict.text)")
      return
    }
    let words = #/at z = \(.*\), i = 1, j = 2 the left side is .*, the right side /#
    #expect(problem.message.contains(words), "\(problem.message)")
  }
}
