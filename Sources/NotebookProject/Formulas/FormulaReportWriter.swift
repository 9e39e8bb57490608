import Documents
import FormulaChecks
import NotebookChecks
import NotebookSyntax

/// Puts verdicts into words at the document's places.
struct FormulaReportWriter {
  private let notebook: Notebook
  private let tellsTeX: Bool
  private(set) var report = FormulaReport()
  /// What is wrong with symbols, which are those of all formulas.
  private var told: Set<FormulaProblem> = []

  init(_ notebook: Notebook, tellsTeX: Bool) {
    self.notebook = notebook
    self.tellsTeX = tellsTeX
  }

  /// The formula as a promise.
  private func promise(_ stated: StatedFormula) -> Promise {
    let range = stated.formula.claim?.range ?? stated.formula.range
    let words = stated.claim.words.isEmpty ? "" : stated.claim.words
    return Promise(kind: .holds, range: range, text: "holds" + words)
  }

  /// Notes a formula of which nothing can be known.
  mutating func leave(_ stated: StatedFormula) {
    guard !stated.claim.isTried else { return }
    report.promises.append(promise(stated))
    report.unchecked.insert(promise(stated))
  }

  /// Notes formulas of which nothing can be known for reasons that have their own words.
  mutating func leave(_ stated: [StatedFormula], telling diagnostics: [Diagnostic]) {
    for formula in stated { leave(formula) }
    report.diagnostics += diagnostics
  }

  /// Tells why nothing is known of any of them.
  mutating func add(fault: String, _ stated: [StatedFormula]) {
    for formula in stated { leave(formula) }
    guard let first = stated.first else { return }
    tell(
      .error,
      .formulaNotChecked,
      "formulas cannot be held against numbers: \(fault)",
      nil,
      first.place(of: nil)
    )
  }

  /// Adds what came of a document's formulas.
  mutating func add(_ verdicts: FormulaDocument.Verdicts, _ stated: [StatedFormula]) {
    for problem in verdicts.symbolProblems where told.insert(problem).inserted {
      tell(problem, nil)
    }
    for (verdict, formula) in zip(verdicts.claims, stated) {
      switch verdict {
      case .holds: report.promises.append(promise(formula))
      case .fails(let problem): fail(problem, formula)
      case .unknown(let problems): leave(formula, problems)
      }
    }
  }

  private mutating func fail(_ problem: FormulaProblem, _ stated: StatedFormula) {
    let promise = promise(stated)
    report.promises.append(promise)
    report.findings.append(
      Finding(
        promise: promise,
        diagnostic: Diagnostic(
          .error,
          .formulaFails,
          problem.message,
          help: problem.help,
          in: notebook.source,
          at: stated.place(of: problem.place)
        )
      )
    )
  }

  private mutating func leave(_ stated: StatedFormula, _ problems: [FormulaProblem]) {
    leave(stated)
    for problem in problems {
      if stated.claim.isTried {
        let place = stated.place(of: problem.place)
        tell(
          .note,
          .formulaNotTried,
          "this formula is not tried: \(problem.message)",
          problem.help,
          place
        )
      } else {
        tell(problem, stated)
      }
    }
  }

  private mutating func tell(_ problem: FormulaProblem, _ stated: StatedFormula?) {
    switch problem.subject {
    case .formula:
      guard let stated else { return }
      if problem.isOfTeX, !tellsTeX { return }
      tell(
        .error,
        .formulaNotChecked,
        problem.message,
        problem.help,
        stated.place(of: problem.place)
      )
    case .words:
      guard let words = stated?.formula.claim?.words else { return }
      let place = problem.place.map { part in
        min(
          words.lowerBound + part.lowerBound,
          words.upperBound
        )..<min(words.lowerBound + part.upperBound, words.upperBound)
      }
      tell(.error, .formulaNotChecked, problem.message, problem.help, place ?? words)
    case .symbols(let line):
      guard notebook.symbols.indices.contains(line) else { return }
      let symbol = notebook.symbols[line]
      report.diagnostics.append(
        Diagnostic(
          .error,
          .wrongSymbol,
          problem.message,
          help: problem.help,
          in: notebook.source(of: symbol),
          at: symbol.place(of: problem.place)
        )
      )
    }
  }

  private mutating func tell(
    _ severity: Diagnostic.Severity,
    _ kind: Diagnostic.Kind,
    _ message: String,
    _ help: String?,
    _ range: SourceRange
  ) {
    report.diagnostics.append(
      Diagnostic(severity, kind, message, help: help, in: notebook.source, at: range)
    )
  }
}
