import NotebookDisplay
import NotebookLayout
import NotebookSyntax
import NotebookTranscript

extension BodyWriter {
  /// What a cell printed and showed, each value in its richest form; what has only text runs on in
  /// one block.
  mutating func nodes(shownBy piece: Int) -> [HTMLNode] {
    let output = context.output(of: piece)
    let piece = ShownPiece(range: context.layout.firstLine(of: piece))
    var nodes: [HTMLNode] = []
    var text = ""
    var isError = false
    for item in output {
      switch item {
      case .text(let printed, let stream):
        if isError != (stream == .standardError) {
          nodes += self.printed(text, isError: isError)
          text = ""
          isError.toggle()
        }
        text += printed
      case .value(let bundle):
        let rich = node(rich: bundle, of: piece)
        if rich != nil || isError {
          nodes += self.printed(text, isError: isError)
          text = ""
          isError = false
        }
        if let rich {
          nodes.append(rich)
        } else {
          if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
          text += bundle.plain + "\n"
        }
      }
    }
    return nodes + printed(text, isError: isError)
  }

  /// Printed text as a block; nothing where there are only line ends.
  func printed(_ text: String, isError: Bool) -> [HTMLNode] {
    let text = TerminalText.plain(text)
    guard let last = text.lastIndex(where: { !$0.isNewline }) else { return [] }
    let name = isError ? "output stderr" : "output"
    var attributes = [HTMLAttribute.class(name)]
    if isError { attributes += [.role("group"), .label(context.words[.standardError])] }
    return [.element("pre", attributes, [.text(String(text[...last]))])]
  }

  /// A value in a form that is more than text; `nil` where it has none or prefers text.
  private mutating func node(rich bundle: DisplayBundle, of piece: ShownPiece) -> HTMLNode? {
    switch ShownForm(bundle) {
    case .vegaLite(let specification):
      let chart = PageChart(
        specification: specification,
        plain: bundle.plain,
        cell: piece.range
      )
      return late.add(chart)
    case .svg(let image):
      let name = PictureSize.adaptsColours(image) ? "image adapting" : "image"
      let attributes: [HTMLAttribute] = [.class(name), .role("img"), .label(bundle.plain)]
      let picture = SVGText.inHTML(image)
      return isolated(picture, isPicture: true, of: piece, in: ("div", attributes))
    case .html(let markup):
      return isolated(markup, isPicture: false, of: piece, in: ("div", [.class("rich")]))
    case .latex(let tex):
      return math(context.shownTeX(tex, of: piece), style: .display, in: "div")
    case .markdown(let markdown):
      let blocks = NotebookParser.parseFragment(markdown, path: context.layout.path)
      return isolated(blocks, of: piece)
    case nil:
      return nil
    }
  }
}
