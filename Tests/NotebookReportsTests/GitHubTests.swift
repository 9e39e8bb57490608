import Documents
import NotebookChecks
import TestSupport
import Testing

@testable import NotebookReports

@Suite("Annotations on GitHub")
struct GitHubTests {
  @Test(
    "are escaped as its commands need it",
    arguments: [
      ("a", "b", "::error file=a::b"),
      ("a,b:c%.md", "1, 2: 3%", "::error file=a%2Cb%3Ac%25.md::1, 2: 3%25"),
      ("a\nb\r", "one\r\ntwo", "::error file=a%0Ab%0D::one%0D%0Atwo"),
      ("a%0A", "::warning::%0A", "::error file=a%250A::::warning::%250A"),
    ]
  )
  func escapes(_ file: String, _ message: String, _ expected: String) {
    let property = WorkflowCommand.Property(name: "file", value: file)
    let command = WorkflowCommand(name: "error", properties: [property], message: message)
    #expect(command.line == expected)
  }

  @Test(
    "count characters where places count bytes",
    arguments: [
      ("日本 1\n", "1", AnnotationPlace(line: 1, endLine: 1, columns: 4...4)),
      ("é 12\r\n", "12", AnnotationPlace(line: 1, endLine: 1, columns: 3...4)),
      ("a\n😀b\n", "b", AnnotationPlace(line: 2, endLine: 2, columns: 2...2)),
      ("a\né\n", "é\n", AnnotationPlace(line: 2, endLine: 2, columns: 1...1)),
      ("a\nb\nc", "a\nb\nc", AnnotationPlace(line: 1, endLine: 3)),
      ("a\nb\nc", "a\nb\n", AnnotationPlace(line: 1, endLine: 2)),
    ]
  )
  func columns(_ text: String, _ part: String, _ expected: AnnotationPlace) {
    let source = SourceText(path: "a.md", text: text)
    let diagnostic = Diagnostic(.error, "x", "x", in: source, at: source.range(of: part))
    #expect(AnnotationPlace(diagnostic, in: source) == expected)
  }

  @Test("have a place even where the document is not at hand")
  func noSource() {
    let start = SourcePosition(line: 2, column: 3)
    let end = SourcePosition(line: 2, column: 3)
    let point = Diagnostic(.error, "x", "x", path: "a.md", start: start)
    let empty = Diagnostic(.error, "x", "x", path: "a.md", start: start, end: end)
    let expected = AnnotationPlace(line: 2, endLine: 2, columns: 3...3)
    #expect(AnnotationPlace(point, in: nil) == expected)
    #expect(AnnotationPlace(empty, in: nil) == expected)
    #expect(AnnotationPlace(Diagnostic(.error, "x", "x", path: "a.md"), in: nil) == nil)
  }

  @Test("name files from the repository, wherever the step runs")
  func root() throws {
    let folder = try ScratchFolder()
    let sink = Sink()
    var reporter: any Reporter = GitHubReporter(
      sink: sink.reports(isQuiet: true),
      environment: ["GITHUB_WORKSPACE": folder.url.path]
    )
    let paths = [folder.path("docs/a.md"), folder.path("docs/../b.md"), "/elsewhere/c.md"]
    let reports = paths.map { path in
      DocumentReport(path: path, diagnostics: [Diagnostic(.note, "x", "y", path: path)])
    }
    sink.tell(reports, by: &reporter)
    #expect(
      sink.written.0 == """
        ::notice file=docs/a.md,title=x::y
        ::notice file=b.md,title=x::y
        ::notice file=/elsewhere/c.md,title=x::y

        """
    )
  }

  @Test("stop where GitHub takes no more, and the summary of the step has the rest")
  func limit() throws {
    let folder = try ScratchFolder()
    try folder.write("Before.\n", to: "summary.md")
    let sink = Sink()
    var reporter: any Reporter = GitHubReporter(
      sink: sink.reports(isQuiet: true),
      environment: [
        "GITHUB_WORKSPACE": folder.url.path, "GITHUB_STEP_SUMMARY": folder.path("summary.md"),
        "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "noether/rings",
        "GITHUB_SHA": "abc",
      ]
    )
    let path = folder.path("docs/a b.md")
    let text = Array(repeating: "1 + 1", count: 12).joined(separator: "\n")
    let source = SourceText(path: path, text: text)
    let diagnostics = (1...12).map { line in
      Diagnostic(.error, "x", "no *\(line)*", in: source, at: source.lineRange(line))
    }
    let warning = Diagnostic(.warning, "y", "perhaps", path: path)
    let report = DocumentReport(
      path: path,
      source: source,
      diagnostics: diagnostics + [warning]
    )
    sink.tell([report], by: &reporter)
    let lines = sink.written.0.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 1)
    #expect(lines.contains { $0.hasSuffix("docs/a b.md:12:1: error: no *12*") })
    #expect(sink.written.1 == "")
    let summary = try folder.read("summary.md")
    #expect(summary.hasPrefix("Before.\n### render: 1 document, no cells run"))
    let rest = summary.split(separator: "\n").filter { $0.hasPrefix("- ") }
    let address = "https://github.com/noether/rings/blob/abc/docs/a%20b.md"
    #expect(
      rest == [
        "- **error** [`docs/a b.md:11`](\(address)#L11): no \\*11\\*",
        "- **error** [`docs/a b.md:12`](\(address)#L12): no \\*12\\*",
      ]
    )
  }

  @Test("that there is no room for are in the log where a step has no summary")
  func noSummary() throws {
    let folder = try ScratchFolder()
    for summary in [nil, folder.path("nowhere/summary.md")] {
      let sink = Sink()
      var reporter: any Reporter = GitHubReporter(
        sink: sink.reports(isQuiet: true),
        environment: summary.map { ["GITHUB_STEP_SUMMARY": $0] } ?? [:]
      )
      let diagnostics = (1...11).map { Diagnostic(.error, "x", "no \($0)", path: "a.md") }
      sink.tell([DocumentReport(path: "a.md", diagnostics: diagnostics)], by: &reporter)
      #expect(sink.written.0.hasSuffix("a.md: error: no 11\n"))
      let fault = "warning: the summary of this step cannot be written: "
      #expect(sink.written.1.hasPrefix(summary == nil ? "" : fault))
      #expect(sink.written.1.isEmpty == (summary == nil))
    }
  }
}
