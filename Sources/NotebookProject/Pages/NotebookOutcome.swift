import Documents
import Files
import NotebookChecks
import NotebookPages
import NotebookSyntax
import Typesetting

/// What came of one notebook.
package struct NotebookOutcome: Sendable {
  /// The notebook, as the user gave its path.
  package var path: String
  package var status: JobStatus
  /// Whether each warning is a failure.
  var isStrict = false
  /// The document, where it could be read, and after it the other files that it is made from.
  package var sources: [SourceText] = []
  package var diagnostics: [Diagnostic]
  /// The broken promises, by what is said of them.
  package var findings: [Diagnostic: Finding] = [:]
  /// Where its page belongs.
  package var pagePath: String
  /// The page that was written; `nil` where none was.
  package var page: String?
  var missingAssets: [Page.Asset] = []
  /// Why formulas or charts could not be set.
  var typesettingFaults: [TypesettingError] = []
  package var seconds: Double
}

extension NotebookOutcome {
  /// How many warnings are failures.
  var strictWarnings: Int { isStrict ? diagnostics.count { $0.severity == .warning } : 0 }

  /// Puts diagnostics in the order of the document, each once; those about other files come last.
  mutating func sortDiagnostics() {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    let path = sources.first?.path
    diagnostics = unique.enumerated().sorted { left, right in
      let isHere = (left.element.path == path, right.element.path == path)
      if isHere != (true, true) {
        return isHere == (true, false) || isHere == (false, false) && left.offset < right.offset
      }
      let starts = (left.element.start ?? .first, right.element.start ?? .first)
      return starts.0 == starts.1 ? left.offset < right.offset : starts.0 < starts.1
    }.map(\.element)
  }

  mutating func fail(
    _ status: JobStatus,
    _ identifier: String,
    _ message: String,
    _ path: String
  ) {
    self.status = status
    diagnostics.append(Diagnostic(.error, identifier, message, path: path))
  }

  /// Does something to the page's file, and makes what goes wrong a failure of the notebook.
  /// - Returns: whether all went well.
  mutating func writing(
    _ body: (_ path: String, inout NotebookOutcome) throws(WholeFile.Fault) -> Void
  ) -> Bool {
    do throws(WholeFile.Fault) {
      try body(pagePath, &self)
      return true
    } catch {
      fail(
        .inputOutput,
        "cannot-write",
        "the page cannot be written: \(error.message)",
        pagePath
      )
      return false
    }
  }
}
