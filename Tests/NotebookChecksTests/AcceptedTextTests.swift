import NotebookSyntax
import Testing

@testable import NotebookChecks

@Suite("Promises that are rewritten to hold")
struct AcceptedTextTests {
  private func accepted(
    _ promised: String,
    _ actual: String,
    _ rule: ComparisonRule = ComparisonRule()
  ) -> String {
    AcceptedText.text(promised: promised, actual: actual, rule: rule)
  }

  @Test(
    "a promise that holds stays as it is",
    arguments: [
      ("0.19  0.20\n", "0.1909 0.2035"), ("a\n\n[...]\n", "a\nb"),
      ("[[1 2]\n [3 4]]", "[[1 2] [3 4]]"),
      ("  x  ", "x\n"), ("\n", ""),
    ]
  )
  func unchanged(_ promised: String, _ actual: String) {
    #expect(accepted(promised, actual) == promised)
  }

  @Test(
    "a number is written in the author's way",
    arguments: [
      ("0.52", "0.61789", "0.62"), ("1.5e-7", "2.5432e-08", "2.5e-8"),
      ("1.5E-07", "2.54e-8", "2.5E-08"),
      ("+0.5", "0.73", "+0.7"), ("+0.5", "-0.73", "-0.7"), ("−0.5", "-0.73", "−0.7"),
      ("1_000.5", "2345678.91", "2_345_678.9"), ("1_000", "2345678", "2_345_678"), ("5", "7", "7"),
      (".5", "0.73", ".7"), ("3.", "4.2", "4."), ("5", "7.3", "7"), ("0.50", "9.999", "10.00"),
      ("1.50e+00", "9.999e+9", "1.00e+10"), ("0.50", "1.5e-3", "0.00"), ("0.5", "nan", "nan"),
      ("nan", "0.123456", "0.123456"), ("0.52", "-0.001", "0.00"),
      ("1.5e3", "0.00012345", "1.2e-4"),
      ("1.5e-3", "12345.0", "1.2e4"), ("x = 0.50,", "x = 0.7512,", "x = 0.75,"),
      ("0.5", "1e200", "1e200"),
      ("0.50%", "0.7512%", "0.75%"), ("1.00e+00", "0.0", "0.00e+00"), ("5.0", "7", "7.0"),
      ("0.1", "0.123456789012345678901234567890e2", "12.3"),
    ]
  )
  func numbers(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test("where the author's digits would not hold, the number is taken as it came")
  func tolerances() {
    let rule = ComparisonRule(absoluteTolerance: 1e-3)
    #expect(accepted("0.5", "0.7654321", rule) == "0.7654321")
    #expect(accepted("0.500", "0.7654321", rule) == "0.765")
    #expect(accepted("5", "7.25", rule) == "7.25")
  }

  @Test(
    "only what differs is replaced",
    arguments: [
      ("loss  0.52 after 3 s", "loss 0.6178 after 4 s", "loss  0.62 after 4 s"),
      ("  a = 1,  b = 2  ", "a = 1, b = 3", "  a = 1,  b = 3  "),
      ("a 1.00\nb 2.00\nc 3.00\n", "a 1.004\nb 2.5123\nc 2.999", "a 1.00\nb 2.51\nc 3.00\n"),
      ("x = red", "x = green", "x = green"),
      ("a\n\nb 1\n", "a\nb 2\n", "a\n\nb 2\n"),
    ]
  )
  func inPlace(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test("a matrix keeps the author's layout")
  func matrix() {
    #expect(
      accepted(
        "[[0.10 0.20]\n [0.30 0.40]]\n",
        "[[0.1012, 0.2], [0.3, 0.4]]".replacing(",", with: "")
      )
        == "[[0.10 0.20]\n [0.30 0.40]]\n"
    )
    #expect(
      accepted("[[0.10, 0.20],\n  [0.30, 0.40]]", "[[0.1012, 0.2], [0.3512, 0.4]]")
        == "[[0.10, 0.20],\n  [0.35, 0.40]]"
    )
    #expect(
      accepted("A =\n[[0.10, 0.20], [0.30, 0.40]]\nend", "A =\n[[0.1, 0.2512],\n[0.3, 0.4]]\nend")
        == "A =\n[[0.10, 0.25], [0.30, 0.40]]\nend"
    )
  }

  @Test(
    "lines that are new are put in, with the digits of those beside them",
    arguments: [
      ("1 0.50\n3 0.70", "1 0.5012\n2 0.6034\n3 0.7056", "1 0.50\n2 0.60\n3 0.70"),
      ("1 0.50\n3 0.700", "1 0.5012\n2 0.6034\n3 0.7006", "1 0.50\n2 0.6034\n3 0.700"),
      ("1 0.50\n3 0.70", "1 0.5012\n2 0.6\n3 0.7056", "1 0.50\n2 0.6\n3 0.70"),
      ("a\nb", "a\nnew 1.25\nb", "a\nnew 1.25\nb"),
      ("a\n\nb\n", "a\nx\n\ny\nb", "a\nx\n\ny\n\nb\n"),
      ("a", "a\nb\n", "a\nb"), ("0.50 0.60", "0.5012 0.6034 0.7056", "0.50 0.60 0.71"),
    ]
  )
  func added(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test(
    "lines that came no more are taken out",
    arguments: [
      ("a\nb\nc\n", "a\nc", "a\nc\n"), ("a\nb", "a", "a"), ("a\nb\n", "", ""),
      ("a 1\nzzz\nb 2", "a 1\nb 3", "a 1\nb 3"),
    ]
  )
  func removed(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test(
    "[...] is kept with what still holds around it",
    arguments: [
      ("loss 0.52 after [...] s", "loss 0.6178 after 3.2 s", "loss 0.62 after [...] s"),
      ("a [...] d", "a b c e", "a [...] e"),
      ("took [...]s, 5 runs", "took 1.2s, 6 runs", "took [...]s, 6 runs"),
      ("a [...] m 1 [...] d", "a b m 2 c d", "a [...] m 2 [...] d"),
      ("a 1\n[...]\nz 1", "a 1\nb\nz 2", "a 1\n[...]\nz 2"),
      ("a 1\n[...]\nz 1\n", "a 2\nb\nc\nz 1", "a 2\n[...]\nz 1\n"),
      ("[...]\nm 0.50\n[...]", "a\nb\nm 0.6178\nc\nd", "[...]\nm 0.62\n[...]"),
      ("a\n[...]\ngone entirely\n[...]\nz", "a\nb\nz", "a\n[...]\nz"),
      ("a [...]\nb 1", "a x y\nb 2", "a [...]\nb 2"), ("a [...]", "b c", "b c"),
      ("a\n[...]\nz", "q\nr\ns", "q\nr\ns"),
    ]
  )
  func wildcards(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test(
    "where nothing can be kept, all that came is the promise",
    arguments: [
      ("", "a\n\nb\n", "a\n\nb"), ("x", "\u{1B}[1ma\u{1B}[0m b\r\n", "a b"),
      ("x y\n", "a\nb", "a\nb\n"),
      ("", "", ""), ("x", "", ""),
    ]
  )
  func whole(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(accepted(promised, actual) == wanted)
  }

  @Test("an exact promise becomes what came")
  func exact() {
    let rule = ComparisonRule(isExact: true)
    #expect(accepted("a  0.50\n", "a  0.501 \n", rule) == "a  0.501 \n")
    #expect(accepted("a", "b\n\n", rule) == "b\n\n")
    #expect(accepted("a\n", "a", rule) == "a\n")
  }

  @Test("an unordered promise keeps the author's order")
  func unordered() {
    let rule = ComparisonRule(isUnordered: true)
    #expect(accepted("a 1\nb 2\nc 3\n", "c 3\nb 5\na 1", rule) == "a 1\nb 5\nc 3\n")
    #expect(accepted("a\nb", "b\nc\na", rule) == "a\nb\nc")
    #expect(accepted("a\nb\nc", "c\na", rule) == "a\nc")
    #expect(accepted("[...]\nb 1", "x\nb 2\ny", rule) == "[...]\nb 2")
    let exact = ComparisonRule(isExact: true, isUnordered: true)
    #expect(accepted("a  1\nb 0.50", "b 0.501\na  1", exact) == "a  1\nb 0.501")
  }

  @Test("what came may not be a promise that holds")
  func hopeless() {
    let rule = ComparisonRule(absoluteTolerance: .nan)
    #expect(AcceptedText(promised: "1", actual: "2", rule: rule).holds)
    let text = AcceptedText(promised: "a", actual: "[...] x\nb", rule: ComparisonRule())
    #expect(text == AcceptedText(promised: text.text, actual: "[...] x\nb", rule: ComparisonRule()))
  }
}
