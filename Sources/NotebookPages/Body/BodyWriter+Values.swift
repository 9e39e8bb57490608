import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

extension BodyWriter {
  /// What an expression in the text came to; `nil` where it was not run.
  func shownValue(of value: InlineValue) -> DisplayBundle? {
    var printed = ""
    for item in context.output(ofValue: value.id).reversed() {
      switch item {
      case .value(let bundle): return bundle
      case .text(let text, .standardOutput): printed = text + printed
      case .text: break
      }
    }
    let text = printed.trimmingWhiteSpace
    return text.isEmpty ? nil : DisplayBundle(plain: String(text), prefersPlain: true)
  }

  /// The TeX by which a value is shown within running text; `nil` for one that is shown otherwise.
  func shownTeX(of value: InlineValue) -> String? {
    guard let bundle = shownValue(of: value), let tex = bundle[.latex] else { return nil }
    if !bundle.prefersPlain { return bundle[.html] == nil ? tex : nil }
    // A power of ten is set, as `1.50e-07` is for programs.
    return tex.contains(#"\times"#) ? tex : nil
  }

  /// A value within running text; one that was not run shows its expression.
  mutating func nodes(for value: InlineValue) -> [HTMLNode] {
    guard let bundle = shownValue(of: value) else {
      return [.element("code", [.class("unevaluated")], [.text(value.expression.text)])]
    }
    if isPlain { return [.text(bundle.plain.withMinusSign)] }
    if !bundle.prefersPlain {
      if let markup = bundle[.html] {
        let piece = ShownPiece(range: value.range, expression: value.expression.text)
        return [
          isolated(markup, isPicture: false, of: piece, in: ("span", [.class("value")]))
        ]
      }
      if let tex = shownTeX(of: value) { return [math(tex, of: value)] }
      if let markdown = bundle[.markdown] {
        let blocks = NotebookParser.parseFragment(markdown, path: context.path)
        if case .paragraph(let inlines)? = blocks.first?.content, blocks.count == 1 {
          return [
            .element("span", [.class("value")], inFragment(from: value.range) { $0.nodes(inlines) })
          ]
        }
      }
    }
    if let tex = shownTeX(of: value) { return [math(tex, of: value)] }
    return [.element("span", [.class("value")], [.text(bundle.plain.withMinusSign)])]
  }

  private mutating func math(_ tex: String, of value: InlineValue) -> HTMLNode {
    let piece = ShownPiece(range: value.range, expression: value.expression.text)
    return math(shownTeX(tex, of: piece), style: .inline)
  }
}

extension String {
  /// The text with a minus sign instead of the hyphen before a number.
  fileprivate var withMinusSign: String {
    guard first == "-", dropFirst().first?.isNumber == true else { return self }
    return "−" + dropFirst()
  }

  /// The text without white space and line ends on either side.
  var trimmingWhiteSpace: Substring {
    let head = drop(while: \.isWhitespace)
    return head.lastIndex { !$0.isWhitespace }.map { head[...$0] } ?? ""
  }
}
