import FormulaChecks
import Testing

@Suite("Slips of the articles that the notebooks reproduce")
struct ArticleSlipTests {
  @Test("are found: the index of the first one's equation (5)")
  func index() throws {
    let verdict = try Formulas.verdict(
      #"\frac{\partial}{\partial z_j}\sigma(z_j) = \sigma(z_i)(\delta_{ij} - \sigma(z_j)) \tag{5}"#,
      symbols: #"""
        z: vector of 5
        i, j: index of z
        \sigma(z_i): \frac{e^{z_i}}{\sum_n e^{z_n}}
        """#
    )
    guard case .fails(let problem) = verdict else {
      Issue.record("\(verdict.text)")
      return
    }
    #expect(problem.message.contains("i = 1, j = 2"), "\(problem.message)")
  }

  /// The third article's layer, with its numbers.
  private static let layer = #"""
    x: \begin{pmatrix} 0.1 \\ 0.5 \\ 0.4 \end{pmatrix}
    W: \begin{pmatrix} 0.1 & 0.2 & 0.3 & 0.4 & 0.5 \\ 0.6 & 0.7 & 0.8 & 0.9 & 0.1 \\ 0.11 & 0.12 & 0.13 & 0.14 & 0.15 \end{pmatrix}
    z: W^{\mathsf T} x
    h_i: \frac{e^{z_i}}{\sum_k e^{z_k}}
    D: \operatorname{diag}(h) - h h^{\mathsf T}
    """#

  @Test("are found: numbers of the third one that are cut off where they should be rounded")
  func digits() throws {
    let outputs = "h \\approx (0.19091352, 0.20353145, 0.21698333, 0.23132428, 0.15724743)"
    let right = try Formulas.verdict(outputs, "to 5e-9", symbols: Self.layer)
    #expect(right.isTrue, "\(right.text)")
    let cut = try Formulas.verdict("D_{1,1} \\approx 0.154465", symbols: Self.layer)
    #expect(cut.isFalse, "\(cut.text)")
    let rounded = try Formulas.verdict("D_{1,1} \\approx 0.154466", symbols: Self.layer)
    #expect(rounded.isTrue, "\(rounded.text)")
  }

  @Test("are found: a digit too few")
  func missingDigit() throws {
    let slip = try Formulas.verdict("x_2 D_{1,1} \\approx 0.07724", symbols: Self.layer)
    #expect(slip.isFalse, "\(slip.text)")
    let right = try Formulas.verdict("x_2 D_{1,1} \\approx 0.07723", symbols: Self.layer)
    #expect(right.isTrue, "\(right.text)")
  }
}
