import Documents
import NotebookChecks
import Testing

@testable import NotebookReports

@Suite("The text for people")
struct TextTests {
  @Test(
    "shows nothing that a terminal would obey or that cannot be seen",
    arguments: [
      ("\t", " "), ("\u{1B}", "\u{FFFD}"), ("\r\n", "\u{FFFD}"), ("\u{202E}", "\u{FFFD}"),
      ("\u{200B}", "\u{FFFD}"), ("\u{2028}", "\u{FFFD}"), ("\u{FFFE}", "\u{FFFD}"),
      ("é", "é"), ("👩‍👧", "👩‍👧"), ("می‌خ", "می‌خ"),
    ]
  )
  func shown(_ text: String, _ expected: String) {
    #expect(String(text.map(\.shown)) == expected)
  }

  @Test(
    "knows how wide characters are",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("😀", 2), ("👩‍👧", 2), ("☀", 1),
      ("☀\u{FE0F}", 2), ("🇩🇪", 2), ("ﬀ", 1), ("Ａ", 2), ("∑", 1), ("…", 1),
    ]
  )
  func width(_ text: String, _ width: Int) {
    #expect(text.width == width)
  }

  @Test("keeps what differs in sight where both lines are wide, at the same place of both")
  func wideLines() {
    let before = String(repeating: "x", count: 300)
    let lines = [
      DifferenceLine(kind: .promised, text: before + "1" + before, emphasis: [300..<301]),
      DifferenceLine(kind: .shown, text: before + "22", emphasis: [300..<302]),
    ]
    let rows = DifferenceText(hasColor: false).rows(lines)
    #expect(rows.map { $0.text.count } == [101, 36])
    #expect(rows[0].text.hasPrefix("…x") && rows[0].text.hasSuffix("x…"))
    #expect(rows[1].text == "…" + String(repeating: "x", count: 33) + "22")
    #expect(rows[1].marks == String(repeating: " ", count: 34) + "~~")
    #expect(rows[0].text.firstIndex(of: "1") == rows[1].text.firstIndex(of: "2"))
  }

  @Test("shows of a very long line what is marked, and a little around it")
  func longLine() throws {
    let around = String(repeating: "é", count: 100_000)
    let source = SourceText(path: "a.md", text: "x\n" + around + "WRONG" + around + "\ny\n")
    let range = source.range(of: "WRONG")
    let diagnostic = Diagnostic(.error, "x", "x", in: source, at: range)
    let excerpt = try #require(Excerpt(diagnostic, in: source))
    #expect(String(excerpt.before) == "…" + String(repeating: "é", count: 50))
    #expect(String(excerpt.marked) == "WRONG")
    #expect(String(excerpt.after) == String(repeating: "é", count: 44) + "…")
    #expect(excerpt.isCut)
  }

  @Test("cuts wide characters where they no longer fit")
  func wideCharacters() {
    let line = DifferenceLine(kind: .shown, text: String(repeating: "日", count: 80))
    let rows = DifferenceText(hasColor: false).rows([line])
    #expect(rows.map(\.text) == [String(repeating: "日", count: 50) + "…"])
  }

  @Test(
    "makes white space that matters visible",
    arguments: [
      (" ", "a··b", 2..<3), ("\t", "a·→b", 2..<3), ("  ", "a···b", 2..<4),
    ]
  )
  func whiteSpace(_ added: String, _ expected: String, _ range: Range<Int>) {
    let line = DifferenceLine(kind: .shown, text: "a " + added + "b", emphasis: [1..<2, range])
    #expect(DifferenceText(hasColor: false).rows([line]).map(\.text) == [expected])
  }

  @Test(
    "marks what differs only where the signs leave it open",
    arguments: [
      ([3..<4], [3..<4], [nil, "   ~"]),  // a pair: below what came
      ([3..<4], [], ["   ~", nil]),  // something is missing
      ([0..<5], [0..<5], [nil, nil]),  // all of it differs
      ([9..<12], [4..<99], [nil, "    ~"]),  // beyond the line's end
    ] as [([Range<Int>], [Range<Int>], [String?])]
  )
  func marks(_ promised: [Range<Int>], _ shown: [Range<Int>], _ expected: [String?]) {
    let lines = [
      DifferenceLine(kind: .promised, text: "abcde", emphasis: promised),
      DifferenceLine(kind: .shown, text: "abcde", emphasis: shown),
    ]
    #expect(DifferenceText(hasColor: false).rows(lines).map(\.marks) == expected)
    #expect(DifferenceText(hasColor: true).rows(lines).allSatisfy { $0.marks == nil })
  }

  @Test("does not repeat a promised line that nothing came for")
  func nothingCame() {
    let source = SourceText(path: "a.md", text: "```output\nhello\n```\n")
    let promise = source.promise(.output, "hello")
    let diagnostic = Diagnostic(.error, "x", "nothing is shown", in: source, at: promise.range)
    let difference = [DifferenceLine(kind: .promised, text: "hello")]
    let finding = Finding(promise: promise, diagnostic: diagnostic, difference: difference)
    #expect(
      FindingText(hasColor: false).text(finding, in: source) == """
        a.md:2:1: error: nothing is shown
         2 | hello
           | ^~~~~
        """
    )
  }

  @Test("shows both lines where the document is not at hand")
  func noSource() {
    let source = SourceText(path: "a.md", text: "1 // => 2\n")
    let finding = source.broken(.value, "2", shown: "1", "the value is '1'", help: "look\ntwice")
    #expect(
      FindingText(hasColor: false).text(finding, in: nil) == """
        a.md:1:9: error: the value is '1'
           = promised (-), shown (+):
         - | 2
         + | 1
           = help: look
             twice
        """
    )
  }

  @Test("says once what is wrong in a file that several documents share, after their own")
  func sharedFile() {
    let shared = Diagnostic(.warning, "x", "it is odd", path: "shared.bib")
    let reports = ["a.md", "b.md"].map { path in
      let own = Diagnostic(.warning, "y", "own", path: path)
      return DocumentReport(path: path, diagnostics: [shared, own])
    }
    #expect(
      Recording(.text, reports).errors == """
        a.md: warning: own
        shared.bib: warning: it is odd
        b.md: warning: own

        """
    )
  }

  @Test("says no more than what is wrong where little is wanted")
  func quiet() {
    let reports = [DocumentReport(path: "a.md")]
    #expect(Recording(.text, reports, isQuiet: true).output == "")
    #expect(Recording(.github, reports, isQuiet: true).output == "")
    #expect(!Recording(.junit, reports, isQuiet: true).output.isEmpty)
    #expect(!Recording(.json, reports, isQuiet: true).output.isEmpty)
  }
}
