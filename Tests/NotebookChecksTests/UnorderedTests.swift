import NotebookSyntax
import Testing

@testable import NotebookChecks

@Suite("Promises whose lines come in any order")
struct UnorderedTests {
  private let rule = ComparisonRule(isUnordered: true)

  private func holds(_ promised: String, _ actual: String, _ rule: ComparisonRule? = nil) -> Bool {
    TextComparison(rule: rule ?? self.rule).difference(promised: promised, actual: actual) == nil
  }

  @Test(
    "the lines may come in any order",
    arguments: [
      ("a\nb\nc", "c\na\n\nb\n"), ("a 0.5\nb 0.6", "b 0.601\na  0.499"), ("a\na", "a\na"),
      ("a [...]\nb", "b\na 1 2"), ("[...]\nb", "a\nb\nc"), ("[...]", "a"), ("", "\n\n"),
      ("[1, 2]\nx", "x\n[ 1,2 ]"),
    ]
  )
  func anyOrder(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
  }

  @Test(
    "each line needs a partner of its own",
    arguments: [
      ("a\na", "a"), ("a", "a\na"), ("a\nb", "a\nc"), ("a b", "a\nb"), ("[...]\na\na", "a\nb"),
      ("a 0.5\na 0.5", "a 0.5\na 0.7"), ("a [...]\na [...]", "a\nb"),
    ]
  )
  func partners(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test("partners change where that lets all lines have one")
  func augmenting() {
    // 1.0 would take 0.95, and leave 1.05 to 0.9, from which it is too far.
    #expect(holds("1.0\n0.9", "0.95\n1.05"))
    #expect(holds("[...]\nx [...]\n", "x 1"))
    #expect(holds("x [...]\nx 1 [...]\nx 1 2", "x 1 2\nx 1 3\nx 4"))
    #expect(holds("x 1 2\nx 1 [...]\nx [...]", "x 4\nx 1 3\nx 1 2"))
    let tolerant = ComparisonRule(absoluteTolerance: 1.5, isUnordered: true)
    #expect(holds("1 9\n2 9\n3 9\n4 9", "5 8\n4 10\n3 9\n2 8", tolerant))
  }

  @Test("exact lines may come in any order too")
  func exact() {
    let rule = ComparisonRule(isExact: true, isUnordered: true)
    #expect(holds("a  b\nc", "c\na  b", rule))
    #expect(!holds("a  b\nc", "c\na b", rule))
  }

  @Test("the first line without a partner is told")
  func difference() throws {
    let comparison = TextComparison(rule: rule)
    let missing = try #require(comparison.difference(promised: "a\n  b 1\n", actual: "a\nc"))
    #expect(missing.promised == 4..<7)
    #expect(
      missing.message == "the line 'b 1' is promised here, but the cell shows no such line"
    )
    let extra = try #require(comparison.difference(promised: "a", actual: "c\na"))
    #expect(extra.message == "the cell shows the line 'c' too, which is not promised")
    #expect(extra.actualOffset == 0)
  }
}
