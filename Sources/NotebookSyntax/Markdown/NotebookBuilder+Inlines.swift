extension NotebookBuilder {
  mutating func inlines(in node: CMarkNode, depth: Int) -> [Inline] {
    var label: Label?
    return inlines(in: node, depth: depth, allowsTrailingLabel: false, &label)
  }

  /// The inlines of a heading, and the label at its end.
  mutating func inlines(in node: CMarkNode, depth: Int, trailingLabel: inout Label?) -> [Inline] {
    inlines(in: node, depth: depth, allowsTrailingLabel: true, &trailingLabel)
  }

  private mutating func inlines(
    in node: CMarkNode,
    depth: Int,
    allowsTrailingLabel: Bool,
    _ label: inout Label?
  ) -> [Inline] {
    guard depth < Self.maximumDepth else {
      reportDepth(of: node, "emphasis, links or images")
      return []
    }
    var line = InlineLine()
    var next = node.firstChild
    while let child = next {
      next = child.next
      if child.kind == .text {
        addText(child.literal, to: &line)
      } else {
        let inline = inline(child, depth: depth + 1)
        settleLabel(in: &line)
        line.append(inline)
      }
    }
    if let extra = line.pendingLabel {
      if allowsTrailingLabel {
        label = define(extra, as: [.section])
        line.dropTrailingSpace()
      } else {
        addLooseLabel(extra, to: &line)
      }
    }
    return line.inlines
  }

  private mutating func inline(_ node: CMarkNode, depth: Int) -> Inline {
    switch node.kind {
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .code: .code(masked.restore(node.literal))
    case .htmlInline: .html(masked.restore(node.literal))
    case .emphasis: .emphasis(inlines(in: node, depth: depth))
    case .strong: .strong(inlines(in: node, depth: depth))
    case .strikethrough: .strikethrough(inlines(in: node, depth: depth))
    case .link:
      .link(
        Link(
          destination: masked.restore(node.destination),
          title: masked.restore(node.title),
          inlines: inlines(in: node, depth: depth)
        )
      )
    case .image:
      .image(
        Image(
          source: masked.restore(node.destination),
          title: masked.restore(node.title),
          inlines: inlines(in: node, depth: depth)
        )
      )
    case .footnoteReference: .footnoteReference(footnoteReference(node))
    default: .unknown(name: node.typeName, inlines(in: node, depth: depth))
    }
  }

  private mutating func footnoteReference(_ node: CMarkNode) -> FootnoteReference {
    let number = Int(node.literal) ?? 0
    let occurrence = (footnoteReferences[number] ?? 0) + 1
    footnoteReferences[number] = occurrence
    return FootnoteReference(number: number, occurrence: occurrence)
  }

  /// Adds a text in which extras may be hidden.
  private mutating func addText(_ text: String, to line: inout InlineLine) {
    if text.isEmpty { return }
    guard text.utf8.contains(MaskedText.leadByte) else {
      settleLabel(in: &line)
      return line.append(text: text)
    }
    var parts: [UnmaskedPart] = []
    masked.unmask(text) { parts.append($0) }
    for part in parts {
      switch part {
      case .text(let text):
        settleLabel(in: &line)
        line.append(text: String(Substring(text)))
      case .extra(let number):
        settleLabel(in: &line)
        add(masked.extras[number], to: &line)
      }
    }
  }

  private mutating func add(_ extra: Extra, to line: inout InlineLine) {
    switch extra.kind {
    case .formula(let delimiters): line.append(.formula(formula(extra, delimiters)))
    case .value: line.append(.value(value(extra)))
    case .reference: line.append(.reference(reference(extra)))
    case .literal: line.append(text: extra.content.text)
    case .label:
      switch line.lastTarget {
      case .formula(var formula)?:
        formula.label = define(extra, as: [.equation])
        line.replaceLastTarget(by: .formula(formula))
      case .image(var image)?:
        image.label = define(extra, as: [.figure])
        line.replaceLastTarget(by: .image(image))
      default:
        line.pendingLabel = extra
      }
    }
  }

  /// A label that something follows is not at the end of its heading.
  private mutating func settleLabel(in line: inout InlineLine) {
    guard let label = line.pendingLabel else { return }
    line.pendingLabel = nil
    addLooseLabel(label, to: &line)
  }

  /// Notes a label that names something.
  mutating func define(_ extra: Extra, as kinds: [Label.Kind]) -> Label? {
    var wrong: [Diagnostic] = []
    let name =
      extra.content.origin(of: 0)..<extra.content.origin(of: 0) + extra.content.text.utf8.count
    let label = Label(name, in: source, allowed: kinds) { wrong.append($0) }
    diagnostics += wrong
    if let label { labels.append(label) }
    return label
  }

  /// A label with nothing before it that it could name: an author's error where it has one of our
  /// prefixes, otherwise a text that happens to look like a label.
  private mutating func addLooseLabel(_ extra: Extra, to line: inout InlineLine) {
    line.append(text: source[extra.range])
    guard let kind = Label.kind(ofName: extra.content.text) else { return }
    let place =
      switch kind {
      case .equation: "right after a display formula"
      case .figure: "right after an image; a cell's is written label=\(extra.content.text)"
      case .section: "at the end of a heading"
      case .table, .listing: "in a cell's fence, as label=\(extra.content.text)"
      }
    report(
      Diagnostic(
        .error,
        "loose-label",
        "the label '\(extra.content.text)' names nothing here",
        help: "a label for \(kind.article) \(kind.word) stands \(place)",
        in: source,
        at: extra.range
      )
    )
  }

  mutating func reference(_ extra: Extra) -> Reference {
    let reference = Reference(
      kind: Label.kind(ofName: extra.content.text) ?? .equation,
      name: extra.content.text,
      range: extra.range
    )
    references.append(reference)
    return reference
  }
}

extension Label.Kind {
  var article: String { self == .equation ? "an" : "a" }
}

/// The inlines of one block while they are put together.
private struct InlineLine {
  private(set) var inlines: [Inline] = []
  /// A label that has come and must be the last thing of its heading.
  var pendingLabel: Extra?

  mutating func append(_ inline: Inline) {
    inlines.append(inline)
  }

  mutating func append(text: String) {
    if case .text(let before)? = inlines.last {
      inlines[inlines.count - 1] = .text(before + text)
    } else {
      inlines.append(.text(text))
    }
  }

  /// A display formula or an image that a label would name if it came now.
  var lastTarget: Inline? {
    guard let index = lastTargetIndex else { return nil }
    return inlines[index]
  }

  private var lastTargetIndex: Int? {
    guard let index = inlines.lastIndex(where: { !$0.isSpace }) else { return nil }
    switch inlines[index] {
    case .formula(let formula) where formula.style == .display && formula.label == nil: return index
    case .image(let image) where image.label == nil: return index
    default: return nil
    }
  }

  mutating func replaceLastTarget(by inline: Inline) {
    guard let index = lastTargetIndex else { return }
    inlines.removeSubrange(index...)
    inlines.append(inline)
  }

  mutating func dropTrailingSpace() {
    guard case .text(var text)? = inlines.last else { return }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.isEmpty {
      inlines.removeLast()
    } else {
      inlines[inlines.count - 1] = .text(text)
    }
  }
}

extension Inline {
  fileprivate var isSpace: Bool {
    switch self {
    case .softBreak: true
    case .text(let text): text.utf8.allSatisfy(isWhitespace)
    default: false
    }
  }
}
