import Documents

/// A diagnostic as lines of text: `path:line:column: error: message`, the line that is meant with a
/// mark under it, and what to do.
package struct DiagnosticText {
  /// Whether escape codes colour it.
  var hasColor: Bool

  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// - Parameters:
  ///   - diagnostic: what to say.
  ///   - source: the document, for the excerpt.
  package func text(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    text(diagnostic, in: source) { _ in [] }
  }

  /// - Parameter details: lines that belong between the excerpt and what to do.
  func text(
    _ diagnostic: Diagnostic,
    in source: SourceText?,
    details: (Gutter) -> [String]
  ) -> String {
    let paint = Paint(hasColor: hasColor)
    var head = diagnostic.path.harmlessName
    if let start = diagnostic.start { head += ":\(start)" }
    let severity = paint.severity(diagnostic.severity.rawValue + ":", diagnostic.severity)
    var lines = ["\(paint.bold(head + ":")) \(severity) \(diagnostic.message.harmless)"]
    var gutter = Gutter(width: 1)
    if let excerpt = Excerpt(diagnostic, in: source) {
      gutter.width = "\(excerpt.number)".count
      lines += excerpt.lines(gutter) { paint.severity($0, diagnostic.severity) }
    }
    lines += details(gutter)
    if lines.count == 1 { gutter.width = 0 }
    if let help = diagnostic.help { lines.append(gutter.remark("help: " + help.harmless)) }
    return lines.joined(separator: "\n")
  }
}
