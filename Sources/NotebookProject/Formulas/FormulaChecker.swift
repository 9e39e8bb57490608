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
  /// - Parameter early: what was found of it while its cells were compiled.
  func report(on run: RunDocument, after early: FormulaDocument.Verdicts? = nil) -> FormulaReport {
    let notebook = run.parsed.notebook
    let all = notebook.formulas
    guard isWanted(notebook, all) else { return FormulaReport() }
    return measured(.promises) {
      let stated = stated(by: notebook, all, run.transcript ?? .init())
      return report(on: notebook, all, stated, early)
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
    _ early: FormulaDocument.Verdicts?
  ) -> FormulaReport {
    // What has a value that is not known has an error of its own, which says why.
    let known = stated.filter(\.tex.isComplete)
    var writer = FormulaReportWriter(notebook, tellsTeX: tellsTeX)
    for formula in stated where !formula.tex.isComplete { writer.leave(formula) }
    for part in parts(of: known, in: notebook) {
      do {
        let found = part.isFree ? early : nil
        writer.add(try found ?? verdicts(on: part.formulas, of: notebook, all), part.formulas)
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
        return free.flatMap { try? verdicts(on: $0.formulas, of: parsed.notebook, all) }
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
  /// values.
  private func parts(of stated: [StatedFormula], in notebook: Notebook) -> [Part] {
    let declaring = Set(notebook.symbols.compactMap { SymbolLine($0.text).equation })
    let valued = stated.filter(\.formula.hasValues)
    if valued.contains(where: { declaring.contains($0.claim.label) }) {
      return [Part(isFree: false, formulas: stated)]
    }
    let free = Part(isFree: true, formulas: stated.filter { !$0.formula.hasValues })
    return valued.isEmpty ? [free] : [free, Part(isFree: false, formulas: valued)]
  }

  private func verdicts(
    on stated: [StatedFormula],
    of notebook: Notebook,
    _ all: [Formula]
  ) throws -> FormulaDocument.Verdicts {
    let document = FormulaDocument(
      symbols: notebook.symbols.map { SymbolLine($0.text) },
      claims: stated.map(\.claim),
      equations: labelled(all, besides: stated)
    )
    let definitions = all.map(\.tex.text).filter { FormulaRequest($0).mayDefine }
    return try verdicts(of: document, definitions, notebook.frontMatter.macros)
  }

  /// The equations by which letters may be declared, besides those that are checked.
  private func labelled(_ all: [Formula], besides known: [StatedFormula]) -> [String: String] {
    let own = Set(known.map(\.claim.label))
    return all.reduce(into: [:]) { equations, formula in
      guard let name = formula.label?.name, !own.contains(name), !formula.hasValues else { return }
      equations[name] = formula.tex.text
    }
  }

  // MARK: - Verdicts

  private func verdicts(
    of document: FormulaDocument,
    _ definitions: [String],
    _ macros: [FrontMatter.Macro]
  ) throws -> FormulaDocument.Verdicts {
    let macros = macros.map(FormulaMacro.init)
    return try memo(document, definitions, macros).result {
      let requests = definitions + document.pieces.map(\.tex)
      let page = FormulaPage(
        idPrefix: "",
        macros: macros,
        requests: requests.map { FormulaRequest($0, isDisplay: true) }
      )
      let trees = try typesetter.trees(of: page).dropFirst(definitions.count)
      return document.verdicts(
        of: trees.map { read in
          if let tree = read.tree { return .success(tree) }
          let problem = read.problems.first
          return .failure(
            FormulaDocument.Unread(
              message: problem?.message ?? "it cannot be read",
              offset: problem?.offset ?? 0
            )
          )
        }
      )
    }
  }

  private func memo(_ document: FormulaDocument, _ definitions: [String], _ macros: [FormulaMacro])
    -> Memo<FormulaDocument.Verdicts>
  {
    let count = document.claims.count
    let text = (ResultCoding<FormulaDocument>.json.encode(document))
    @Sendable func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
      var parts = KeyParts(kind: kind)
      if let engine { parts.add(.formulaReader, engine) }
      parts.add(.formulaMacros, texts: macros.map(\.definition))
      parts.add(.formulaDefinitions, texts: definitions)
      parts.add(.formulaClaims, bytes: text ?? [])
      return parts
    }
    return Memo(
      .formulaVerdicts,
      in: text == nil ? nil : store,
      .json.only { $0.claims.count == count },
      parts: { parts(.formulaVerdicts, typesetter.readerIdentity) },
      withoutTools: { parts(ResultKind.formulaVerdicts.withoutTools) }
    )
  }
}
