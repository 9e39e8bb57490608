import SwiftSyntax

extension SyntaxProtocol {
  /// The code without comments, and with white space only as far as it may mean something: whether
  /// there is any, and whether there is a line end in it.
  var canonicalText: String {
    var text = ""
    var gap = ""
    for token in tokens(viewMode: .sourceAccurate) {
      if !text.isEmpty { text += Self.canonical(gap, token.leadingTrivia) }
      text += token.text
      gap = Self.canonical("", token.trailingTrivia)
    }
    return text
  }

  private static func canonical(_ gap: String, _ trivia: Trivia) -> String {
    trivia.pieces.reduce(gap) { gap, piece in
      gap == "\n" || piece.isNewline ? "\n" : " "
    }
  }
}
