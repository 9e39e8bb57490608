import Documents
import NotebookChecks
import TestSupport
import Testing

@testable import NotebookReports

@Suite("Messages of one kind")
struct MessageLimitTests {
  private func diagnostics(
    _ identifier: String,
    _ count: Int,
    path: String = "a.md",
    severity: Diagnostic.Severity = .error
  ) -> [Diagnostic] {
    (1...count).map { number in
      Diagnostic(
        severity,
        .init(rawValue: identifier),
        "wrong \(number)",
        help: "mend it",
        path: path,
        start: SourcePosition(line: number, column: 1)
      )
    }
  }

  @Test(
    "are told up to a hundred, and one more would be told instead of counted",
    arguments: 1...101
  )
  func few(_ count: Int) {
    let all = diagnostics("a", count)
    #expect(all.limited == all)
  }

  @Test("are counted after a hundred, at the first that is left out")
  func many() throws {
    let all = diagnostics("a", 5000)
    let told = all.limited
    #expect(Array(told.dropLast()) == Array(all.prefix(100)))
    let last = try #require(told.last)
    #expect(last.message == "and 4,900 more like this, the first of them: wrong 101")
    #expect(last.start == SourcePosition(line: 101, column: 1))
    #expect(last.severity == .error && last.identifier == "a" && last.help == nil)
  }

  @Test("leave room for others: another kind, severity or file")
  func kinds() {
    let all =
      diagnostics("a", 300) + diagnostics("b", 2) + diagnostics("a", 3, severity: .warning)
      + diagnostics("a", 4, path: "b.bib")
    #expect(all.limited.count == 101 + 2 + 3 + 4)
  }

  @Test(
    "are cut in every format, and fail the document all the same",
    arguments: ReportFormat.allCases
  )
  func formats(_ format: ReportFormat) {
    let report = DocumentReport(path: "a.md", diagnostics: diagnostics("a", 1_234))
    #expect(report.hasFailed)
    let recording = Recording(format, [report])
    let text = recording.output + recording.errors
    #expect(text.contains("and 1,134 more like this"))
    #expect(text.contains("wrong 100") && !text.contains("wrong 102"))
  }

  @Test("name tests apart without trying each number again")
  func names() {
    var names = JUnitNames()
    let place = SourcePosition(line: 1, column: 1)
    let all = (0..<5000).map { _ in names.name("output", at: place) }
    #expect(Set(all).count == 5000)
    #expect(
      all[..<4] == [
        "output at line 1", "output at line 1, column 1",
        "output at line 1, column 1 (2)", "output at line 1, column 1 (3)",
      ]
    )
  }
}
