import Documents
import NotebookSyntax
import NotebookTranscript

/// Says of each cell of a notebook how far it came.
struct CellJudgement {
  private let notebook: Notebook
  private let transcript: Transcript
  private let cells: [Cell]
  private var promises: [[Promise]]
  /// The cells in which something is wrong.
  private var faulty: Set<Int> = []
  private let unchecked: Set<Promise>

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - check: what came of its promises; `nil` where no cell was run.
  ///   - diagnostics: what else there is to say of it.
  init(_ notebook: Notebook, _ check: PromiseCheck?, _ diagnostics: [Diagnostic]) {
    self.notebook = notebook
    transcript = check?.transcript ?? Transcript()
    unchecked = check?.unchecked ?? []
    cells = notebook.pieces.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    promises = Array(repeating: [], count: cells.count)
    let owners = Owners(notebook, cells)
    for promise in check?.promises ?? [] {
      if let index = owners.owner(of: promise) { promises[index].append(promise) }
    }
    for finding in check?.findings ?? [] {
      if let index = owners.owner(of: finding.promise) { faulty.insert(index) }
    }
    for diagnostic in diagnostics + (check?.diagnostics ?? []) {
      guard diagnostic.severity == .error, diagnostic.path == notebook.source.path,
        let start = diagnostic.start,
        let index = owners.index(around: notebook.source.offset(of: start))
      else { continue }
      faulty.insert(index)
    }
  }

  /// What became of the cells, in the order of the source.
  var reports: [CellReport] {
    cells.enumerated().map { index, cell in
      let (state, reason) = judge(cell, at: index)
      var report = CellReport(
        range: cell.range,
        code: cell.code,
        state: state,
        reason: reason,
        isHidden: cell.isHidden,
        promises: promises[index]
      )
      let record = transcript.records[cell.id]
      report.id = cell.id
      report.isRun = record?.status == .ran
      // With remarks it does not, as it must not.
      report.isCompiled =
        report.isRun || record?.status == .compiled && record?.remarks.isEmpty == true
      return report
    }
  }

  private func judge(_ cell: Cell, at index: Int) -> (CellReport.State, reason: String?) {
    if faulty.contains(index) { return (.failed, nil) }
    if let exemption = cell.exemption, !transcript.holds(cell) {
      return (.notChecked, exemption.rawValue)
    }
    if cell.exemption != nil { return (.compiled, nil) }
    if cell.mode == .ignore { return (.notChecked, Cell.Mode.ignore.rawValue) }
    guard let record = transcript.records[cell.id] else { return (.notReached, nil) }
    if record.status == .failed, record.remarks.isEmpty { return (.failed, nil) }
    let isKept = promises[index].contains { !unchecked.contains($0) }
    if isKept { return (.promised, nil) }
    switch record.status {
    case .ran: return (.run, nil)
    case .compiled, .failed: return (.compiled, nil)
    case .notRun: return (.notReached, nil)
    }
  }

  /// Which cell something belongs to.
  private struct Owners {
    private let ranges: [SourceRange]
    /// The cells that `output` fences promise for, by where these begin.
    private var cellsOfOutputs: [Int: Int] = [:]

    init(_ notebook: Notebook, _ cells: [Cell]) {
      ranges = cells.map(\.range)
      let indices = Dictionary(
        zip(cells.map(\.id), cells.indices),
        uniquingKeysWith: { first, _ in first }
      )
      for output in notebook.outputs {
        cellsOfOutputs[output.range.lowerBound] = output.cell.flatMap { indices[$0] }
      }
    }

    /// The cell around a place.
    func index(around offset: Int) -> Int? {
      let index = ranges.partitioningIndex { $0.upperBound > offset }
      return index < ranges.count && ranges[index].contains(offset) ? index : nil
    }

    func owner(of promise: Promise) -> Int? {
      cellsOfOutputs[promise.range.lowerBound] ?? index(around: promise.range.lowerBound)
    }
  }
}

extension Transcript {
  /// Whether a cell that is no part of a program is checked all the same: a listing that was held against its module.
  package func holds(_ cell: Cell) -> Bool {
    guard cell.exemption == .signatures, let record = records[cell.id] else { return false }
    return record.status != .notRun
  }
}

extension CellReport {
  /// What became of the cells of a notebook, in the order of the source.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - check: what came of its promises; `nil` where no cell was run.
  ///   - diagnostics: what else there is to say of it.
  package static func all(
    of notebook: Notebook,
    _ check: PromiseCheck?,
    _ diagnostics: [Diagnostic]
  ) -> [CellReport] {
    CellJudgement(notebook, check, diagnostics).reports
  }
}

extension [CellReport] {
  /// The reports on several variants of a document as one: of a cell that stands in several the worst, in
  /// the order of the source.
  package var ofAllVariants: [CellReport] {
    var indices: [SourceRange: Int] = [:]
    var all: [CellReport] = []
    for report in self {
      if let index = indices[report.range] {
        if report.state.rank < all[index].state.rank { all[index] = report }
      } else {
        indices[report.range] = all.count
        all.append(report)
      }
    }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension CellReport.State {
  /// Its place among the states, the worst first.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
