import Documents
import Typesetting

/// A notebook as a finished HTML page.
public struct Page: Sendable {
  /// Something that the page loads in the browser.
  public enum Asset: String, Sendable, Hashable, CaseIterable, Codable {
    /// MathJax, which sets formulas.
    case mathJax
    /// Vega and Vega-Lite, which draw charts.
    case vega

    /// The files, below the folder of assets, in the order in which they are loaded.
    public var files: [String] {
      switch self {
      case .mathJax: ["mathjax/tex-svg-full.js"]
      case .vega: ["vega/vega.js", "vega/vega-lite.js"]
      }
    }
  }

  /// The page as UTF-8.
  public var html: [UInt8]
  /// What must lie in the folder of assets for this page.
  public var assets: Set<Asset>
  /// The addresses made in Markdown that the page does not hold, as their author wrote them: they are
  /// empty, or could run a script or reach the reader's files.
  public var lostAddresses: [String]
  /// What was found wrong on making the page.
  public var diagnostics: [Diagnostic]
  /// Why formulas or charts could not be set; the page is not finished then.
  public var typesettingFaults: [TypesettingFault]
}
