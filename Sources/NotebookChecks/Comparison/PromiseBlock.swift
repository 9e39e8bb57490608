/// What stands between two promised lines of nothing but `[...]`.
struct PromiseBlock {
  enum Piece {
    /// Lines without `[...]`: their tokens may be laid out on lines in any way.
    case tokens(Range<Int>)
    /// A line with `[...]` in it, which stands for one line.
    case pattern(LinePattern, tokens: Range<Int>)
  }

  private(set) var pieces: [Piece] = []
  /// The promised lines from the first to the last that is not blank.
  private(set) var lines: Range<Int>

  /// All tokens of the block.
  private(set) var tokens: Range<Int>

  private init(line: Int, tokens: Range<Int>) {
    lines = line..<line + 1
    self.tokens = tokens
  }

  private mutating func add(line: Int, of text: ShownText, rule: TokenRule) {
    let added = text.lines[line].tokens
    lines = lines.lowerBound..<line + 1
    tokens = tokens.lowerBound..<added.upperBound
    if text.hasWildcard(line: line) {
      pieces.append(.pattern(LinePattern(text, line: line, rule: rule), tokens: added))
    } else if case .tokens(let before)? = pieces.last {
      pieces[pieces.count - 1] = .tokens(before.lowerBound..<added.upperBound)
    } else {
      pieces.append(.tokens(added))
    }
  }

  /// The blocks of a promise, each of one line at least.
  static func blocks(of promised: ShownText, rule: TokenRule) -> [PromiseBlock] {
    var blocks: [PromiseBlock] = []
    var isInBlock = false
    for line in promised.lines.indices where !promised.lines[line].tokens.isEmpty {
      if promised.isWildcard(line: line) {
        isInBlock = false
        continue
      }
      if !isInBlock {
        blocks.append(PromiseBlock(line: line, tokens: promised.lines[line].tokens))
        isInBlock = true
      }
      blocks[blocks.count - 1].add(line: line, of: promised, rule: rule)
    }
    return blocks
  }
}
