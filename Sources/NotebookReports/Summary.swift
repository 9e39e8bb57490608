import Foundation
import NotebookChecks
import NotebookSyntax

/// What came of all documents, in numbers.
public struct Summary: Sendable, Hashable {
  /// How many documents there are.
  public var documents = 0
  /// Documents with errors of which no cell was run.
  public var documentsNotRun = 0
  /// Documents with errors of which cells were run all the same.
  public var documentsWithErrors = 0
  /// Cells that were run.
  public var cellsRun = 0
  /// Promises that hold.
  public var promisesKept = 0
  /// Promises that do not hold.
  public var promisesBroken = 0
  /// Promises of which nobody knows, because their document has errors.
  public var promisesUnchecked = 0
  /// Promises that do not hold, and are known not to.
  public var promisesKnown = 0
  /// Findings of all kinds that are known.
  public var known = 0
  /// Cells that are not checked, by what they are.
  public var exemptCells: [Cell.Exemption: Int] = [:]
  /// Warnings that are failures.
  public var strictWarnings = 0
  /// Documents in which there is nothing to be checked.
  public var emptyDocuments = 0
  /// How much of what their package offers the documents use; `nil` where it is not asked for.
  public var coverage: Coverage?
  /// How long it took by the clock, in seconds. Documents are checked side by side, so this is less
  /// than the sum of theirs.
  public var seconds = 0.0

  /// Numbers that are given.
  public init(
    documents: Int = 0,
    documentsNotRun: Int = 0,
    documentsWithErrors: Int = 0,
    cellsRun: Int = 0,
    promisesKept: Int = 0,
    promisesBroken: Int = 0,
    promisesUnchecked: Int = 0,
    strictWarnings: Int = 0,
    emptyDocuments: Int = 0,
    seconds: Double = 0.0
  ) {
    self.documents = documents
    self.documentsNotRun = documentsNotRun
    self.documentsWithErrors = documentsWithErrors
    self.cellsRun = cellsRun
    self.promisesKept = promisesKept
    self.promisesBroken = promisesBroken
    self.promisesUnchecked = promisesUnchecked
    self.strictWarnings = strictWarnings
    self.emptyDocuments = emptyDocuments
    self.seconds = seconds
  }

  /// Counts one document more.
  public mutating func add(_ report: DocumentReport) {
    documents += 1
    cellsRun += report.cellsRun
    for case let exemption? in report.exemptCells.map(\.exemption) {
      exemptCells[exemption, default: 0] += 1
    }
    if report.isEmpty, report.source != nil { emptyDocuments += 1 }
    if report.isStrict { strictWarnings += report.diagnostics.count { $0.severity == .warning } }
    known += report.knownFindings.count + report.knownDiagnostics.count
    if report.hasErrors {
      if report.cellsRun == 0 { documentsNotRun += 1 } else { documentsWithErrors += 1 }
    }
    for (_, status) in report.promiseStatuses {
      switch status {
      case .kept: promisesKept += 1
      case .broken: promisesBroken += 1
      case .known: promisesKnown += 1
      case .unchecked: promisesUnchecked += 1
      }
    }
  }
}

extension Cell.Exemption {
  /// So many cells of this kind.
  fileprivate func counted(_ count: Int) -> String {
    let (one, many) = nouns
    return count == 1 ? "1 \(one)" : "\(count) \(many)"
  }

  private var nouns: (one: String, many: String) {
    switch self {
    case .notSwift: ("block without Swift", "blocks without Swift")
    case .shell: ("cell of shell commands", "cells of shell commands")
    case .manifest: ("fragment of a manifest", "fragments of manifests")
    case .signatures: ("listing of signatures", "listings of signatures")
    case .members: ("cell with members of no type", "cells with members of no type")
    case .placeholder: ("cell with a placeholder", "cells with placeholders")
    case .platform: ("cell for other platforms", "cells for other platforms")
    case .inaccessible: ("example of a private declaration", "examples of private declarations")
    }
  }
}

extension Summary {
  /// One line for people: `3 documents, 14 cells run, 22 promises kept, 1 broken (1.84 s)`.
  var text: String {
    var text = [counted(documents, "document"), counted(cellsRun, "cell") + " run", promises]
      .joined(separator: ", ")
    if documentsNotRun > 0 { text += "; \(counted(documentsNotRun, "document")) could not be run" }
    if documentsWithErrors > 0 {
      let verb = documentsWithErrors == 1 ? "has" : "have"
      text += "; \(counted(documentsWithErrors, "document")) \(verb) errors"
    }
    if known > 0 { text += "; \(counted(known, "finding")) known" }
    if !exemptCells.isEmpty {
      let kinds = Cell.Exemption.allCases.compactMap { kind in
        exemptCells[kind].map { kind.counted($0) }
      }
      text += "; not checked: \(kinds.joined(separator: ", "))"
    }
    if strictWarnings > 0 {
      text += "; \(counted(strictWarnings, "warning")), which strictness makes "
      text += strictWarnings == 1 ? "a failure" : "failures"
    }
    // Of one document that is said with its name.
    if emptyDocuments > 0, documents > 1 {
      text += "; \(counted(emptyDocuments, "document")) without Swift"
    }
    return text + String(format: " (%.2f s)", seconds)
  }

  private var promises: String {
    let counts = [
      (promisesKept, "kept"), (promisesBroken, "broken"), (promisesUnchecked, "not checked"),
    ].filter { $0.0 > 0 }
    guard let first = counts.first else {
      return promisesKnown > 0 ? "no promise kept" : "no promises"
    }
    let rest = counts.dropFirst().map { "\($0.0) \($0.1)" }
    return (["\(counted(first.0, "promise")) \(first.1)"] + rest).joined(separator: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    switch count {
    case 0: "no \(noun)s"
    case 1: "1 \(noun)"
    default: "\(count) \(noun)s"
    }
  }
}
