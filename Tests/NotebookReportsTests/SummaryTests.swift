import Documents
import NotebookChecks
import Testing

@testable import NotebookReports

@Suite("The line that sums up")
struct SummaryTests {
  @Test(
    "counts in words that fit the number",
    arguments: [
      (Summary(), "no documents, no cells run, no promises (0.00 s)"),
      (
        Summary(documents: 1, cellsRun: 1, promisesKept: 1, seconds: 0.004),
        "1 document, 1 cell run, 1 promise kept (0.00 s)"
      ),
      (
        Summary(
          documents: 3,
          cellsRun: 14,
          promisesKept: 22,
          promisesBroken: 1,
          seconds: 1.84
        ),
        "3 documents, 14 cells run, 22 promises kept, 1 broken (1.84 s)"
      ),
      (
        Summary(documents: 2, cellsRun: 5, seconds: 61.5),
        "2 documents, 5 cells run, no promises (61.50 s)"
      ),
      (
        Summary(
          documents: 4,
          documentsNotRun: 2,
          documentsWithErrors: 1,
          cellsRun: 2,
          promisesKept: 1,
          promisesUnchecked: 7
        ),
        "4 documents, 2 cells run, 1 promise kept, 7 not checked; "
          + "2 documents could not be run; 1 document has errors (0.00 s)"
      ),
      (
        Summary(documents: 2, documentsWithErrors: 2, cellsRun: 2, promisesBroken: 2),
        "2 documents, 2 cells run, 2 promises broken; 2 documents have errors (0.00 s)"
      ),
    ]
  )
  func text(_ summary: Summary, _ expected: String) {
    #expect(summary.text == expected)
  }

  @Test("calls no promise kept of which nobody knows")
  func unchecked() {
    let source = SourceText(path: "a.md", text: "1 2")
    let broken = source.broken(.value, "1", shown: "3", "no")
    var report = source.report([broken], promises: [broken.promise, source.promise(.value, "2")])
    #expect(report.promiseStatuses.map(\.status) == [.broken, .kept])
    report.diagnostics = [Diagnostic(.error, "e", "e", path: "a.md")]
    report.unchecked = [source.promise(.value, "2")]
    #expect(report.promiseStatuses.map(\.status) == [.broken, .unchecked])
    var summary = Summary()
    summary.add(report)
    let expected = Summary(
      documents: 1,
      documentsWithErrors: 1,
      cellsRun: 1,
      promisesBroken: 1,
      promisesUnchecked: 1
    )
    #expect(summary == expected)
  }

  @Test("counts a promise once, however often it is broken")
  func twice() {
    let source = SourceText(path: "a.md", text: "1")
    let broken = source.broken(.value, "1", shown: "3", "no")
    let report = source.report([broken, broken], promises: [broken.promise])
    #expect(report.promiseStatuses.map(\.status) == [.broken])
  }
}
