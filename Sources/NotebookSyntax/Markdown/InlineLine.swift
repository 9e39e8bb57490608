import Documents

/// The inlines of one block, or of its first line, while they are put together.
struct InlineLine {
  private(set) var inlines: [Inline] = []
  /// The mentions among the inlines, by index.
  private(set) var mentions: [(index: Int, mention: Mention)] = []
  /// A label that has come and must be the last thing of the line.
  var pendingLabel: Extra?
  /// The kinds of label that may stand at the end of the line.
  let endLabels: [Label.Kind]

  init(endLabels: [Label.Kind]) { self.endLabels = endLabels }

  mutating func append(_ inline: Inline) {
    inlines.append(inline)
  }

  mutating func append(_ mention: Mention, _ inline: Inline) {
    mentions.append((inlines.count, mention))
    inlines.append(inline)
  }

  mutating func append(text: String) {
    inlines.append(text: text)
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

  mutating func dropTrailingSpace() { inlines.dropTrailingSpace() }
}

extension [Inline] {
  /// Adds a text, to the one before it if there is one.
  package mutating func append(text: String) {
    guard case .text(var before)? = last else { return append(.text(text)) }
    // Taken out first, so that the text is not copied for each piece that it grows by.
    removeLast()
    before += text
    append(.text(before))
  }

  /// Takes so many UTF-8 code units off the text at the start, and the white space behind them.
  mutating func dropFirst(utf8 count: Int) {
    guard case .text(let text)? = first else { return }
    let rest = text.utf8.dropFirst(count).drop(while: \.isASCIIWhitespace)
    if rest.isEmpty {
      removeFirst()
    } else {
      self[0] = .text(String(Substring(rest)))
    }
  }

  /// Takes the white space off the text at the end.
  mutating func dropTrailingSpace() {
    guard case .text(var text)? = last else { return }
    while text.last?.isWhitespace == true { text.removeLast() }
    removeLast()
    if !text.isEmpty { append(.text(text)) }
  }

  /// Without white space and line ends at either side.
  var trimmed: [Inline] {
    var result = self[...]
    while let last = result.last, last.isSpace { result.removeLast() }
    while let first = result.first, first.isSpace { result.removeFirst() }
    var inlines = Array(result)
    inlines.dropFirst(utf8: 0)
    inlines.dropTrailingSpace()
    return inlines
  }
}

extension Inline {
  /// Whether it is white space or a line end.
  var isSpace: Bool {
    switch self {
    case .softBreak: true
    case .text(let text): text.utf8.allSatisfy(\.isASCIIWhitespace)
    default: false
    }
  }
}
