import NotebookSyntax
import NotebookTranscript
import Testing

@testable import NotebookChecks

/// Sizes at which quadratic work would not end.
@Suite("Long texts")
struct LargeTextTests {
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  private func holds(_ promised: String, _ actual: String, unordered: Bool = false) -> Bool {
    TextComparison(rule: ComparisonRule(isUnordered: unordered))
      .difference(promised: promised, actual: actual) == nil
  }

  @Test("long texts are compared")
  func comparing() {
    let promised = Self.lines(10_000) { "step \($0): loss 0.52" }
    let actual = Self.lines(10_000) { "step \($0): loss 0.5217" }
    #expect(holds(promised, actual))
    #expect(!holds(promised, actual + "\nmore"))
    #expect(holds(promised, actual, unordered: true))
  }

  @Test("a thousand wildcards and many lines")
  func wildcards() {
    let actual = Self.lines(100_000) { "\($0 % 10)" }
    #expect(holds("[...]\n" + Self.lines(1000) { "\($0 % 10)\n[...]" }, actual))
    #expect(!holds("[...]\n" + Self.lines(1000) { "\($0 % 10)\n[...]" } + "\nx", actual))
    let same = Self.lines(30_000) { _ in "a" }
    let promised = "[...]\n" + Self.lines(3000) { _ in "a" } + "\nb\n[...]"
    #expect(!holds(promised, same))
    #expect(!holds(Self.lines(1000) { _ in "a\n[...]" } + "\nb", same))
  }

  @Test("a thousand wildcards within a long line")
  func wildcardsInLine() {
    let actual = String(repeating: "a ", count: 50_000)
    #expect(holds(String(repeating: "a [...] ", count: 1000), actual))
    #expect(!holds(String(repeating: "a [...] ", count: 1000) + "b", actual))
    #expect(!holds(String(repeating: "[...]a", count: 1000) + "[...]b[...]", actual))
  }

  @Test("unordered lines that are all the same, or all a little different")
  func unordered() {
    let same = Self.lines(10_000) { _ in "a" }
    #expect(holds(same, same, unordered: true))
    #expect(!holds(same + "\na", same + "\nb", unordered: true))
    let promised = Self.lines(5_000) { "x 0.\(1000 + $0 % 4500)" }
    let actual = Self.lines(5_000) { "x 0.\(1000 + (4999 - $0) % 4500)4" }
    #expect(holds(promised, actual, unordered: true))
  }

  @Test("unclosed escape sequences")
  func escapes() {
    let output = String(repeating: "\u{1B}]0;", count: 50_000)
    #expect(TerminalText.plain(output).isEmpty)
    #expect(TerminalText.plain(String(repeating: "\u{1B}[", count: 50_000)).isEmpty)
  }

  @Test("the difference of long texts that have nothing in common")
  func differing() {
    let promised = Self.lines(8_000) { "old \($0)" }
    let actual = Self.lines(8_000) { "new x\($0) y" }
    let lines = LineDifference.lines(promised: promised, actual: actual, rule: ComparisonRule())
    #expect(lines.count == 16_000)
    #expect(lines.condensed(context: 3, limit: 10).last == .more(15_990))
  }

  @Test("long texts that differ here and there")
  func inserted() {
    let promised = (0..<8_000).map { "line \($0)" }
    var actual = promised
    actual.replaceSubrange(100..<1100, with: (0..<700).map { "other x\($0)" })
    actual.removeSubrange(6000..<7000)
    let lines = LineDifference.lines(
      promised: promised.joined(separator: "\n"),
      actual: actual.joined(separator: "\n"),
      rule: ComparisonRule()
    )
    #expect(lines.count { $0.kind == .same } == 6_000)
    #expect(lines.count { $0.kind == .shown } == 700)
  }

  @Test("long texts are accepted")
  func accepting() {
    let promised = Self.lines(800) { "\($0) 0.52 [...]" }
    let actual = Self.lines(1000) { "\($0) 0.6178 x" }
    let accepted = AcceptedText(promised: promised, actual: actual, rule: ComparisonRule())
    #expect(accepted.holds)
    #expect(accepted.text.hasPrefix("0 0.62 [...]\n1 0.62 [...]\n"))
    let scattered = AcceptedText(
      promised: Self.lines(200) { "old \($0)\n[...]" },
      actual: Self.lines(5000) { "new \($0)" },
      rule: ComparisonRule()
    )
    #expect(scattered.holds)
  }
}
