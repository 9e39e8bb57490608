import Documents
import FormulaChecks
import NotebookChecks
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import NotebookTranscript
import ResultStore
import Timing
import Typesetting

/// Holds the formulas of documents against numbers:
///
/// 1. `StatedFormula` finds those that are said to hold, or are to be tried, with their values put in.
/// 2. MathJax reads their TeX, and what their letters mean.
/// 3. `FormulaDocument` evaluates them. Its verdicts are kept, so that a document whose formulas are as
///    they were costs nothing.
///
/// Formulas that hold no values need not wait for these: they are held while the cells are compiled.
struct FormulaChecker: Sendable {
  /// Reads TeX.
  let typesetter: Typesetter
  /// Where verdicts are kept; `nil` for nowhere.
  let store: StoreUse?
  /// Whether what is wrong with the TeX is told here, as nobody sets the formulas.
  let tellsTeX: Bool

  /// What comes of a document.
  /// - Parameters:
  ///   - early: what was found of it while its cells were compiled.
  ///   - swift: what its letters that mean Swift came to; `nil` where there are none.
  func report(
    on run: RunDocument,
    after early: FormulaDocument.Verdicts? = nil,
    with swift: SwiftValues? = nil
  ) -> FormulaReport {
    let notebook = run.parsed.notebook
    let all = notebook.formulas
    guard isWanted(notebook, all) else { return FormulaReport() }
    return measured(.promises) {
      let stated = stated(by: notebook, all, run.transcript ?? .init())
      return report(on: notebook, all, stated, early, swift)
    }
  }

  private func isWanted(_ notebook: Notebook, _ all: [Formula]) -> Bool {
    notebook.frontMatter.triesFormulas || all.contains { $0.claim != nil }
  }

  private func stated(by notebook: Notebook, _ all: [Formula], _ transcript: Transcript)
    -> [StatedFormula]
  {
    let context = TextContext(LaidOutNotebook(notebook, transcript, countsEquations: false))
    return StatedFormula.all(of: notebook, all, in: context)
  }

  private func report(
    on notebook: Notebook,
    _ all: [Formula],
    _ stated: [StatedFormula],
    _ early: FormulaDocument.Verdicts?,
    _ swift: SwiftValues?
  ) -> FormulaReport {
    // What has a value that is not known has an error of its own, which says why.
    let known = stated.filter(\.tex.isComplete)
    var writer = FormulaReportWriter(notebook, tellsTeX: tellsTeX)
    for formula in stated where !formula.tex.isComplete { writer.leave(formula) }
    if let swift, swift.isMissing {
      writer.leave(known, telling: swift.diagnostics)
      return writer.report
    }
    for part in parts(of: known, in: notebook) {
      do {
        let found = part.isFree ? early : nil
        let answers = swift?.answers ?? []
        writer.add(
          try found ?? verdicts(on: part.formulas, answers, of: notebook, all),
          part.formulas
        )
      } catch {
        writer.add(fault: "\(error)", part.formulas)
      }
    }
    return writer.report
  }

  // MARK: - Beside the compiler

  /// Finds the verdicts that do not depend on what the cells give.
  func preparation(for parsed: ParsedDocument) -> Preparation<FormulaDocument.Verdicts> {
    Preparation { [self] in
      let all = parsed.notebook.formulas
      guard isWanted(parsed.notebook, all) else { return nil }
      return measured(.promises) {
        let stated = stated(by: parsed.notebook, all, Transcript())
        let free = parts(of: stated, in: parsed.notebook).first { $0.isFree }
        // What goes wrong is told afterwards.
        return free.flatMap { try? verdicts(on: $0.formulas, [], of: parsed.notebook, all) }
      }
    }
  }

  /// Formulas that are held together.
  private struct Part {
    /// Whether they are the same whatever the cells give.
    var isFree: Bool
    var formulas: [StatedFormula]
  }

  /// The formulas without values, and those with some. They are one where a letter is declared by an equation with
  /// values, or by code.
  private func parts(of stated: [StatedFormula], in notebook: Notebook) -> [Part] {
    let declaring = Set(notebook.symbols.compactMap { SymbolLine($0.text).equation })
    let valued = stated.filter(\.formula.hasValues)
    let waits = valued.contains { declaring.contains($0.claim.label) }
    if waits || notebook.symbols.contains(where: \.meansSwift) {
      return [Part(isFree: false, formulas: stated)]
    }
    let free = Part(isFree: true, formulas: stated.filter { !$0.formula.hasValues })
    return valued.isEmpty ? [free] : [free, Part(isFree: false, formulas: valued)]
  }

  private func verdicts(
    on stated: [StatedFormula],
    _ answers: [FormulaDocument.Answered],
    of notebook: Notebook,
    _ all: [Formula]
  ) throws -> FormulaDocument.Verdicts {
    let document = document(of: stated, answers, in: notebook, all)
    let count = stated.count
    return try kept(
      .formulaVerdicts,
      of: document,
      in: notebook,
      all,
      .json.only { $0.claims.count == count }
    ) {
      document.verdicts(of: $0)
    }
  }

  // MARK: - Letters that mean Swift

  /// What is asked of a document's code, without any answers; `nil` where no formula is to hold.
  func asked(in notebook: Notebook, _ transcript: Transcript) -> FormulaDocument? {
    let all = notebook.formulas
    guard isWanted(notebook, all) else { return nil }
    let known = stated(by: notebook, all, transcript).filter(\.tex.isComplete)
    return document(of: known, [], in: notebook, all)
  }

  /// What must be known of code before a document's formulas can be held against numbers.
  func question(about document: FormulaDocument, in notebook: Notebook) throws -> SwiftQuestion {
    try kept(.formulaQuestions, of: document, in: notebook, notebook.formulas, .json) {
      document.swiftQuestion(about: $0)
    }
  }

  private func document(
    of stated: [StatedFormula],
    _ answers: [FormulaDocument.Answered],
    in notebook: Notebook,
    _ all: [Formula]
  ) -> FormulaDocument {
    var document = FormulaDocument(
      symbols: notebook.symbols.map { SymbolLine($0.text) },
      claims: stated.map(\.claim),
      equations: labelled(all, besides: stated)
    )
    document.answers = answers
    return document
  }

  /// The equations by which letters may be declared, besides those that are checked.
  private func labelled(_ all: [Formula], besides known: [StatedFormula]) -> [String: String] {
    let own = Set(known.map(\.claim.label))
    return all.reduce(into: [:]) { equations, formula in
      guard let name = formula.label?.name, !own.contains(name), !formula.hasValues else { return }
      equations[name] = formula.tex.text
    }
  }
}
