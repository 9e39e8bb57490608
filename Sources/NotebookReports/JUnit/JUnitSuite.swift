import Foundation
import NotebookChecks

/// One document as a suite of tests: a test for each promise and for each error that is none.
struct JUnitSuite: Sendable {
  var path: String
  var seconds: Double
  var cases: [JUnitCase] = []
  /// Warnings and notes, which make no test fail.
  var remarks: [String] = []

  /// - Parameter report: what came of the document.
  init(_ report: DocumentReport) {
    path = report.path
    seconds = report.seconds
    var names = JUnitNames()
    let findings = Dictionary(grouping: report.findings, by: \.promise)
    for (promise, status) in report.promiseStatuses {
      let place = report.source?.position(at: promise.range.lowerBound)
      let name = names.name(promise.kind.rawValue, at: place)
      let outcome = Self.outcome(status, findings[promise, default: []], report)
      cases.append(JUnitCase(name: name, outcome: outcome))
    }
    for diagnostic in report.knownDiagnostics.limited {
      let name = names.name(diagnostic.identifier, at: diagnostic.start)
      let outcome = JUnitCase.Outcome.skipped(reason: "wrong, as is known: \(diagnostic.message)")
      cases.append(JUnitCase(name: name, outcome: outcome))
    }
    let others = report.entries.filter { if case .diagnostic = $0 { true } else { false } }
    for diagnostic in others.limited.map(\.diagnostic) {
      let text = DiagnosticText(hasColor: false).text(diagnostic, in: report.source)
      if report.fails(diagnostic) {
        let name = names.name(diagnostic.identifier, at: diagnostic.start)
        let outcome = JUnitCase.Outcome.error(diagnostic, text: text)
        cases.append(JUnitCase(name: name, outcome: outcome))
      } else {
        remarks.append(text)
      }
    }
  }

  /// How many tests came out in a way.
  func count(_ kind: JUnitCase.Outcome.Kind) -> Int {
    cases.count { $0.outcome.kind == kind }
  }

  /// The suite as XML.
  var tree: XMLTree {
    var children = cases.map { $0.tree(inDocumentAt: path) }
    if !remarks.isEmpty {
      children.append(.element("system-out", [:], [.text(remarks.joined(separator: "\n"))]))
    }
    return .element(
      "testsuite",
      [
        "name": path, "tests": "\(cases.count)", "failures": "\(count(.failure))",
        "errors": "\(count(.error))", "skipped": "\(count(.skipped))", "time": junitTime(seconds),
        "file": path,
      ],
      children
    )
  }

  private static func outcome(
    _ status: PromiseStatus,
    _ findings: [Finding],
    _ report: DocumentReport
  ) -> JUnitCase.Outcome {
    switch status {
    case .kept: return .passed
    case .unchecked: return .skipped(reason: "not checked, because the document has errors")
    case .known: return .skipped(reason: "broken, as is known")
    case .broken:
      guard let first = findings.first else { return .passed }
      let text = findings.map { FindingText(hasColor: false).text($0, in: report.source) }
      return .failure(first.diagnostic, text: text.joined(separator: "\n"))
    }
  }
}

/// Seconds as Jenkins reads them: thousandths after a point, and nothing to part thousands.
func junitTime(_ seconds: Double) -> String {
  String(format: "%.3f", max(seconds, 0))
}
