/// A reference as it grows, sentence by sentence, each with one full stop.
struct ReferenceLine {
  private(set) var text: [BibliographyText] = []

  /// Adds a sentence. Where it is empty nothing happens, so that missing fields leave no trace.
  mutating func add(_ sentence: [BibliographyText]) {
    guard !sentence.isEmpty else { return }
    if !text.isEmpty { text.append(" ") }
    text.append(sentence)
    if !sentence.endsInLink, !Self.isClosed(sentence) { text.append(".") }
  }

  /// Whether a sentence ends with its own mark, which may stand within quotation marks.
  private static func isClosed(_ sentence: [BibliographyText]) -> Bool {
    let text = sentence.suffix(1).flatMap(\.self.tail)
    let last = text.last { !"”’\"'»".contains($0) }
    return last.map { "?!.…".contains($0) } ?? false
  }
}

extension BibliographyText {
  /// The last few characters; none where it ends in a formula.
  fileprivate var tail: [Character] {
    switch self {
    case .text(let text): Array(text.suffix(8))
    case .math: []
    case .emphasis(let inner), .link(_, let inner): inner.last?.tail ?? []
    }
  }
}
