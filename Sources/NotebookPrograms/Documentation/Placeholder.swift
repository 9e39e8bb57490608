import SwiftSyntax

/// Marks that stand for code which documentation leaves out: `...` where no operand is, `…`, and a body
/// that holds nothing but a comment with one of them.
final class Placeholder: SyntaxVisitor {
  private var isFound = false

  static func stands(in tree: some SyntaxProtocol) -> Bool {
    let visitor = Placeholder(viewMode: .all)
    visitor.walk(tree)
    return visitor.isFound
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if isFound || token.presence == .missing { return .skipChildren }
    if token.text.contains("…"), token.isOutsideText {
      isFound = true
    } else if token.text == "...", token.lacksOperands {
      isFound = true
    } else if token.tokenKind == .rightBrace, token.closesNothing {
      isFound =
        token.leadingTrivia.isAboutMissingCode
        || token.previousToken(viewMode: .sourceAccurate)?.trailingTrivia.isAboutMissingCode
          ?? false
    }
    return .skipChildren
  }
}

extension TokenSyntax {
  /// Whether it is no part of a string.
  fileprivate var isOutsideText: Bool {
    if case .stringSegment = tokenKind { false } else { true }
  }

  /// Whether neither side of it on its line is something that it could be the operator of.
  fileprivate var lacksOperands: Bool {
    let before = previousToken(viewMode: .sourceAccurate)
    let after = nextToken(viewMode: .sourceAccurate)
    let isFirst = leadingTrivia.hasNewline || before == nil || before?.opensSomething == true
    let isLast =
      after == nil || after?.leadingTrivia.hasNewline == true || after?.closesSomething == true
    return isFirst && isLast
  }

  private var opensSomething: Bool {
    [.leftBrace, .leftParen, .leftSquare, .comma, .equal, .arrow, .semicolon, .colon]
      .contains(tokenKind)
      || [.keyword(.in), .keyword(.return)].contains(tokenKind)
  }

  private var closesSomething: Bool {
    [.rightBrace, .rightParen, .rightSquare, .comma, .semicolon, .endOfFile].contains(tokenKind)
  }

  /// Whether it follows the brace that it closes.
  var closesNothing: Bool {
    guard let before = previousToken(viewMode: .sourceAccurate) else { return false }
    return before.tokenKind == .leftBrace || before.tokenKind == .keyword(.in)
  }
}

extension Trivia {
  var hasNewline: Bool {
    contains { piece in
      switch piece {
      case .newlines, .carriageReturns, .carriageReturnLineFeeds: true
      default: false
      }
    }
  }

  /// Whether a comment in it stands for code.
  var isAboutMissingCode: Bool {
    contains { piece in
      switch piece {
      case .lineComment(let text), .blockComment(let text):
        text.contains("...") || text.contains("…") || text.hasPrefix("/*")
      default: false
      }
    }
  }
}
