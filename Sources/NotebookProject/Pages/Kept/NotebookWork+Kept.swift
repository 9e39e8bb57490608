import Documents
import Files
import Foundation
import NotebookPages
import NotebookSyntax
import ResultStore
import Timing

extension NotebookWork {
  /// Leaves a page as it is, with today's date where that is wanted, and says again what there was to
  /// say about it.
  /// - Returns: whether it did: not where the page is gone, or is not what was written.
  func leave(_ record: PageRecord, _ outcome: inout NotebookOutcome) -> Bool {
    // The page may be from a time when its warnings were let pass.
    let isPassed = !isStrict || record.warnings.allSatisfy { $0.severity != .warning }
    let isThere = measured(.writing) {
      Fingerprint(ofFile: outcome.pagePath) == record.page
        && (keepsSamePages || !isPassed || WholeFile.touch(outcome.pagePath))
    }
    guard isThere else { return false }
    outcome.diagnostics = record.warnings
    let known = Set(outcome.sources.map(\.path))
    for path in Set(record.warnings.map(\.path)).subtracting(known) {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      outcome.sources.append(SourceText(path: path, bytes: Array(data)))
    }
    if !isPassed {
      outcome.status = .failure
    } else if place(record.assets, record.placed, &outcome) {
      outcome.page = outcome.pagePath
    }
    return true
  }

  /// Puts beside a page what it loads and shows.
  func place(
    _ assets: Set<Page.Asset>,
    _ files: [PlacedFile],
    _ outcome: inout NotebookOutcome
  ) -> Bool {
    measured(.assets) {
      outcome.writing { (_, outcome) throws(WholeFile.Fault) in
        outcome.missingAssets = try self.assets.copy(assets, to: outputFolder)
        for file in files { try site.place(file) }
      }
    }
  }
}
