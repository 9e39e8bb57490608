import Documents
import Foundation
import NotebookSyntax
import Typesetting

extension PageChart {
  /// A chart that is drawn, and what of it may not stand on a page: its links, pictures and colours come from its
  /// specification.
  func node(_ chart: Chart, _ permissions: PagePermissions) -> (node: HTMLNode, [Removal]) {
    var own = permissions
    own.scripts = false
    var safety = SafeMarkup(own)
    let picture = safety.next(chart.svg) + safety.finish()
    let node = HTMLNode.element("div", [.class("chart")], [.raw(picture)])
    return (node, safety.takeFindings().removals)
  }

  /// A chart that the page's script draws. Its plain text stands there until then, and stays where
  /// there is no script.
  var scriptNode: HTMLNode {
    let description = ChartDescription(specification)?.text ?? plain
    let data = HTMLNode.element(
      "script",
      [HTMLAttribute("type", "application/json")],
      [.raw(ScriptData.safe(specification))]
    )
    let fallback = HTMLNode.element("pre", [.class("output")], [.text(plain)])
    return .element(
      "div",
      [.class("chart"), .role("img"), .label(description)],
      [data, fallback]
    )
  }

  /// What there is to say of something that is left out.
  func diagnostic(_ removal: Removal, in source: SourceText) -> Diagnostic {
    var diagnostic = diagnostic(.warning, removal.message, in: source)
    diagnostic.help = removal.help
    return diagnostic
  }

  func diagnostic(
    _ severity: Diagnostic.Severity,
    _ message: String,
    in source: SourceText
  ) -> Diagnostic {
    let what =
      severity == .error ? "the chart that is shown here is wrong" : "of the chart shown here"
    return Diagnostic(severity, .wrongChart, "\(what): \(message)", in: source, at: cell)
  }
}

extension PageRenderer {
  /// What there is to say about a chart that a cell shows.
  package static func chartDiagnostic(
    _ severity: Diagnostic.Severity,
    _ message: String,
    in source: SourceText,
    at cell: SourceRange
  ) -> Diagnostic {
    PageChart(specification: "", plain: "", cell: cell).diagnostic(severity, message, in: source)
  }
}

/// What a Vega-Lite specification says about itself in words.
private struct ChartDescription: Decodable {
  /// Its `description`, or else its title.
  var text: String?

  private enum CodingKeys: CodingKey {
    case description, title
  }

  private struct Title: Decodable {
    var text: String
  }

  init?(_ specification: String) {
    let data = Data(specification.utf8)
    guard let decoded = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
    self = decoded
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try? container.decode(String.self, forKey: .description)
    if text == nil { text = try? container.decode(String.self, forKey: .title) }
    if text == nil { text = try? container.decode(Title.self, forKey: .title).text }
  }
}
