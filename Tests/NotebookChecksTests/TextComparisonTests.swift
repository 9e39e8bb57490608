import Testing

@testable import NotebookChecks

@Suite("What is promised against what is shown")
struct TextComparisonTests {
  private func holds(_ promised: String, _ actual: String, tolerance: Double? = nil) -> Bool {
    TextComparison(tolerance: tolerance).difference(promised: promised, actual: actual) == nil
  }

  @Test(
    "a number holds to the digits that are written, rounded or cut off",
    arguments: [
      ("0.1909", "0.19091352"), ("0.19091", "0.19091352"), ("0.2035", "0.20353145"),
      ("0.2036", "0.20353145"), ("-0.03885", "-0.038856"), ("1.5e-7", "1.5432e-07"),
      ("1_000.5", "1000.52"), ("0.", "0.0"), ("5", "4.9999"), ("nan", "nan"), ("-inf", "-inf"),
      ("100%", "100%"), ("a1 = 2.50", "a1 = 2.5"),
    ]
  )
  func numbersHold(_ promised: String, _ actual: String) {
    #expect(holds(promised, actual))
  }

  @Test(
    "a number that is further off is broken",
    arguments: [
      ("0.1909", "0.1911"), ("0.19091352", "0.1909"), ("1.5e-7", "1.5e-6"), ("5", "6"),
      ("nan", "1"), ("inf", "-inf"), ("0.5", "-0.5"), ("x1", "x2"), ("v2.0", "v2.1"), ("1", "one"),
    ]
  )
  func numbersBreak(_ promised: String, _ actual: String) {
    #expect(!holds(promised, actual))
  }

  @Test("a tolerance replaces the digits")
  func tolerance() {
    #expect(holds("1.0", "1.2", tolerance: 0.25))
    #expect(!holds("1.0", "1.0000001", tolerance: 1e-9))
  }

  @Test("layout is not part of a promise")
  func layout() {
    #expect(holds("[[0.1 0. ]\n [0.5 0. ]]", "[[0.1  0.]\n[0.5 0.]]\n"))
    #expect(holds("a  b", "a\nb"))
    #expect(!holds("ab", "a b"))
    #expect(!holds("[1 2]", "1 2"))
  }

  @Test("[...] stands for anything, also for nothing")
  func wildcard() {
    #expect(holds("a [...] d", "a b c d"))
    #expect(holds("[...]", "anything at all\n2"))
    #expect(holds("a [...]", "a"))
    #expect(holds("x [...] y [...] z", "x y y 1 z"))
    #expect(!holds("a [...] d", "a b c"))
  }

  @Test("the first difference is told")
  func difference() throws {
    let found = try #require(
      TextComparison().difference(promised: "1.0 2.0 3.0", actual: "1.0 2.5 3.0")
    )
    #expect(found.promised?.text == "2.0")
    #expect(found.actual?.text == "2.5")
    let more = try #require(TextComparison().difference(promised: "a", actual: "a b"))
    #expect(more.promised == nil)
    #expect(more.actual?.text == "b")
  }
}
