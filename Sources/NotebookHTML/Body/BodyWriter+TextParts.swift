import Bibliography
import Documents
import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// What the text says where it refers to something or cites it.
  mutating func nodes(for parts: [TextPart]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for part in parts {
      switch part {
      case .words(let words): nodes.append(.text(words))
      case .inlines(let inlines): nodes += self.nodes(inlines)
      case .number(let tex): nodes.append(math(tex, style: .inline))
      case .bibliography(let text, let place): nodes += self.nodes(text, citedAt: place)
      case .reference(let referred, let word, let text):
        nodes.append(node(referred, word, text))
      case .citation(let key, let words):
        let attributes = [HTMLAttribute.href("#" + ReferenceAnchor.entry(key)), .class("citation")]
        nodes.append(.element("a", attributes, self.nodes(for: words)))
      }
    }
    return nodes
  }

  private mutating func node(
    _ referred: ReferredLabel,
    _ word: [TextPart],
    _ text: [TextPart]
  ) -> HTMLNode {
    var nodes = self.nodes(for: word)
    nodes += within(context.inside(referred).scope) { $0.nodes(for: text) }
    guard let address = referred.target.address else {
      return .element("span", [.class("ref")], nodes)
    }
    found.referenceAddresses.insert(address)
    return .element("a", [.href(address), .class("ref")], nodes)
  }

  /// - Parameter place: what messages about its formulas point at.
  mutating func nodes(_ text: [BibliographyText], citedAt place: SourceRange) -> [HTMLNode] {
    text.map { part in
      switch part {
      case .text(let words): .text(words)
      case .emphasis(let inner): .element("em", [], nodes(inner, citedAt: place))
      case .math(let tex): math(ComposedTeX(tex, .text(place)), style: .inline)
      case .link(let address, let inner):
        .element("a", [.href(SafeAddress.encoded(address))], nodes(inner, citedAt: place))
      }
    }
  }
}
