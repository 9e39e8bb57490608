import Documents
import FormulaChecks
import NotebookChecks
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import ResultStore
import Timing
import Typesetting

/// Holds the formulas of documents against numbers:
///
/// 1. `StatedFormula` finds those that are said to hold, or are to be tried, with their values put in.
/// 2. MathJax reads their TeX, and what their letters mean.
/// 3. `FormulaDocument` evaluates them. Its verdicts are kept, so that a document whose formulas are as
///    they were costs nothing.
struct FormulaChecker: Sendable {
  /// Reads TeX.
  let typesetter: Typesetter
  /// Where verdicts are kept; `nil` for nowhere.
  let store: StoreUse?
  /// Whether what is wrong with the TeX is told here, as nobody sets the formulas.
  let tellsTeX: Bool

  /// What comes of a document.
  func report(on run: RunDocument) -> FormulaReport {
    let notebook = run.parsed.notebook
    let all = notebook.formulas
    let isWanted = notebook.frontMatter.triesFormulas || all.contains { $0.claim != nil }
    guard isWanted else { return FormulaReport() }
    return measured(.promises) {
      let context = TextContext(
        LaidOutNotebook(notebook, run.transcript ?? .init(), countsEquations: false)
      )
      let stated = StatedFormula.all(of: notebook, all, in: context)
      return report(on: notebook, all, stated)
    }
  }

  private func report(on notebook: Notebook, _ all: [Formula], _ stated: [StatedFormula])
    -> FormulaReport
  {
    // What has a value that is not known has an error of its own, which says why.
    let known = stated.filter(\.tex.isComplete)
    let document = FormulaDocument(
      symbols: notebook.symbols.map { SymbolLine($0.text) },
      claims: known.map(\.claim),
      equations: labelled(all, besides: known)
    )
    var writer = FormulaReportWriter(notebook, tellsTeX: tellsTeX)
    for formula in stated where !formula.tex.isComplete { writer.leave(formula) }
    do {
      let definitions = all.map(\.tex.text).filter { FormulaRequest($0).mayDefine }
      writer.add(try verdicts(of: document, definitions, notebook.frontMatter.macros), known)
    } catch {
      writer.add(fault: "\(error)", known)
    }
    return writer.report
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
