import NotebookSyntax
import Testing

@testable import NotebookChecks

@Suite("The difference of a promise and what came, line by line")
struct DifferenceTests {
  /// The lines as in a patch, what is emphasised between `«` and `»`.
  private func difference(
    _ promised: String,
    _ actual: String,
    _ rule: ComparisonRule = ComparisonRule()
  ) -> String {
    LineDifference.lines(promised: promised, actual: actual, rule: rule).map(patch)
      .joined(separator: "\n")
  }

  private func patch(_ line: AlignedLine) -> String {
    var bytes = Array(line.text.utf8)
    for range in line.emphasis.reversed() {
      bytes.insert(contentsOf: "»".utf8, at: range.upperBound)
      bytes.insert(contentsOf: "«".utf8, at: range.lowerBound)
    }
    let sign =
      switch line.kind {
      case .same: " "
      case .promised: "-"
      case .shown: "+"
      }
    return sign + String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "lines that hold are unchanged, the others removed and added",
    arguments: [
      ("a\nb\nc", "a\nc", " a\n-b\n c"), ("a\nc", "a\nb\nc", " a\n+b\n c"),
      ("a\n\nb 0.50\n", "a\nb 0.501", " a\n \n b 0.50"), ("", "a", "+a"), ("a", "", "-a"),
      ("a\nb", "c\nd", "-a\n-b\n+c\n+d"),
      ("x 1\ny 2\nz", "x 1\ny 3\nz", " x 1\n-y «2»\n+y «3»\n z"),
    ]
  )
  func lines(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(difference(promised, actual) == wanted)
  }

  @Test(
    "within lines that go together only what differs is emphasised",
    arguments: [
      (
        "loss 0.6652 of 1.0", "loss 0.6671 of 1.04", "-loss 0.66«52» of 1.0\n+loss 0.66«71» of 1.04"
      ),
      ("x = 1", "x = 12", "-x = «1»\n+x = «12»"), ("a 9.99", "a 10.01", "-a «9.99»\n+a «10.01»"),
      ("a b c", "a c", "-a «b» c\n+a c"), ("x −1.5", "x 1.5", "-x «−1.5»\n+x «1.5»"),
      ("é red", "é blue", "-é «red»\n+é «blue»"),
      ("(a, b)", "(a, b, c)", "-(a, b)\n+(a, b«,» «c»)"),
      ("a 1 [...] z", "a 2 b c z", "-a «1» [...] z\n+a «2» b c z"),
      ("a-b", "a - b", "-a«-»b\n+a« - »b"),
    ]
  )
  func emphasis(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(difference(promised, actual) == wanted)
  }

  @Test(
    "layout alone is no change",
    arguments: [
      ("[[1 2]\n [3 4]]\nend 1", "[[1 2] [3 4]]\nend 2", " [[1 2]\n  [3 4]]\n-end «1»\n+end «2»"),
      (
        "s 1\n[[1 2] [3 4]]\nend 1", "s 2\n[[1 2]\n[3 4]]\nend 2",
        "-s «1»\n+s «2»\n [[1 2] [3 4]]\n-end «1»\n+end «2»"
      ),
    ]
  )
  func layout(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(difference(promised, actual) == wanted)
  }

  @Test(
    "[...] is unchanged, and what it stands for is not told",
    arguments: [
      ("a\n[...]\nz 1", "a\nb\nc\nz 2", " a\n [...]\n-z «1»\n+z «2»"),
      ("[...]\nm 1\n[...]", "a\nm 2\nb", " [...]\n-m «1»\n+m «2»\n [...]"),
      ("[...]\nm 1\n[...]\nz", "a\nb\nz", " [...]\n-m 1\n [...]\n z"),
      ("a\nb [...]\nc 1", "a\nb x y\nc 2", " a\n b [...]\n-c «1»\n+c «2»"),
      ("a 1\nb\n[...]", "a 2\nb\nc\nd", "-a «1»\n+a «2»\n b\n [...]"),
    ]
  )
  func wildcards(_ promised: String, _ actual: String, _ wanted: String) {
    #expect(difference(promised, actual) == wanted)
  }

  @Test("unordered and exact promises are told by their own rules")
  func rules() {
    let unordered = ComparisonRule(isUnordered: true)
    #expect(difference("a\nb 1\nc", "c\nb 2\na\nd", unordered) == " a\n-b «1»\n+b «2»\n c\n+d")
    let exact = ComparisonRule(isExact: true)
    #expect(difference("a\n\n[...]", "a\nb", exact) == " a\n-\n-[...]\n+b")
    #expect(difference("a  b", "a b", exact) == "-a « »b\n+a b")
  }

  @Test("lines are numbered on both sides")
  func numbers() {
    let lines = LineDifference.lines(
      promised: "a\n\nb\nc",
      actual: "a\nx\nc",
      rule: ComparisonRule()
    )
    #expect(lines.map(\.promisedLine) == [0, 1, 2, nil, 3])
    #expect(lines.map(\.shownLine) == [0, nil, nil, 1, 2])
  }

  @Test("only changed lines with their surroundings are kept, and at most so many")
  func condensed() {
    let promised = (1...20).map { "line \($0)" }
    var actual = promised
    actual[4] = "LINE x"
    actual[15] = "LINE y"
    let lines = LineDifference.lines(
      promised: promised.joined(separator: "\n"),
      actual: actual.joined(separator: "\n"),
      rule: ComparisonRule()
    )
    func text(_ context: Int, _ limit: Int) -> [String] {
      lines.condensed(context: context, limit: limit).map { line in
        switch line {
        case .line(let line): line.text
        case .skipped(let count): "skipped \(count)"
        case .more(let count): "more \(count)"
        }
      }
    }
    #expect(
      text(1, 100) == [
        "skipped 3", "line 4", "line 5", "LINE x", "line 6", "skipped 8", "line 15", "line 16",
        "LINE y", "line 17", "skipped 3",
      ]
    )
    #expect(text(0, 3) == ["skipped 4", "line 5", "LINE x", "skipped 10", "line 16", "more 1"])
    #expect(text(1, 2) == ["skipped 3", "line 4", "line 5", "more 3"])
    #expect(text(0, 0) == ["more 4"])
    #expect(text(20, 100).count == lines.count)
    #expect([AlignedLine]().condensed(context: 2, limit: 5).isEmpty)
    #expect(
      [AlignedLine(kind: .same, text: "a")].condensed(context: 2, limit: 5) == [.skipped(1)]
    )
  }
}
