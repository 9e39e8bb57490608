import Documents
import NotebookChecks

extension JSONReport.Totals {
  init(_ summary: Summary) {
    self.init(
      documents: summary.documents,
      documentsNotRun: summary.documentsNotRun,
      documentsWithErrors: summary.documentsWithErrors,
      cellsRun: summary.cellsRun,
      kept: summary.promisesKept,
      broken: summary.promisesBroken,
      unchecked: summary.promisesUnchecked,
      known: summary.known,
      strictWarnings: summary.strictWarnings,
      documentsWithoutSwift: summary.emptyDocuments,
      seconds: thousandths(summary.seconds)
    )
  }
}

extension JSONReport.Coverage {
  init(_ coverage: Coverage) {
    let unused = coverage.unused
    self.init(
      cells: coverage.cells.all,
      compiled: coverage.cells.compiled,
      run: coverage.cells.run,
      promised: coverage.cells.promised,
      notChecked: coverage.cells.notChecked,
      symbols: coverage.symbols.count,
      used: coverage.symbols.count - unused.count,
      percent: coverage.percent.map { ($0 * 10).rounded(.down) / 10 },
      unused: unused.map { symbol in
        JSONReport.Symbol(
          name: symbol.name,
          kind: symbol.kind,
          module: symbol.module,
          identifier: symbol.identifier,
          path: CoverageText.shown(symbol.path),
          start: JSONReport.Position(line: symbol.line, column: symbol.column)
        )
      }
    )
  }
}

extension JSONReport.Document {
  init(_ report: DocumentReport) {
    let statuses = report.promiseStatuses
    let places = Dictionary(
      zip(statuses.map(\.promise), statuses.indices),
      uniquingKeysWith: { first, _ in first }
    )
    self.init(
      path: report.path,
      cells: report.cells.map { JSONReport.Cell($0, places, in: report.source) },
      promises: statuses.map { JSONReport.Promise($0.promise, $0.status, in: report.source) },
      findings: report.findings.map { finding in
        JSONReport.Finding(finding, promise: places[finding.promise])
      },
      diagnostics: report.diagnostics.limited.map(JSONReport.Diagnostic.init),
      known: report.known,
      notChecked: report.notChecked,
      strict: report.isStrict,
      failed: report.hasFailed,
      cellsRun: report.cellsRun,
      seconds: thousandths(report.seconds)
    )
  }
}

extension DocumentReport {
  /// What is wrong and known; `nil` for nothing.
  fileprivate var known: [JSONReport.Diagnostic]? {
    let known = (knownFindings.map(\.diagnostic) + knownDiagnostics).inSourceOrder
    return known.isEmpty ? nil : known.limited.map(JSONReport.Diagnostic.init)
  }

  /// The cells that are not checked; `nil` for none.
  fileprivate var notChecked: [JSONReport.Exemption]? {
    guard let source, !exemptCells.isEmpty else { return nil }
    return exemptCells.map { cell in
      JSONReport.Exemption(
        reason: cell.exemption?.rawValue ?? "",
        start: JSONReport.Position(source.position(at: cell.range.lowerBound)),
        end: JSONReport.Position(source.position(at: cell.range.upperBound))
      )
    }
  }
}

extension JSONReport.Cell {
  /// - Parameter places: where promises stand among the document's.
  init(_ cell: CellReport, _ places: [Promise: Int], in source: SourceText?) {
    self.init(
      state: cell.state.rawValue,
      reason: cell.reason,
      hidden: cell.isHidden,
      start: source.map { JSONReport.Position($0.position(at: cell.range.lowerBound)) },
      end: source.map { JSONReport.Position($0.position(at: cell.range.upperBound)) },
      promises: cell.promises.compactMap { places[$0] }
    )
  }
}

extension JSONReport.Promise {
  init(_ promise: Promise, _ status: PromiseStatus, in source: SourceText?) {
    let start = source?.position(at: promise.range.lowerBound)
    let end = source?.position(at: promise.range.upperBound)
    self.init(
      kind: promise.kind.rawValue,
      line: start?.line,
      column: start?.column,
      endLine: end?.line,
      endColumn: end?.column,
      status: status,
      promised: promise.text
    )
  }
}

extension JSONReport.Finding {
  init(_ finding: Finding, promise: Int?) {
    let diagnostic = finding.diagnostic
    self.init(
      promise: promise,
      identifier: diagnostic.identifier,
      message: diagnostic.message,
      help: diagnostic.help,
      path: diagnostic.path,
      start: diagnostic.start.map(JSONReport.Position.init),
      end: diagnostic.end.map(JSONReport.Position.init),
      promised: finding.promise.text,
      shown: finding.shown,
      difference: finding.difference.map(JSONReport.Line.init),
      canBeAccepted: finding.edit != nil
    )
  }
}

extension JSONReport.Diagnostic {
  init(_ diagnostic: Diagnostic) {
    self.init(
      severity: diagnostic.severity.rawValue,
      identifier: diagnostic.identifier,
      message: diagnostic.message,
      help: diagnostic.help,
      path: diagnostic.path,
      start: diagnostic.start.map(JSONReport.Position.init),
      end: diagnostic.end.map(JSONReport.Position.init)
    )
  }
}

extension JSONReport.Position {
  init(_ position: SourcePosition) {
    self.init(line: position.line, column: position.column)
  }
}

extension JSONReport.Line {
  /// Characters become bytes, because programs do not agree on what a character is.
  init(_ line: DifferenceLine) {
    var columns = [1]
    for character in line.text { columns.append(columns[columns.count - 1] + character.utf8.count) }
    let emphasis = line.emphasis.map { range in
      let range = range.clamped(to: 0..<columns.count - 1)
      return JSONReport.Columns(
        column: columns[range.lowerBound],
        endColumn: columns[range.upperBound]
      )
    }
    self.init(
      kind: line.kind.rawValue,
      text: line.text,
      emphasis: emphasis.isEmpty ? nil : emphasis
    )
  }
}

/// Seconds without digits that are chance.
private func thousandths(_ seconds: Double) -> Double {
  (seconds * 1000).rounded() / 1000
}
