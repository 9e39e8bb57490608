import NotebookSyntax
import Typesetting

/// The TeX by which a notebook defines macros, so that its formulas can be set on another page.
struct TeXDefinitions: Sendable {
  private var macros: [String]
  private var formulas: [(start: Int, tex: String)] = []

  init(_ notebook: Notebook, _ context: BodyContext) {
    macros = notebook.frontMatter.macros.map { macro in
      FormulaMacro(
        macro.name,
        macro.body,
        argumentCount: macro.argumentCount,
        defaultArgument: macro.defaultArgument
      ).definition
    }
    let text = String(decoding: notebook.source.bytes, as: UTF8.self)
    guard notebook.hasFormulas, FormulaRequest(text).mayDefine else { return }
    for formula in FormulaSurvey.blocks(of: notebook, context) {
      guard let start = formula.tex.start, FormulaRequest(formula.tex.text).mayDefine else {
        continue
      }
      formulas.append((start, formula.tex.text))
    }
  }

  /// All that holds at a place of the notebook; `nil` for its head.
  func before(_ place: Int?) -> [String] {
    macros + formulas.lazy.filter { $0.start < place ?? 0 }.map(\.tex)
  }
}
