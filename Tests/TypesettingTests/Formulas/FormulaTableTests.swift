import Testing

@testable import Typesetting

@Suite struct FormulaTableTests {
  @Test("every kind of formula is set, as balanced markup", arguments: FormulaTable.kinds.indices)
  func isSet(_ index: Int) throws {
    let kind = FormulaTable.kinds[index]
    for isDisplay in [true, false] {
      for tex in FormulaTable.formulas(kind.text) {
        if !isDisplay, tex.contains("\\tag") { continue }
        let session = try typesetter().page(idPrefix: "t-")
        let result = try session.set([FormulaRequest(tex, isDisplay: isDisplay)])[0]
        #expect(result.problems == [], "\(tex)")
        guard let formula = result.formula else { continue }
        let svg = MarkupReader(formula.svg)
        let definitions = MarkupReader(try session.definitions)
        #expect(svg.isWellFormed, "\(tex): \(formula.svg)")
        #expect(MarkupReader(formula.mathML).isWellFormed, "\(tex): \(formula.mathML)")
        #expect(!formula.svg.contains("merror") && !formula.svg.contains("data-"), "\(tex)")
        #expect(
          svg.references.filter { $0.hasPrefix("MJX") }.isSubset(of: definitions.ids),
          "\(tex)"
        )
      }
    }
  }

  @Test("the table holds about five hundred formulas")
  func count() {
    #expect(FormulaTable.kinds.map { FormulaTable.formulas($0.text).count }.reduce(0, +) > 500)
  }
}
