import FormulaChecks
import Testing

@Suite("Formulas of textbooks")
struct TextbookTests {
  @Test("hold", arguments: FormulaTable.textbook.groups)
  func facts(group: FormulaTable.Group) throws {
    let verdicts = try Formulas(group.symbols, group.claims).verdicts
    #expect(verdicts.symbolProblems.map(\.message) == [])
    for (claim, verdict) in zip(group.claims, verdicts.claims) {
      #expect(verdict.isTrue, "\(claim.tex): \(verdict.text)")
    }
  }

  @Test("are told to be wrong where one sign, index, factor, function or transpose is another")
  func mutants() throws {
    var counterexamples = 0
    var unreadable = 0
    for group in FormulaTable.mutants.groups {
      let verdicts = try Formulas(group.symbols, group.claims).verdicts
      #expect(verdicts.symbolProblems.map(\.message) == [])
      for (claim, verdict) in zip(group.claims, verdicts.claims) {
        #expect(!verdict.isTrue, "\(claim.tex): \(verdict.text)")
        counterexamples += verdict.isFalse ? 1 : 0
        unreadable += verdict.isTrue || verdict.isFalse ? 0 : 1
      }
    }
    print(
      "Of \(FormulaTable.mutants.count) false formulas \(counterexamples) have a counterexample, and "
        + "\(unreadable) are told to make no sense."
    )
    #expect(counterexamples >= 280)
  }

  @Test("are as many as are promised")
  func counts() {
    #expect(FormulaTable.textbook.count >= 150)
    #expect(FormulaTable.mutants.count >= 300)
  }

  @Test("get the same verdict each time")
  func repeatable() throws {
    let group = try #require(FormulaTable.mutants.groups.first)
    let first = try Formulas(group.symbols, group.claims).verdicts
    #expect(try Formulas(group.symbols, group.claims).verdicts == first)
  }
}
