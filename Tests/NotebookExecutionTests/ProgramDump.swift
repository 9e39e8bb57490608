import Documents
import NotebookPrograms
import NotebookSyntax

/// The Swift of all programs of a notebook, as the compiler first gets it: those that run, and what is
/// tried beside them; of a program that can be a library's file that form, too. Cells that are not
/// Swift are left out, as they always are.
struct ProgramDump {
  private(set) var text = ""
  private let source: SourceText

  init(_ notebook: Notebook) {
    source = notebook.source
    for plan in ProgramPlan.plans(of: ParsedNotebook(notebook)) {
      if plan.hasProgram { add(ProgramTask(plan), plan.pieces) }
      for trial in plan.trials {
        add(ProgramTask(trial, of: plan), plan.pieces.prefix(trial.prefix), trying: trial.parsed)
      }
    }
  }

  private mutating func add(
    _ task: ProgramTask,
    _ pieces: some Sequence<ParsedPiece>,
    trying trial: ParsedPiece? = nil
  ) {
    var sifting = Sifting(Array(pieces), in: source)
    sifting.failBroken()
    guard let trial else {
      add(sifting.program(), as: task.name)
      let library = sifting.program(many: 0)
      if library.form == .library { add(library, as: "\(task.name), as a library") }
      return
    }
    add(sifting.program(trying: trial), as: "\(task.name): \(task.role)")
  }

  private mutating func add(_ program: ProgramSource, as heading: String) {
    text += "=== \(heading) ===\n" + program.text
  }
}
