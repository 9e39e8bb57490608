import Documents
import NotebookChecks
import Testing

@testable import NotebookReports

@Suite("What is told of a stranger's text")
struct LogCommandTests {
  @Test(
    "begins no command in a log and sends none to a terminal",
    arguments: [
      ("::error::x", ": :error::x"), ("a\n::error::x", "a\n: :error::x"),
      ("a\r\n \u{A0}::set-env", "a\n \u{A0}: :set-env"), ("a ::b", "a ::b"),
      ("a ##[error]b", "a # #[error]b"), ("##vso[task]", "# #vso[task]"),
      ("##teamcity[x", "# #teamcity[x"), ("## A [b]", "## A [b]"),
      ("\u{1B}[2Ja\u{9B}31m\u{7}", "\u{FFFD}[2Ja\u{FFFD}31m\u{FFFD}"),
      ("a\u{2028}::b\u{85}::c", "a\u{FFFD}::b\u{FFFD}::c"), ("\u{202E}x", "\u{FFFD}x"),
      ("\u{FEFF}::error::x", "\u{FFFD}::error::x"),
    ]
  )
  func harmless(_ text: String, _ expected: String) {
    #expect(text.harmless == expected)
    #expect(expected.harmless == expected)
  }

  @Test("keeps this program's colours, and no other signs of its kind")
  func colors() {
    let text = "\u{1B}[1;31merror\u{1B}[0m \u{1B}]0;title\u{7}\u{1B}[2J\n::error::x"
    let plain = "\u{FFFD}]0;title\u{FFFD}\u{FFFD}[2J\n: :error::x"
    #expect(text.harmless(keepingColors: true) == "\u{1B}[1;31merror\u{1B}[0m " + plain)
    #expect(text.harmless(keepingColors: false) == "error " + plain)
  }

  private static let hostile = "a\n::error::b ##[error]c \u{1B}[2J\u{9B}2J\u{7F}"

  /// Every line that a reporter prints, where names, messages and what to do are a stranger's.
  @Test("stands in all reports so", arguments: ReportFormat.allCases)
  func reports(_ format: ReportFormat) {
    let written = Written()
    let sink = ReportSink(writeOutput: { written.add($0) }, writeError: { written.add($0) })
    var reporter = format.reporter(to: sink)
    let name = "::warning::\n::error::x\u{1B}[2J.md"
    var report = DocumentReport(path: name)
    report.diagnostics = [
      Diagnostic(.error, Diagnostic.Kind("x"), Self.hostile, help: Self.hostile, path: name)
    ]
    var summary = Summary()
    summary.add(report)
    reporter.documentFinished(report)
    reporter.finished(summary)
    let lines = written.text.split(separator: "\n", omittingEmptySubsequences: false)
    let commands = lines.filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
    #expect(commands.count == (format == .github ? 1 : 0), "\(written.text)")
    #expect(!written.text.contains(/##[a-z]*\[/) || format == .github)
    #expect(
      !written.text.unicodeScalars.contains { $0 == "\u{1B}" || (0x7F...0x9F).contains($0.value) }
    )
    #expect(written.text.contains("error") && lines.count > 1)
  }
}

/// What was written.
private final class Written: @unchecked Sendable {
  private(set) var text = ""

  func add(_ more: String) { text += more }
}
