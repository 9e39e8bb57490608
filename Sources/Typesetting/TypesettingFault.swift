import ResultStore

/// Why nothing can be set at all, as opposed to a mistake in one formula or chart.
public enum TypesettingFault: Error, Hashable, CustomStringConvertible {
  /// JavaScriptCore is not installed.
  case engineIsMissing
  /// A file of MathJax or Vega is not there.
  case fileIsMissing(path: String)
  /// Only what the store holds may be used, and it does not hold this.
  case notInStore(NotInStore)
  /// A script failed where it should not.
  case scriptFailed(message: String)

  /// What any error comes to that keeps formulas and charts from being set.
  package init(_ error: any Error) {
    self =
      switch error {
      case let error as TypesettingFault: error
      case let missing as NotInStore: .notInStore(missing)
      default: .scriptFailed(message: "\(error)")
      }
  }

  /// What is missing or wrong, and what to do about it.
  public var description: String {
    switch self {
    case .engineIsMissing:
      """
      \(ScriptLibrary.path) is missing, which sets formulas and draws charts; run Scripts/setup, or \
      install Debian's package libjavascriptcoregtk-4.1-0, or leave them to the reader's browser with \
      --math browser
      """
    case .fileIsMissing(let path):
      """
      \(path) is missing; run Scripts/setup, which fetches it, or leave formulas and charts to the \
      reader's browser with --math browser
      """
    case .notInStore: "the store does not hold this page's formulas and charts"
    case .scriptFailed(let message): "the typesetting script failed: \(message)"
    }
  }
}
