import Documents
import NotebookChecks

/// A finding as lines of text: the diagnostic's own, with what came instead below the excerpt.
///
///     README.md:14:16: error: '0.6652' is promised here, but the cell shows '0.6653'
///      14 | [0.0900 0.2447 0.6652]
///         |                ^~~~~~
///       + | [0.0900 0.2447 0.6653]
///         |                     ~
package struct FindingText {
  /// Whether escape codes colour it.
  var hasColor: Bool

  package init(hasColor: Bool) { self.hasColor = hasColor }

  /// - Parameters:
  ///   - finding: what to say.
  ///   - source: the document, for the excerpt.
  package func text(_ finding: Finding, in source: SourceText?) -> String {
    DiagnosticText(hasColor: hasColor).text(finding.diagnostic, in: source) { gutter in
      details(of: finding, source, gutter)
    }
  }

  private func details(of finding: Finding, _ source: SourceText?, _ gutter: Gutter) -> [String] {
    var difference = finding.difference
    guard !difference.isEmpty else { return [] }
    var lines: [String] = []
    var indent = 0
    if let column = columnOfOnlyPromisedLine(finding, in: source) {
      // The reader has the promised line before the eyes; what came stands right below it.
      difference.removeAll { $0.kind == .promised }
      indent = column
    } else {
      lines.append(gutter.remark("promised (-), shown (+):"))
    }
    let blank = String(repeating: " ", count: indent)
    let paint = Paint(hasColor: hasColor)
    for row in DifferenceText(hasColor: hasColor).rows(difference) {
      let text = row.text.isEmpty ? "" : blank + row.text
      lines.append(gutter.line(row.kind.sign, text) { paint.difference($0, row.kind) })
      if let marks = row.marks { lines.append(gutter.line("", blank + marks)) }
    }
    return lines
  }

  /// Where the promised line begins within the excerpt, if it is the only one and can be read there.
  private func columnOfOnlyPromisedLine(_ finding: Finding, in source: SourceText?) -> Int? {
    let difference = finding.difference
    guard difference.count <= 2, difference.count(where: { $0.kind == .promised }) == 1,
      difference.count(where: { $0.kind == .shown }) == difference.count - 1,
      let promised = difference.first(where: { $0.kind == .promised })?.text,
      let source, let excerpt = Excerpt(finding.diagnostic, in: source), !excerpt.isCut
    else { return nil }
    let line = source.lineRange(excerpt.number)
    // The code before a comment may hold the same text.
    let start = min(max(line.lowerBound, finding.promise.range.lowerBound), line.upperBound)
    let rest = source[start..<line.upperBound]
    guard !promised.isEmpty, let place = rest.firstRange(of: promised) else { return nil }
    let before = source[line.lowerBound..<start] + rest[..<place.lowerBound]
    let column = before.map(\.shown).width
    let shown = difference.first { $0.kind == .shown }?.text ?? ""
    return column + shown.map(\.shown).width <= Excerpt.widest ? column : nil
  }
}
