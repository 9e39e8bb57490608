import Files
import Foundation
import NotebookHTML
import Typesetting

// What a front end says of a job's events and ending, in sentences.

extension TypesettingFault {
  /// That it keeps formulas and charts from being set.
  package var text: String { "error: no formula and no chart can be set: \(self)" }
}

extension Page.Asset {
  /// That it is missing, and what to do.
  package var missingText: String {
    "\(purpose) is not installed, so pages show the source instead; "
      + "run Scripts/setup, or set LECTERN_ASSETS to the folder that holds \(files[0])"
  }

  /// What a reader of messages calls it, and what it is for.
  private var purpose: String {
    switch self {
    case .mathJax: "MathJax, which sets formulas,"
    case .vega: "Vega-Lite, which draws charts,"
    }
  }
}

extension NotebookOutcome {
  /// Where the page is; `nil` where none was written.
  package var pageText: String? {
    page.map { "\(path) → \($0) (\(String(format: "%.2f", seconds)) s)" }
  }

  /// What is not installed, or does not work, that the page needs.
  package var setupFaults: [String] {
    typesettingFaults.map(\.text) + missingAssets.map { "warning: " + $0.missingText }
  }

  /// That the page of an earlier time is still there, where the notebook failed.
  package var earlierPageText: String? {
    guard page == nil, status == .failure, FileStatus.isThere(pagePath) else {
      return nil
    }
    return "\(path): note: \(pagePath) is as it was"
  }
}

extension RenderJob.Ending {
  /// That warnings are failures; `nil` where there are none.
  /// - Parameter others: how many of them are about no notebook.
  package func strictText(others: Int) -> String? {
    let warnings = strictWarnings + others
    guard warnings > 0 else { return nil }
    let what = warnings == 1 ? "1 warning is a failure" : "\(warnings) warnings are failures"
    return "error: \(what), because strictness is asked for"
  }
}
