import Documents
import FormulaChecks
import NotebookExecution
import NotebookSyntax
import NotebookTranscript

/// Letters that mean Swift: `\sigma(z)_i: {swift} softmax(z)[i]`. Once the cells have run, the notebook is run again with
/// a cell that asks for the values which the formulas need; that run is kept as others are.
extension FormulaChecker {
  /// What letters that mean Swift came to.
  struct SwiftValues: Sendable {
    var answers: [FormulaDocument.Answered] = []
    /// What is wrong with their code.
    var diagnostics: [Diagnostic] = []
    /// Whether nothing can be known of the formulas.
    var isMissing = false
  }

  /// How often one value may depend on another.
  private static let rounds = 4

  /// Asks a document's code for what its formulas need of it; `nil` where no letter means code.
  /// - Parameters:
  ///   - project: the project file that it is under.
  ///   - runner: runs the notebook.
  func swiftValues(
    for run: RunDocument,
    under project: ProjectFile?,
    by runner: NotebookRunner
  ) async -> SwiftValues? {
    let notebook = run.parsed.notebook
    guard let transcript = run.transcript, notebook.symbols.contains(where: \.meansSwift),
      let asked = asked(in: notebook, transcript)
    else { return nil }
    // What is wrong already is told, and the same code would go wrong again.
    guard !transcript.hasErrors else { return SwiftValues(isMissing: true) }
    var values = SwiftValues()
    var document = asked
    for _ in 0..<Self.rounds {
      guard let question = try? question(about: document, in: notebook), !question.calls.isEmpty
      else { break }
      let cell = SwiftQuestionCell(question, of: notebook)
      let longer = NotebookParser.parse(
        cell.source,
        defaults: project?.defaults,
        isLabelledElsewhere: { _ in true }
      )
      let transcript = await runner.run(longer, access: ProgramAccess(under: project))
      do throws(SwiftQuestionCell.Fault) {
        document.answers += try cell.answers(in: transcript, of: longer)
      } catch {
        values.isMissing = true
        values.diagnostics.append(diagnostic(error, in: notebook))
        break
      }
    }
    values.answers = document.answers
    return values
  }

  private func diagnostic(_ fault: SwiftQuestionCell.Fault, in notebook: Notebook) -> Diagnostic {
    let line = fault.symbol?.line ?? notebook.symbols.firstIndex { $0.meansSwift } ?? 0
    let symbol = notebook.symbols[line]
    let place = fault.symbol.map { $0.offset..<$0.offset + $0.code.utf8.count }
    return Diagnostic(
      .error,
      .wrongSymbol,
      "this Swift cannot be asked for values: \(fault.message)",
      help:
        "its letters are constants here: a vector is a Vector, or [Double], and an index counts from 0",
      in: notebook.source(of: symbol),
      at: symbol.place(of: place)
    )
  }
}

extension SymbolText {
  /// Whether it says that a letter means Swift.
  var meansSwift: Bool { SymbolLine(text).isSwift }
}
