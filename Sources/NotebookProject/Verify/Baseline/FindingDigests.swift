import Documents
import NotebookChecks
import ResultStore

/// What tells the findings of a document from others, wherever in it they stand.
struct FindingDigests {
  private let report: DocumentReport
  private let cellsOfPromises: [Promise: Int]

  /// - Parameter report: what came of the document.
  init(_ report: DocumentReport) {
    self.report = report
    var cells: [Promise: Int] = [:]
    for (index, cell) in report.cells.enumerated() {
      for promise in cell.promises { cells[promise] = index }
    }
    cellsOfPromises = cells
  }

  /// The cell that a promise is about, by its place among the document's.
  func cell(of promise: Promise) -> Int? { cellsOfPromises[promise] }

  /// The cell in which something is wrong, by its place among the document's.
  func cell(of diagnostic: Diagnostic) -> Int? {
    guard let source = report.source, diagnostic.path == report.path, let start = diagnostic.start
    else { return nil }
    let offset = source.offset(of: start)
    let index = report.cells.partitioningIndex { $0.range.upperBound > offset }
    return index < report.cells.count && report.cells[index].range.contains(offset) ? index : nil
  }

  /// A digest of the code that makes a promise, and of the promise where it stands elsewhere.
  func digest(of promise: Promise) -> String? {
    guard let index = cell(of: promise) else {
      return report.source.map { Self.digest($0.words(around: promise.range)) }
    }
    let cell = report.cells[index]
    if cell.range.contains(promise.range.lowerBound) { return Self.digest(cell.code.text) }
    return Self.digest(cell.code.text + "\n" + promise.text)
  }

  /// A digest of the code in which something is wrong, or of the words.
  /// - Returns: `nil` for what is about the document as a whole, or about another file.
  func digest(of diagnostic: Diagnostic) -> String? {
    if let index = cell(of: diagnostic) { return Self.digest(report.cells[index].code.text) }
    guard let source = report.source, diagnostic.path == report.path, let start = diagnostic.start
    else { return nil }
    let first = source.offset(of: start)
    let last = max(first, diagnostic.end.map { source.offset(of: $0) } ?? first)
    return Self.digest(source.words(around: first..<last))
  }

  /// The digests of what nobody knows whether it holds.
  var pending: Set<String> {
    var pending = Set(report.unchecked.compactMap(digest(of:)))
    for cell in report.cells where cell.state == .notReached {
      pending.insert(Self.digest(cell.code.text))
    }
    return pending
  }

  private static func digest(_ text: String) -> String {
    Fingerprint(of: Array(text.utf8)).shortName
  }
}

extension SourceText {
  /// The lines that hold a range, however they are indented and end.
  fileprivate func words(around range: SourceRange) -> String {
    let first = position(at: range.lowerBound).line
    let last = max(first, position(at: range.upperBound).line)
    return (first...last).map { number in
      self[lineRange(number)].split(separator: " ").joined(separator: " ")
    }.joined(separator: "\n")
  }
}
