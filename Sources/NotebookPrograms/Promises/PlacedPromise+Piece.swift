import Documents
import NotebookSyntax

extension PlacedPromise {
  /// The promises in the comments of a piece, each with the way in which the program tells that it
  /// came there.
  /// - Parameter results: the ways in which comments promise; `nil` for the usual.
  static func all(
    in piece: ParsedPiece,
    _ results: Set<CheckRules.ResultForm>?
  ) -> [PlacedPromise] {
    let found = CommentReader.promises(in: piece, results)
    guard !found.isEmpty else { return [] }
    let lists = StatementLists(piece.tree)
    return found.compactMap { placed in
      var placed = placed
      placed.site = site(of: placed, in: piece, lists)
      // A bare value that nothing stands before may be about anything.
      if placed.form == .bare, case .none = placed.site { return nil }
      switch placed.site {
      case .none: placed.promise.hasSubject = false
      case .around, .inPlace: placed.promise.isInside = true
      case .afterItem: break
      }
      return placed
    }
  }

  private static func site(
    of placed: PlacedPromise,
    in piece: ParsedPiece,
    _ lists: StatementLists
  ) -> PromiseSite {
    let isValue = placed.promise.kind == .value
    guard isValue || placed.promise.kind == .prints else { return .none }
    let offset = placed.offset
    let next = piece.items.partitioningIndex { $0.range.upperBound > offset }
    if next < piece.items.count, piece.items[next].range.contains(offset) {
      guard let list = lists.list(around: offset),
        list.range.lowerBound > piece.items[next].range.lowerBound,
        let statement = list.statement(before: offset),
        !isValue || piece.adjoins(statement.range, offset)
      else { return .none }
      switch statement.kind {
      case .expression where piece.canOpen(before: statement.range.lowerBound):
        let isFirst = list.statements.first?.range == statement.range
        return .around(statement.range, isFirst: isFirst)
      case .variable(let name): return .inPlace(variable: isValue ? name : nil)
      case .leaving: return .none
      case .expression, .other: return isValue ? .none : .inPlace(variable: nil)
      }
    }
    let item = next > 0 ? next - 1 : nil
    guard isValue else { return .afterItem(item, variable: nil) }
    guard let item, piece.adjoins(piece.items[item].range, offset) else { return .none }
    if piece.items[item].role == .shown || piece.items[item].callsMacro {
      return .afterItem(item, variable: nil)
    }
    let start = piece.items[item].range.lowerBound
    guard case .variable(let name) = lists.topStatement(at: start)?.kind else { return .none }
    return .afterItem(item, variable: name)
  }
}

extension ParsedPiece {
  /// Whether a comment stands on the line where some code ends, or on the next one.
  fileprivate func adjoins(_ range: Range<Int>, _ comment: Int) -> Bool {
    let between = bytes[min(range.upperBound, comment)..<comment]
    return between.count { $0 == UInt8(ascii: "\n") } < 2
  }

  /// Whether a call can be opened on the line before some code: the code begins its line, and that
  /// before is no directive of the compiler.
  fileprivate func canOpen(before offset: Int) -> Bool {
    let start = lineStart(of: offset)
    guard start > 0, bytes[start..<offset].allSatisfy(CommentLine.isSpace) else { return false }
    let first = bytes[lineStart(of: start - 1)..<start].first { !CommentLine.isSpace($0) }
    return first != UInt8(ascii: "#")
  }
}
