import NotebookSyntax
import SwiftParser

extension Cell {
  /// What the comments behind its code are taken for, in order. Comments on lines of their own are listed only
  /// where they are results.
  /// - Parameter rules: say in which ways comments promise.
  public func commentUses(_ rules: CheckRules) -> [CommentUse] {
    guard code.text.contains("//") || code.text.contains("/*") else { return [] }
    let all = ParsedPiece(.cell(self), results: Set(CheckRules.ResultForm.allCases))
    let taken = Set(promises(rules).filter { $0.doubt == nil }.map(\.id))
    let results = all.promises.map { placed in
      CommentUse(placed.use(counts: taken.contains(placed.promise.id)), at: placed.promise.range)
    }
    let read = Set(all.promises.flatMap(\.comments).map(\.lowerBound))
    let others = all.comments.filter { !$0.isAlone && !read.contains($0.range.lowerBound) }
      .map { CommentUse(all.kind(of: $0), at: all.sourceRange(of: $0.range)) }
    return (results + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension PlacedPromise {
  fileprivate func use(counts: Bool) -> CommentUse.Kind {
    switch promise.doubt {
    case .noQuotes: return .ambiguous("what is printed stands in quotation marks, or is a value")
    case .alternatives: return .ambiguous("it is one text or another")
    case .block: return .ambiguous("a comment of several lines is no result")
    case nil: break
    }
    guard let form else { return .message(promise.kind) }
    return .result(form, counts: counts)
  }
}

extension ParsedPiece {
  /// What a comment is that no form of results has.
  fileprivate func kind(of comment: CommentLine) -> CommentUse.Kind {
    let text = String(decoding: bytes[comment.body], as: UTF8.self).trimmed
    if BareValue.isOne(text) {
      return .ambiguous("it is a value, and nothing before it has one that could be meant")
    }
    // One word is a word.
    guard text.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "_" }) else { return .prose }
    let tree = Parser.parse(source: text)
    guard !tree.hasError, tree.statements.count == 1, case .expr? = tree.statements.first?.item
    else { return .prose }
    return .ambiguous("it may be code, and is no plain value")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
