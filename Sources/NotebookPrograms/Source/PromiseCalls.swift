import Documents
import NotebookSyntax

/// The calls that stand between a piece's items, where comments promise something.
struct PromiseCalls {
  private var waiting: ArraySlice<(offset: Int, call: String)>

  init(_ piece: ParsedPiece) {
    waiting =
      piece.promises.compactMap { placed in
        guard case .afterItem(_, let variable) = placed.site else { return nil }
        return (placed.offset, Self.call(placed.promise, variable))
      }[...]
  }

  /// The calls for the comments before an offset that were not handed out yet.
  mutating func next(before offset: Int) -> [String] {
    let calls = waiting.prefix { $0.offset < offset }
    waiting = waiting.dropFirst(calls.count)
    return calls.map(\.call)
  }

  static func call(_ promise: CommentPromise, _ variable: String?) -> String {
    "__promise(\(promise.id)\(variable.map { ", \($0)" } ?? ""))"
  }
}

/// The calls that stand inside an item, in the places of comments, so that nothing of the author's
/// code moves: a call around an expression is opened past the end of the line before.
struct PromiseTails {
  private(set) var tails: [PlacedLines.Tail] = []
  /// The places of calls around expressions.
  private(set) var wrappers: [SourcePosition: SourceRange] = [:]

  init(_ item: CodeItem, of piece: ParsedPiece, in source: SourceText) {
    let first = piece.promises.partitioningIndex { $0.offset >= item.range.lowerBound }
    for placed in piece.promises[first...].prefix(while: { item.range.contains($0.offset) }) {
      switch placed.site {
      case .inPlace(let variable):
        add(";" + PromiseCalls.call(placed.promise, variable), at: placed.offset)
      case .around(let range, let isFirst):
        let end = piece.lineStart(of: range.lowerBound) - 1
        let lineBefore = piece.lineStart(of: end)
        let comments = piece.comments
        let comment = comments.partitioningIndex { lineBefore <= $0.range.lowerBound }
        let isBehind = comment < comments.count && comments[comment].range.lowerBound < end
        let open = isBehind ? comments[comment].range.lowerBound : end
        var place = source.position(at: piece.origin(of: open))
        place.column += tails[tails.partitioningIndex { $0.offset >= open }...]
          .prefix { $0.offset == open }.reduce(1) { $0 + $1.text.utf8.count }
        wrappers[place] = piece.sourceRange(of: range)
        // What stands before it may end on that line; at a block's beginning `;` is no Swift.
        add("\(isFirst ? " " : ";")__promise(\(placed.promise.id),", at: open)
        add(")", at: placed.offset)
      case .afterItem, .none: break
      }
    }
  }

  /// Puts a tail behind those that stand no later.
  private mutating func add(_ text: String, at offset: Int) {
    let index = tails.partitioningIndex { $0.offset > offset }
    tails.insert(PlacedLines.Tail(offset: offset, text: text), at: index)
  }
}
