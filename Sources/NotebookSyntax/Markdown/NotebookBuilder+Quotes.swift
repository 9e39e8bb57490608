import Documents

/// Block quotes whose first line says what they are.
extension NotebookBuilder {
  /// A block quote; a callout or a theorem where its first line begins with `[!NOTE]` or the like.
  mutating func quote(_ node: CMarkNode, depth: Int) -> Block.Content {
    guard let paragraph = node.firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text, let word = QuoteWord(text.literal),
      // One after a backslash is text.
      source.bytes[range(of: paragraph)].first == UInt8(ascii: "[")
    else { return .quote(blocks(in: node, depth: depth)) }
    if let kind = Theorem.Kind(rawValue: word.name.lowercased()) {
      return .theorem(theorem(kind, word, node, paragraph, depth))
    }
    if let kind = Callout.Kind(rawValue: word.name.lowercased()) {
      return .callout(callout(kind, word, node, paragraph, depth))
    }
    // Brackets with other text in them are the author's own.
    let isAlone = word.isLast && text.next.map(\.isLineEnd) ?? true
    if isAlone || word.isWord { reportUnknown(word, in: range(of: paragraph)) }
    return .quote(blocks(in: node, depth: depth))
  }

  private mutating func callout(
    _ kind: Callout.Kind,
    _ word: QuoteWord,
    _ node: CMarkNode,
    _ paragraph: CMarkNode,
    _ depth: Int
  ) -> Callout {
    let (title, label, rest) = head(of: paragraph, word, endLabels: [], depth)
    if let label {
      report(
        Diagnostic(
          .error,
          .wrongLabel,
          "a \(kind.rawValue) has no number, so its label names nothing",
          help: "take the label out, or write a [!REMARK], which has one",
          in: source,
          at: label.range
        )
      )
    }
    return Callout(
      kind: kind,
      title: title,
      isFolded: word.isFolded,
      blocks: rest + blocks(in: node, depth: depth, from: paragraph.next)
    )
  }

  private mutating func theorem(
    _ kind: Theorem.Kind,
    _ word: QuoteWord,
    _ node: CMarkNode,
    _ paragraph: CMarkNode,
    _ depth: Int
  ) -> Theorem {
    let endLabels = kind.labelKind.map { [$0] } ?? []
    let (title, extra, rest) = head(of: paragraph, word, endLabels: endLabels, depth)
    var theorem = Theorem(kind: kind, title: title, label: nil, blocks: rest)
    if let extra { theorem.label = label(extra, of: kind) }
    theorem.blocks += blocks(in: node, depth: depth, from: paragraph.next)
    return theorem
  }

  /// What stands behind the word in the first line, the label at its end, and the other lines of its
  /// paragraph.
  private mutating func head(
    of paragraph: CMarkNode,
    _ word: QuoteWord,
    endLabels: [Label.Kind],
    _ depth: Int
  ) -> (title: [Inline], label: Extra?, rest: [Block]) {
    var next = paragraph.firstChild
    var head = line(
      from: &next,
      stopsAtLineEnd: true,
      depth: depth,
      endLabels: endLabels,
      allowsEndLabel: true
    )
    head.inlines.dropFirst(utf8: word.length)
    guard let first = next else { return (head.inlines, head.label, []) }
    let rest = line(from: &next, depth: depth, endLabels: []).inlines
    let start = contentStart(ofLine: first.start.line)
    let range = start..<max(start, range(of: paragraph).upperBound)
    return (head.inlines, head.label, Self.blocks(of: rest, range))
  }

  private mutating func label(_ extra: Extra, of kind: Theorem.Kind) -> Label? {
    if let labelKind = kind.labelKind { return define(extra, as: [labelKind]) }
    report(
      Diagnostic(
        .error,
        .wrongLabel,
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
    return source.bytes[range].firstIndex { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") }
      ?? range.upperBound
  }

  private mutating func reportUnknown(_ word: QuoteWord, in range: SourceRange) {
    let help =
      word.nearest.map { "did you mean [!\($0)]?" }
      ?? "the words are " + QuoteWord.known.map { "[!\($0)]" }.joined(separator: ", ")
    report(
      Diagnostic(
        .error,
        .unknownCallout,
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
  /// Whether `-` or `+` behind the word lets readers open it, or close it.
  var isFolded: Bool?
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
    switch text.utf8.dropFirst(length).first {
    case UInt8(ascii: "-"): isFolded = true
    case UInt8(ascii: "+"): isFolded = false
    default: isFolded = nil
    }
    if isFolded != nil { length += 1 }
    isLast = text.utf8.count == length
  }

  /// Whether it is a word such as those that are known.
  var isWord: Bool { name.utf8.count > 1 && name.utf8.allSatisfy(\.isASCIILetter) }

  var nearest: String? {
    Self.alike[name.uppercased()] ?? nearestName(to: name, in: Self.known)
  }

  /// What other programs call their callouts.
  private static let alike = [
    "INFO": "NOTE", "ABSTRACT": "NOTE", "SUMMARY": "NOTE", "TODO": "NOTE", "QUOTE": "NOTE",
    "SEEALSO": "NOTE", "QUESTION": "NOTE", "FAQ": "NOTE", "HELP": "NOTE", "HINT": "TIP",
    "SUCCESS": "TIP", "CHECK": "TIP", "DONE": "TIP", "ATTENTION": "WARNING", "BUG": "WARNING",
    "DANGER": "CAUTION", "ERROR": "CAUTION", "FAILURE": "CAUTION", "FAIL": "CAUTION",
    "MISSING": "CAUTION", "THM": "THEOREM", "DEF": "DEFINITION", "CLAIM": "PROPOSITION",
  ]
}

extension CMarkNode {
  fileprivate var isLineEnd: Bool { kind == .softBreak || kind == .lineBreak }
}
