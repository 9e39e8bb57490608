import Foundation

/// What `render verify --format json` reports, as far as tests need it.
struct VerifyReport: Decodable {
  /// A place, from 1 on.
  struct Position: Decodable, Comparable {
    var line: Int
    var column: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  struct Document: Decodable {
    var path: String
    var cells: [Cell]
    var findings: [Finding]
    var diagnostics: [Diagnostic]
    var strict: Bool
  }

  struct Cell: Decodable {
    var state: String
    var start: Position
    var end: Position
    var promises: [Int]
  }

  struct Finding: Decodable {
    struct Line: Decodable {
      var kind: String
      var text: String
    }

    var promise: Int?
    var message: String
    var help: String?
    var start: Position?
    var difference: [Line]
  }

  struct Diagnostic: Decodable {
    var severity: String
    var message: String
    var help: String?
    var path: String
    var start: Position?
  }

  private struct Version: Decodable { var version: Int }

  var documents: [Document]

  /// - Parameter data: the report.
  init(_ data: Data) throws {
    let decoder = JSONDecoder()
    guard let version = try? decoder.decode(Version.self, from: data).version else {
      throw Fault("what 'render verify' writes is no report")
    }
    guard version == 1 else {
      throw Fault("'render' reports in version \(version), and this library reads version 1")
    }
    self = try decoder.decode(VerifyReport.self, from: data)
  }

  /// The examples of all documents; what is wrong in none of them is an example of its document.
  func examples(in package: PackageFolder) -> [DocumentedExample] {
    documents.flatMap { $0.examples(in: package) }
  }
}

extension VerifyReport.Document {
  func examples(in package: PackageFolder) -> [DocumentedExample] {
    var failures: [[DocumentedExample.Failure]] = Array(repeating: [], count: cells.count)
    var others: [DocumentedExample.Failure] = []
    func add(_ failure: DocumentedExample.Failure, to cell: Int?) {
      if let cell { failures[cell].append(failure) } else { others.append(failure) }
    }
    var ofPromises: [Int: Int] = [:]
    for (index, cell) in cells.enumerated() {
      for promise in cell.promises { ofPromises[promise] = index }
    }
    for finding in findings {
      add(
        failure(finding.text, path, finding.start, in: package),
        to: finding.promise.flatMap { ofPromises[$0] }
      )
    }
    for diagnostic in diagnostics
    where diagnostic.severity == "error" || strict && diagnostic.severity == "warning" {
      add(
        failure(diagnostic.text, diagnostic.path, diagnostic.start, in: package),
        to: diagnostic.path == path ? diagnostic.start.flatMap(cell(around:)) : nil
      )
    }
    let examples = zip(cells, failures).filter { $0.0.state != "not-checked" }
      .map { cell, failures in example(of: cell, failures, in: package) }
    guard !others.isEmpty else { return examples }
    let whole = DocumentedExample(
      id: path,
      location: package.location(path, line: 1, column: 1),
      outcome: .failed,
      failures: others
    )
    return [whole] + examples
  }

  private func example(
    of cell: VerifyReport.Cell,
    _ failures: [DocumentedExample.Failure],
    in package: PackageFolder
  ) -> DocumentedExample {
    let location = package.location(path, line: cell.start.line, column: cell.start.column)
    var failures = failures
    let outcome: DocumentedExample.Outcome
    switch cell.state {
    case "promised", "run", "compiled": outcome = failures.isEmpty ? .verified : .failed
    case "known": outcome = failures.isEmpty ? .known : .failed
    case "not-reached": outcome = failures.isEmpty ? .notReached : .failed
    default:
      outcome = .failed
      if failures.isEmpty {
        failures = [DocumentedExample.Failure(message: "this example failed", location: location)]
      }
    }
    return DocumentedExample(
      id: "\(path):\(cell.start.line)",
      location: location,
      outcome: outcome,
      failures: failures
    )
  }

  /// The cell around a place. Cells are in the order of the document, and none lies in another.
  private func cell(around position: VerifyReport.Position) -> Int? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].start <= position ? low : nil
  }

  private func failure(
    _ message: String,
    _ path: String,
    _ start: VerifyReport.Position?,
    in package: PackageFolder
  ) -> DocumentedExample.Failure {
    let location = package.location(path, line: start?.line ?? 1, column: start?.column ?? 1)
    return DocumentedExample.Failure(message: message, location: location)
  }
}

extension VerifyReport.Finding {
  /// What is wrong, the difference, and what to do.
  fileprivate var text: String {
    let signs = ["promised": "- ", "shown": "+ "]
    let lines = difference.map { (signs[$0.kind] ?? "  ") + $0.text }
    return ([message] + lines + (help.map { ["help: " + $0] } ?? [])).joined(separator: "\n")
  }
}

extension VerifyReport.Diagnostic {
  fileprivate var text: String {
    ([message] + (help.map { ["help: " + $0] } ?? [])).joined(separator: "\n")
  }
}
