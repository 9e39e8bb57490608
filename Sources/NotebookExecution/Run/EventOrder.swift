import NotebookDisplay
import NotebookPrograms

/// What a program can tell: each piece and each statement once, in their order, one value for each statement,
/// and its end after all of them.
struct EventOrder {
  /// The pieces that are yet to begin.
  private var pieces: ArraySlice<Int>
  private let statements: [ProgramSource.Statement]
  private let promises: Set<Int>
  private var piece: Int?
  private var lastStatement = -1
  private var hasShown = true
  private var isFinished = false

  init(of program: ProgramSource) {
    pieces = program.pieces.filter { !$0.isNotRun }.map(\.id)[...]
    statements = program.statements
    promises = program.promises
  }

  /// Takes note of the next event.
  /// - Returns: whether it can come now.
  mutating func accepts(_ event: Event) -> Bool {
    switch event {
    case .pieceBegan(let id, _):
      guard piece == nil, !isFinished, pieces.popFirst() == id else { return false }
      piece = id
      hasShown = true
    case .statementReached(let number):
      guard lastStatement < number, statements.indices.contains(number),
        statements[number].piece == piece
      else { return false }
      (lastStatement, hasShown) = (number, false)
    case .valueShown:
      guard !hasShown else { return false }
      hasShown = true
    case .promiseReached(let id, _): return promises.contains(id)
    case .pieceEnded(let id, _):
      guard piece == id else { return false }
      piece = nil
    case .finished:
      guard piece == nil, pieces.isEmpty, !isFinished else { return false }
      isFinished = true
    // Any thread may ask, at any time, and be ended.
    case .storedBegan, .storedEnded, .request, .errorWatched, .trapped: break
    }
    return true
  }
}
