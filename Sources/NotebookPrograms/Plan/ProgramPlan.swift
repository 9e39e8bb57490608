import NotebookSyntax

/// One program of a notebook: what runs in it, and what is tried beside it.
///
/// A notebook is one program, or one for each `reset`; a cell that is marked `@main` is one of its own.
package struct ProgramPlan: Sendable {
  /// Which of the notebook's programs it is, from 1.
  package private(set) var number = 1
  /// The pieces that make the program, in order: all that run, and the `no-run` cells that fit in.
  package var pieces: [ParsedPiece] = []
  /// How many of the first pieces only give the others their context; they run in another program
  /// too.
  var contextCount = 0
  /// The cells that are tried on their own, each after the pieces before it.
  package var trials: [Trial] = []
  /// Whether it is only compiled.
  package private(set) var isOnlyCompiled = false
  /// Whether a cell that fails among the others is tried without them.
  package private(set) var triesCellsAlone = false
  /// The ways in which its comments promise, where they are not the usual.
  private(set) var results: Set<CheckRules.ResultForm>?
  /// The cells that are only shown.
  var ignored: [Int] = []

  /// A cell that is tried on its own, so that what becomes of it does not touch the rest.
  package struct Trial: Sendable {
    package enum Expectation: Sendable {
      /// It must not compile.
      case compileError
      /// It must trap.
      case crash
      /// It must compile; it is tried apart because it holds what only a file's level may hold.
      case compiles
      /// The modules that it imports must declare what it lists.
      case interface
      /// What stands alone of it must compile.
      case parts

      /// What is expected of a cell that is no part of a program; `nil` where that is nothing.
      init?(_ exemption: Cell.Exemption?) {
        switch exemption {
        case .signatures: self = .interface
        case .placeholder: self = .parts
        default: return nil
        }
      }
    }

    /// Which of the program's trials it is, from 1.
    package var number: Int
    package var expectation: Expectation
    package var cell: Cell
    package var parsed: ParsedPiece
    /// How many of the program's pieces come before it.
    package var prefix: Int
  }

  /// All its pieces.
  package var ids: [Int] { pieces.map(\.id) + trials.map(\.cell.id) + ignored }

  /// Whether there is a program to run, besides what is tried.
  package var hasProgram: Bool { pieces.count > contextCount }

  /// Whether there is anything to compile.
  package var needsCompiler: Bool { hasProgram || !trials.isEmpty }

  private var isEmpty: Bool { !needsCompiler && ignored.isEmpty }

  /// The programs of a notebook, each of which begins with the notebook's context.
  /// - Parameter isIsolated: whether each cell is a program of its own, whatever the notebook says.
  package static func plans(
    of notebook: ParsedNotebook,
    isIsolated: Bool = false
  ) -> [ProgramPlan] {
    let start = ProgramPlan(pieces: notebook.context, contextCount: notebook.context.count)
    let plans =
      isIsolated || notebook.notebook.frontMatter.isIsolated
      ? isolatedPlans(of: notebook.pieces, from: start) : plans(of: notebook.pieces, from: start)
    return plans.map { $0.following(notebook.notebook.rules) }
  }

  /// One program, or one for each `reset`; and beside them those of cells that stand apart.
  private static func plans(of pieces: [ParsedPiece], from start: ProgramPlan) -> [ProgramPlan] {
    var plans = [start]
    var apart: [ProgramPlan] = []
    var groups: [String: Int] = [:]
    for parsed in pieces {
      if case .cell(let cell) = parsed.piece, cell.isIsolated || cell.group != nil {
        let number = cell.isIsolated ? nil : cell.group.flatMap { groups[$0] }
        if number == nil { apart.append(start) }
        let place = number ?? apart.count - 1
        apart[place].add(parsed)
        if let group = cell.group, !cell.isIsolated { groups[group] = place }
        continue
      }
      if case .cell(let cell) = parsed.piece, cell.startsProgram { plans.append(start) }
      plans[plans.count - 1].add(parsed)
    }
    return numbered((plans + apart).flatMap(\.partingEntries))
  }

  /// Each cell a program of its own. Hidden cells give all later ones
  /// their context, up to a `reset`; values in the text belong to the cell before them.
  private static func isolatedPlans(
    of pieces: [ParsedPiece],
    from start: ProgramPlan
  ) -> [ProgramPlan] {
    var plans: [ProgramPlan] = []
    var context = start
    var isContextUsed = true
    var isBehindCell = false
    for parsed in pieces {
      guard case .cell(let cell) = parsed.piece else {
        if !isBehindCell { plans.append(context.asContext) }
        plans[plans.count - 1].add(parsed)
        isBehindCell = true
        continue
      }
      if cell.startsProgram {
        if !isContextUsed { plans.append(context) }
        context = start
        isContextUsed = true
      }
      if cell.isHidden {
        context.add(parsed)
        isContextUsed = false
      } else {
        plans.append(context.asContext)
        plans[plans.count - 1].add(parsed)
        isContextUsed = isContextUsed || plans[plans.count - 1].hasProgram && context.trials.isEmpty
      }
      isBehindCell = !cell.isHidden && plans[plans.count - 1].hasProgram
    }
    if !isContextUsed { plans.append(context) }
    return numbered(plans)
  }

  private static func numbered(_ plans: [ProgramPlan]) -> [ProgramPlan] {
    plans.filter { !$0.isEmpty }.enumerated().map { index, plan in
      var plan = plan
      plan.number = index + 1
      return plan
    }
  }

  /// The plan as the rules for its notebook have it.
  private func following(_ rules: CheckRules) -> ProgramPlan {
    var plan = self
    plan.triesCellsAlone = rules.triesCellsAlone
    plan.results = rules.results
    switch rules.running {
    case .all: break
    case .promised: plan.isOnlyCompiled = !pieces.contains(where: \.promisesSomething)
    case .none: plan.isOnlyCompiled = true
    }
    return plan
  }

  /// The cells of its program, each with what is the context of all.
  package var cellsAlone: [(id: Int, pieces: [ParsedPiece])] {
    pieces.dropFirst(contextCount).compactMap { piece in
      guard case .cell = piece.piece else { return nil }
      return (piece.id, pieces.prefix(contextCount) + [piece])
    }
  }

  /// These pieces as the context of others.
  private var asContext: ProgramPlan {
    ProgramPlan(pieces: pieces, contextCount: pieces.count)
  }

  private mutating func add(_ parsed: ParsedPiece) {
    guard case .cell(let cell) = parsed.piece else {
      pieces.append(parsed)
      return
    }
    let expectation: Trial.Expectation
    switch cell.mode {
    case .ignore:
      guard let part = Trial.Expectation(cell.exemption) else {
        ignored.append(cell.id)
        return
      }
      expectation = part
    case .run:
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
        number: trials.count + 1,
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
