/// Holds one block of a promise against the actual text from the beginning of a line on.
///
/// A block takes whole lines, and how far it reaches depends on nothing but where it begins.
struct BlockMatch {
  enum Outcome {
    /// It holds up to this token of the actual text.
    case holds(end: Int)
    case fails(TokenMismatch)
  }

  let promised: ShownText
  let actual: ShownText
  let rule: TokenRule

  /// Whether a block holds where it is laid at a token that begins a line.
  func outcome(of block: PromiseBlock, at start: Int) -> Outcome {
    var position = start
    var last = block.tokens.lowerBound
    for piece in block.pieces {
      guard actual.beginsLine(position) else {
        return .fails(TokenMismatch(last, position, .continuation))
      }
      switch piece {
      case .tokens(let tokens):
        if let found = mismatch(of: tokens, at: position) { return .fails(found) }
        position += tokens.count
        last = tokens.upperBound - 1
      case .pattern(let pattern, let tokens):
        guard position < actual.tokens.count else {
          return .fails(TokenMismatch(tokens.lowerBound, nil))
        }
        let line = actual.tokens[position].line
        let end = actual.lines[line].tokens.upperBound
        if let found = pattern.mismatch(actual, line: line) {
          return .fails(TokenMismatch(found.promised, found.actual < end ? found.actual : nil))
        }
        position = end
        last = tokens.upperBound - 1
      }
    }
    guard actual.beginsLine(position) else {
      return .fails(TokenMismatch(last, position, .continuation))
    }
    return .holds(end: position)
  }

  /// The first of some tokens that does not hold where they are laid at a token, line ends being
  /// white space.
  func mismatch(of tokens: Range<Int>, at start: Int) -> TokenMismatch? {
    var position = start
    for index in tokens {
      guard position < actual.tokens.count else { return TokenMismatch(index, nil) }
      guard rule.holds(promised, index, actual, position) else {
        return TokenMismatch(index, position)
      }
      guard
        index == tokens.lowerBound
          || promised.tokens[index].isSpaced == actual.tokens[position].isSpaced
      else { return TokenMismatch(index, position, .spacing) }
      position += 1
    }
    return nil
  }

  /// The token at which a block must begin to end with the text; `nil` where the text is too short
  /// or its lines fall otherwise.
  func lastStart(of block: PromiseBlock) -> Int? {
    var position = actual.tokens.count
    for piece in block.pieces.reversed() {
      switch piece {
      case .tokens(let tokens): position -= tokens.count
      case .pattern:
        guard position > 0 else { return nil }
        position = actual.lines[actual.tokens[position - 1].line].tokens.lowerBound
      }
      guard position >= 0, actual.beginsLine(position) else { return nil }
    }
    return position
  }
}
