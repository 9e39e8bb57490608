import NotebookSyntax

/// One line of a difference between what is promised and what came.
public struct DifferenceLine: Sendable, Hashable {
  /// Where the line stands.
  public enum Kind: String, Sendable, Codable {
    /// In both.
    case same
    /// Only in the promise.
    case promised
    /// Only in what came.
    case shown
    /// It stands for lines that are left out; its text says how many.
    case skipped
  }

  /// Where the line stands.
  public var kind: Kind
  /// The line without its end.
  public var text: String
  /// What differs within the line, as ranges of characters.
  public var emphasis: [Range<Int>]

  /// - Parameters:
  ///   - kind: where the line stands.
  ///   - text: the line without its end.
  ///   - emphasis: what differs within the line, as ranges of characters.
  public init(kind: Kind, text: String, emphasis: [Range<Int>] = []) {
    self.kind = kind
    self.text = text
    self.emphasis = emphasis
  }
}

extension DifferenceLine {
  /// A line of an alignment, whose emphasis is counted in bytes.
  init(_ line: AlignedLine) {
    let kind: Kind =
      switch line.kind {
      case .same: .same
      case .promised: .promised
      case .shown: .shown
      }
    self.init(
      kind: kind,
      text: line.text,
      emphasis: line.emphasis.map { range in
        func characters(_ offset: Int) -> Int {
          let utf8 = line.text.utf8
          let end = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
          return line.text[..<end].count
        }
        return characters(range.lowerBound)..<characters(range.upperBound)
      }
    )
  }

  init(_ line: CondensedLine) {
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    switch line {
    case .line(let line): self.init(line)
    case .skipped(let count): self.init(kind: .skipped, text: lines(count) + " the same")
    case .more(let count): self.init(kind: .skipped, text: lines(count) + " more that differ")
    }
  }

  /// What is promised against what came: the lines that differ, with some around them.
  static func lines(promised: String, shown: String, rule: ComparisonRule) -> [DifferenceLine] {
    LineDifference.lines(promised: promised, actual: shown, rule: rule)
      .condensed(context: 2, limit: 24).map { DifferenceLine($0) }
  }
}
