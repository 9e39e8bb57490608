import NotebookSyntax

/// One program of a notebook: what runs in it, and what is tried beside it.
///
/// A notebook is one program, or one for each `reset`.
struct ProgramPlan: Sendable {
  /// The pieces that make the program, in order: all that run, and the `no-run` cells that fit in.
  var pieces: [ParsedPiece] = []
  /// The cells that are tried on their own, each after the pieces before it.
  var trials: [Trial] = []
  /// The cells that are only shown.
  var ignored: [Int] = []

  /// A cell that is tried on its own, so that what becomes of it does not touch the rest.
  struct Trial: Sendable {
    enum Expectation: Sendable {
      /// It must not compile.
      case compileError
      /// It must trap.
      case crash
      /// It must compile; it is tried apart because it holds what only a file's level may hold.
      case compiles
    }

    var expectation: Expectation
    var cell: Cell
    var parsed: ParsedPiece
    /// How many of the program's pieces come before it.
    var prefix: Int
  }

  /// All its pieces.
  var ids: [Int] { pieces.map(\.id) + trials.map(\.cell.id) + ignored }

  /// Whether there is anything to compile.
  var needsCompiler: Bool { !pieces.isEmpty || !trials.isEmpty }

  /// The programs of a notebook.
  static func plans(of notebook: Notebook) -> [ProgramPlan] {
    var plans = [ProgramPlan()]
    for piece in notebook.pieces {
      guard case .cell(let cell) = piece else {
        plans[plans.count - 1].pieces.append(ParsedPiece(piece))
        continue
      }
      if cell.startsProgram { plans.append(ProgramPlan()) }
      plans[plans.count - 1].add(cell)
    }
    return plans.filter { !$0.pieces.isEmpty || !$0.trials.isEmpty || !$0.ignored.isEmpty }
  }

  private mutating func add(_ cell: Cell) {
    if cell.mode == .ignore {
      ignored.append(cell.id)
      return
    }
    let parsed = ParsedPiece(.cell(cell))
    let expectation: Trial.Expectation
    switch cell.mode {
    case .run, .ignore:
      pieces.append(parsed)
      return
    case .noRun:
      // Behind `if false` there is no place for an extension, and a broken cell spoils the rest.
      guard parsed.isBroken || parsed.items.contains(where: { $0.needsFileLevel }) else {
        pieces.append(parsed)
        return
      }
      expectation = .compiles
    case .compileFail: expectation = .compileError
    case .shouldCrash: expectation = .crash
    }
    trials.append(
      Trial(
        expectation: expectation,
        cell: cell,
        parsed: parsed.standingAlone,
        prefix: pieces.count
      )
    )
  }
}

extension CodeItem {
  /// Whether it is not possible inside a block; an import is put at the file's head.
  fileprivate var needsFileLevel: Bool { role == .fileLevel && module == nil }
}
