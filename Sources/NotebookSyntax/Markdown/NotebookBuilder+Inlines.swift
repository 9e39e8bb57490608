extension NotebookBuilder {
  /// The inlines of a block.
  mutating func inlines(in node: CMarkNode, depth: Int) -> [Inline] {
    inlines(in: node, depth: depth, endLabels: []).inlines
  }

  /// The inlines of a block at whose end a label may stand.
  mutating func inlines(in node: CMarkNode, depth: Int, endLabels: [Label.Kind]) -> (
    inlines: [Inline], label: Extra?
  ) {
    guard depth < Self.maximumDepth else {
      reportDepth(of: node, "emphasis, links or images")
      return ([], nil)
    }
    var next = node.firstChild
    return line(from: &next, depth: depth, endLabels: endLabels)
  }

  /// The inlines from a node on.
  /// - Parameters:
  ///   - next: the first node; afterwards the one behind the line's end.
  ///   - stopsAtLineEnd: whether only the first line is wanted.
  ///   - endLabels: the kinds of label that may stand at the end.
  mutating func line(
    from next: inout CMarkNode?,
    stopsAtLineEnd: Bool = false,
    depth: Int,
    endLabels: [Label.Kind],
    allowsEndLabel: Bool = false
  ) -> (inlines: [Inline], label: Extra?) {
    var line = InlineLine(endLabels: endLabels)
    while let child = next {
      next = child.next
      if child.kind == .text {
        addText(child.literal, to: &line)
      } else if stopsAtLineEnd, child.kind == .softBreak || child.kind == .lineBreak {
        break
      } else {
        let inline = inline(child, depth: depth + 1)
        settleLabel(in: &line)
        line.append(inline)
      }
    }
    var label: Extra?
    if let extra = line.pendingLabel {
      if extra.content.text.isEmpty {
        read(attributes: extra)
        line.dropTrailingSpace()
      } else if allowsEndLabel || !endLabels.isEmpty {
        label = extra
        line.dropTrailingSpace()
      } else {
        addLooseLabel(extra, to: &line)
      }
    }
    return (group(line), label)
  }

  /// Puts the mentions together that share a pair of brackets.
  private mutating func group(_ line: InlineLine) -> [Inline] {
    guard !line.mentions.isEmpty else { return line.inlines }
    var groups = MentionGroups(in: source)
    var mentions = line.mentions[...]
    for (index, inline) in line.inlines.enumerated() {
      if let next = mentions.first, next.index == index {
        mentions.removeFirst()
        groups.add(inline, next.mention)
      } else if case .text(let text) = inline {
        groups.add(text: text)
      } else {
        groups.add(inline)
      }
    }
    let inlines = groups.inlines()
    found.citations += groups.citations
    found.diagnostics += groups.diagnostics
    return inlines
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
    case .link: .link(link(node, depth))
    case .image: .image(image(node, depth))
    case .footnoteReference: .footnoteReference(footnoteReference(node))
    default: .unknown(name: node.typeName, inlines(in: node, depth: depth))
    }
  }

  private mutating func image(_ node: CMarkNode, _ depth: Int) -> Image {
    let source = masked.restore(node.destination, readsEscapes: true)
    found.images.append(source)
    return Image(
      source: source,
      title: masked.restore(node.title, readsEscapes: true),
      inlines: inlines(in: node, depth: depth)
    )
  }

  private mutating func link(_ node: CMarkNode, _ depth: Int) -> Link {
    let destination = node.destination
    var isBareAddress = false
    if destination.utf8.contains(MaskedText.leadByte), let text = node.firstChild {
      isBareAddress =
        text.kind == .text && text.next == nil && destination.hasSuffix(text.literal)
    }
    return Link(
      destination: masked.restore(destination, readsEscapes: true),
      title: masked.restore(node.title, readsEscapes: true),
      // What looks like a mention in an address is part of it.
      inlines: isBareAddress
        ? [.text(masked.restore(node.firstChild?.literal ?? "", readsEscapes: true))]
        : inlines(in: node, depth: depth)
    )
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
    case .mention(let mention): line.append(mention, inline(extra, mention))
    case .reference(let form): line.append(.reference(reference(extra, form)))
    case .literal: line.append(text: extra.content.text)
    case .escape: line.append(.escaped(extra.content.text))
    case .label:
      if case .formula(var formula)? = line.lastTarget, let claim = extra.claim {
        if !extra.content.text.isEmpty { formula.label = define(extra, as: [.equation]) }
        formula.claim = claim
        line.replaceLastTarget(by: .formula(formula))
        return
      }
      report(looseClaim(extra.claim))
      if extra.content.text.isEmpty {
        add(attributes: extra, to: &line)
        return
      }
      if let kind = Label.kind(ofName: extra.content.text), line.endLabels.contains(kind) {
        line.pendingLabel = extra
        return
      }
      switch line.lastTarget {
      case .formula(var formula)?:
        formula.label = define(extra, as: [.equation])
        line.replaceLastTarget(by: .formula(formula))
      case .image(var image)?:
        image.label = define(extra, as: [.figure])
        line.replaceLastTarget(by: .image(with(extra.attributes, image)))
      default:
        line.pendingLabel = extra
      }
    }
  }

  /// Attributes without a label: those of an image, or of the heading or caption that they end.
  private mutating func add(attributes extra: Extra, to line: inout InlineLine) {
    let before = extra.range.lowerBound - 1
    let isClose = before >= 0 && ")]".utf8.contains(source.bytes[before])
    if isClose, case .image(let image)? = line.lastTarget {
      line.replaceLastTarget(by: .image(with(extra.attributes, image)))
    } else if !line.endLabels.isEmpty
      || !BraceAttributes(extra.attributes, in: source).variants.isEmpty
    {
      line.pendingLabel = extra
    } else {
      note(foreign: ForeignMark.diagnostic(of: extra, behind: line.inlines.last, in: source))
      line.append(text: source[extra.range])
    }
  }

  private mutating func with(_ attributes: [Extra.Attribute], _ image: Image) -> Image {
    let (image, diagnostics) = BraceAttributes(attributes, in: source).applied(to: image)
    report(diagnostics)
    return image
  }

  /// A label that something follows is not at the end of its line.
  private mutating func settleLabel(in line: inout InlineLine) {
    guard let label = line.pendingLabel else { return }
    line.pendingLabel = nil
    addLooseLabel(label, to: &line)
  }
}
