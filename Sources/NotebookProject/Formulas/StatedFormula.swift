import Documents
import FormulaChecks
import NotebookLayout
import NotebookSyntax

/// A formula that is said to hold, or is to be tried.
struct StatedFormula: Sendable {
  let formula: Formula
  /// Its TeX, with its values.
  let tex: ComposedTeX
  let claim: FormulaClaim

  /// Those of a document.
  static func all(of notebook: Notebook, _ formulas: [Formula], in context: TextContext)
    -> [StatedFormula]
  {
    formulas.compactMap { formula in
      guard formula.style == .display else { return nil }
      guard formula.claim != nil || notebook.frontMatter.triesFormulas else { return nil }
      return StatedFormula(formula, context.tex(of: formula), in: notebook.source)
    }
  }

  private init(_ formula: Formula, _ tex: ComposedTeX, in source: SourceText) {
    self.formula = formula
    self.tex = tex
    let words = formula.claim.map { source[$0.words] } ?? ""
    claim = FormulaClaim(
      tex: tex.text,
      label: formula.label?.name ?? "",
      words: words,
      isTried: formula.claim == nil,
      rounded: tex.valueRanges
    )
  }

  /// Where a part of its TeX stands in the document.
  func place(of part: Range<Int>?) -> SourceRange {
    guard let part, !part.isEmpty else { return whole }
    let start = place(of: part.lowerBound)
    let end = place(of: part.upperBound - 1)
    return start.lowerBound..<max(end.upperBound, start.upperBound)
  }

  private func place(of offset: Int) -> SourceRange {
    switch tex.origin(of: min(offset, max(tex.text.utf8.count - 1, 0))) {
    case .typed(let snippet, let offset):
      let origin = snippet.origin(of: offset)
      return origin..<origin + 1
    case .value(let range, _, _), .text(let range): return range
    case .page: return whole
    }
  }

  /// All of its TeX.
  private var whole: SourceRange {
    let start = formula.tex.origin(of: 0)
    let end = formula.tex.origin(of: max(formula.tex.text.utf8.count - 1, 0)) + 1
    return start..<max(end, start + 1)
  }
}
