/// A form in which a value can be shown.
///
/// As the key of a coded dictionary it is its own name, so that a bundle's forms are a JSON object.
///
/// ```swift
/// DisplayBundle(showing: 0.5)[.latex]  // => 0.5
/// MIMEType.svg.rawValue                // => image/svg+xml
/// ```
public enum MIMEType: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
  /// What a terminal shows, and what an `output` fence promises.
  case plain = "text/plain"
  /// TeX for a mathematical formula, without its delimiters.
  case latex = "text/latex"
  case html = "text/html"
  case svg = "image/svg+xml"
  case markdown = "text/markdown"
  /// The value on one line.
  case line = "text/x-swift-line"
  /// What `String(describing:)` gives, and what `String(reflecting:)` gives with and without modules.
  case description = "text/x-swift-description"
  case debugDescription = "text/x-swift-debug"
  case qualifiedDebugDescription = "text/x-swift-debug-qualified"
  /// What `String(reflecting:)` gives where that is none of these.
  case reflection = "text/x-swift-reflection"
  /// The elements of a sequence that is no array.
  case elements = "text/x-swift-elements"
  /// A Vega-Lite chart specification, as JSON.
  case vegaLite = "application/vnd.vegalite.v4+json"
}
