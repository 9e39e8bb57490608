import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// Running text as nodes.
  mutating func nodes(_ inlines: [Inline]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    nodes.reserveCapacity(inlines.count)
    // What raw HTML leaves open ends with the element around it.
    let outer = rawMarkup
    append(inlines, to: &nodes)
    if outer.holdsAnything, let element = rawMarkup.textElement { leftOpen = element }
    rawMarkup = outer
    return nodes
  }

  mutating func append(_ inlines: [Inline], to nodes: inout [HTMLNode]) {
    var before: Inline?
    for inline in inlines {
      if case .text(let text) = inline, before?.isFormulaInLine == true, rawMarkup.holdsAnything,
        let formula = nodes.popLast()
      {
        appendUnbroken(formula, with: text, to: &nodes)
      } else {
        append(inline, to: &nodes)
      }
      before = inline
    }
  }

  /// Keeps a formula and the comma behind it on one line, which a browser would break between them.
  private func appendUnbroken(_ formula: HTMLNode, with text: String, to nodes: inout [HTMLNode]) {
    let marks = text.prefix { Self.closingMarks.contains($0) }
    guard !marks.isEmpty else {
      nodes += [formula, .text(text)]
      return
    }
    nodes.append(.element("span", [.class("unbroken")], [formula, .text(String(marks))]))
    if marks.endIndex < text.endIndex { nodes.append(.text(String(text[marks.endIndex...]))) }
  }

  private static let closingMarks = Set(",.;:!?)]’”»…%")

  private mutating func append(_ inline: Inline, to nodes: inout [HTMLNode]) {
    if let element = rawMarkup.textElement {
      appendText(inline, in: element, to: &nodes)
      return
    }
    switch inline {
    case .text(let text), .escaped(let text): nodes.append(.text(text))
    case .softBreak: nodes.append(.text("\n"))
    case .lineBreak: nodes += [.void("br", []), .text("\n")]
    case .code(let code):
      let node = HTMLNode.element("code", [], [.text(code)])
      nodes.append(documented[code].map { .element("a", [.href($0)], [node]) } ?? node)
    case .emphasis(let inner): nodes.append(.element("em", [], self.nodes(inner)))
    case .strong(let inner): nodes.append(.element("strong", [], self.nodes(inner)))
    case .strikethrough(let inner): nodes.append(.element("del", [], self.nodes(inner)))
    case .link(let link): nodes.append(node(link))
    case .image(let image):
      nodes.append(image.label.map { inlineFigure(image, $0) } ?? node(image))
    case .html(let markup): nodes.append(raw(markup))
    case .footnoteReference(let reference): nodes.append(node(reference))
    case .formula(let formula): nodes.append(node(formula))
    case .value(let value): nodes += self.nodes(for: value)
    case .reference(let reference): nodes += self.nodes(for: context.parts(of: reference))
    case .citation(let citation): nodes += self.nodes(for: context.parts(of: citation))
    case .unknown(_, let inner): append(inner, to: &nodes)
    }
  }

  private mutating func node(_ link: Link) -> HTMLNode {
    var attributes = [HTMLAttribute.href(safe(link.destination))]
    if !link.title.isEmpty { attributes.append(HTMLAttribute("title", link.title)) }
    // On paper the address need not stand behind it.
    if link.showsAddress { attributes.append(.class("address")) }
    return .element("a", attributes, nodes(context.words(of: link)))
  }

  private mutating func safe(_ address: String) -> String {
    let safe = SafeAddress.encoded(address)
    if safe.isEmpty, !address.isEmpty { found.lostAddresses.append(address) }
    return safe
  }

  /// An image that the page would ask another server for: its words, which lead there.
  private mutating func link(toImage image: Image) -> HTMLNode {
    report(imageAt: image.source)
    let words = image.alternative ?? context.plainText(image.inlines)
    return .element(
      "a",
      [.href(safe(image.source))],
      [.text(words.isEmpty ? image.source : words)]
    )
  }

  /// An image; its description is what a reader hears who does not see it.
  mutating func node(_ image: Image) -> HTMLNode {
    if image.source.isEmpty { found.lostAddresses.append("") }
    if case .web(let host) = MarkupAddress(image.source).kind, !permissions.mayAsk(host) {
      return link(toImage: image)
    }
    var attributes = [
      HTMLAttribute("src", safe(image.source)),
      HTMLAttribute("alt", image.alternative ?? context.plainText(image.inlines)),
    ]
    attributes += image.size
    if !image.title.isEmpty { attributes.append(HTMLAttribute("title", image.title)) }
    return .void("img", attributes)
  }
}

extension Link {
  /// Whether its words are its address.
  fileprivate var showsAddress: Bool {
    guard inlines.count == 1, case .text(let text) = inlines[0] else { return false }
    return ["", "http://", "mailto:"].contains { $0 + text == destination }
  }
}

extension Image {
  /// The lengths that its author gave it; the parser lets nothing else pass.
  fileprivate var size: [HTMLAttribute] {
    let lengths = [("width", width), ("height", height)].compactMap { name, length in
      length.map { "\(name): \($0)" }
    }
    return lengths.isEmpty ? [] : [HTMLAttribute("style", lengths.joined(separator: "; "))]
  }
}

extension Inline {
  fileprivate var isFormulaInLine: Bool {
    if case .formula(let formula) = self { formula.style == .inline } else { false }
  }
}
