/// Block quotes whose first line says what they are.
extension NotebookBuilder {
  /// A block quote; a callout or a theorem where its first line begins with `[!NOTE]` or the like.
  mutating func quote(_ node: CMarkNode, depth: Int) -> Block.Content {
    guard let paragraph = node.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text, let word = QuoteWord(text.literal)
    else { return .quote(blocks(in: node, depth: depth)) }
    if let kind = Theorem.Kind(rawValue: word.name.lowercased()) {
      return .theorem(theorem(kind, word, node, paragraph, depth))
    }
    let isAlone = word.isLast && text.next.map(\.isLineEnd) ?? true
    if isAlone, let kind = Callout.Kind(rawValue: word.name.lowercased()) {
      return .callout(Callout(kind: kind, blocks: callout(in: node, depth)))
    }
    let isTheorem = word.nearest.map { Theorem.Kind(rawValue: $0.lowercased()) != nil } ?? false
    // Words behind an unknown word are only wrong where they would be a title.
    if isAlone || isTheorem { reportUnknown(word, in: range(of: paragraph)) }
    return .quote(blocks(in: node, depth: depth))
  }

  /// The blocks of a callout, without its first line.
  private mutating func callout(in node: CMarkNode, _ depth: Int) -> [Block] {
    var blocks = blocks(in: node, depth: depth)
    guard let first = blocks.first, case .paragraph(var inlines) = first.content else {
      return blocks
    }
    inlines.removeFirst(min(2, inlines.count))
    if inlines.isEmpty {
      blocks.removeFirst()
    } else {
      blocks[0].content = .paragraph(inlines)
    }
    return blocks
  }

  private mutating func theorem(
    _ kind: Theorem.Kind,
    _ word: QuoteWord,
    _ node: CMarkNode,
    _ paragraph: CMarkNode,
    _ depth: Int
  ) -> Theorem {
    var next = paragraph.firstChild
    var head = line(
      from: &next,
      stopsAtLineEnd: true,
      depth: depth,
      endLabels: kind.labelKind.map { [$0] } ?? [],
      allowsEndLabel: true
    )
    head.inlines.dropFirst(utf8: word.length)
    var theorem = Theorem(kind: kind, title: head.inlines, label: nil, blocks: [])
    if let extra = head.label { theorem.label = label(extra, of: kind) }
    if let first = next {
      let rest = line(from: &next, depth: depth, endLabels: []).inlines
      let start = contentStart(ofLine: first.start.line)
      let range = start..<max(start, range(of: paragraph).upperBound)
      theorem.blocks.append(Self.block(of: rest, range))
    }
    theorem.blocks += blocks(in: node, depth: depth, from: paragraph.next)
    return theorem
  }

  private mutating func label(_ extra: Extra, of kind: Theorem.Kind) -> Label? {
    if let labelKind = kind.labelKind { return define(extra, as: [labelKind]) }
    report(
      Diagnostic(
        .error,
        "wrong-label",
        "a \(kind.rawValue) has no number, so its label names nothing",
        help:
          "take the label out, and refer to the \(kind == .proof ? "theorem" : "exercise") instead",
        in: source,
        at: extra.range
      )
    )
    return nil
  }

  /// The first byte of a line of the masked text behind the marks of its containers.
  private func contentStart(ofLine line: Int) -> Int {
    let offset = masked.sourceOffset(line: line, column: 1)
    let range = source.lineRange(source.position(at: offset).line)
    return source.bytes[range].firstIndex { !isWhitespace($0) && $0 != UInt8(ascii: ">") }
      ?? range.upperBound
  }

  private mutating func reportUnknown(_ word: QuoteWord, in range: SourceRange) {
    let help =
      word.nearest.map { "did you mean [!\($0)]?" }
      ?? "the words are " + QuoteWord.known.map { "[!\($0)]" }.joined(separator: ", ")
    report(
      Diagnostic(
        .error,
        "unknown-callout",
        "there is no callout '\(word.name)'",
        help: help,
        in: source,
        at: range.lowerBound..<min(range.lowerBound + word.length, range.upperBound)
      )
    )
  }
}

/// `[!NOTE]` at the start of a text.
private struct QuoteWord {
  /// The word between `[!` and `]`.
  var name: String
  /// How many UTF-8 code units the word has with its marks.
  var length: Int
  /// Whether nothing stands behind it in the text.
  var isLast: Bool

  static let known =
    (Callout.Kind.allCases.map(\.rawValue) + Theorem.Kind.allCases.map(\.rawValue))
    .map { $0.uppercased() }

  init?(_ text: String) {
    guard text.hasPrefix("[!") else { return nil }
    let word = text.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    guard word.endIndex < text.utf8.endIndex else { return nil }
    name = String(Substring(word))
    length = word.count + 3
    isLast = text.utf8.count == length
  }

  var nearest: String? { nearestName(to: name, in: Self.known) }
}

extension CMarkNode {
  fileprivate var isLineEnd: Bool { kind == .softBreak || kind == .lineBreak }
}
