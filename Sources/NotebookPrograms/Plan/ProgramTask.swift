import Documents
import NotebookSyntax

/// What is done with pieces of a plan, in one go: they are run, or one of them is tried after the
/// others.
package struct ProgramTask: Sendable {
  /// What is done, such as `program` or `crash`.
  package let role: String
  /// In order; what is tried comes last.
  package let pieces: [ParsedPiece]
  /// What the task is called, whatever is in its pieces.
  package let name: String
  /// The cell that is tried; `nil` where the program is run.
  package let trial: Cell?
  /// The program's number in the notebook.
  package let number: Int
  /// Whether an equal program in another folder may come to something else.
  package let belongsToFolder: Bool

  /// The plan's program.
  package init(_ plan: ProgramPlan) {
    role =
      (plan.isOnlyCompiled ? "compiled program" : "program")
      + (plan.triesCellsAlone ? " of cells that may stand alone" : "") + plan.reading
    pieces = plan.pieces
    name = "program \(plan.number)"
    trial = nil
    number = plan.number
    belongsToFolder = pieces.belongToFolder
  }

  /// A trial of the plan.
  package init(_ trial: ProgramPlan.Trial, of plan: ProgramPlan) {
    role = "\(trial.expectation)" + plan.reading
    pieces = plan.pieces.prefix(trial.prefix) + [trial.parsed]
    name = "program \(plan.number), trial \(trial.number)"
    self.trial = trial.cell
    number = plan.number
    belongsToFolder = pieces.belongToFolder
  }
}

extension ProgramPlan {
  /// How its comments are read, where that is not as usual.
  fileprivate var reading: String {
    results.map { ", results as " + $0.map(\.rawValue).sorted().joined(separator: " ") } ?? ""
  }

  /// All that is done with its pieces.
  package func tasks(in source: SourceText) -> [ProgramTask] {
    (hasProgram ? [ProgramTask(self)] : [])
      + trials.map { ProgramTask($0, of: self) }
  }

  /// What is read before it has a value. It is told with lines of today, so it is no part of what is
  /// kept.
  package func earlyReads(in source: SourceText) -> [Diagnostic] {
    EarlyReads.findings(about: pieces.filter { !$0.isBroken }, in: source)
  }
}
