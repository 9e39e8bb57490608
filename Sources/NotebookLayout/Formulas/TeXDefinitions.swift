import NotebookSyntax

/// The TeX by which a notebook defines macros, so that its formulas can be set on another page.
struct TeXDefinitions: Sendable {
  private var macros: [String]
  private var formulas: [(start: Int, tex: String)] = []

  /// - Parameter tex: what knows which TeX defines something.
  init(_ layout: LaidOutNotebook, by tex: any TeXProcessor) {
    let notebook = layout.notebook
    macros = notebook.frontMatter.macros.map { tex.definition(of: $0) }
    let text = String(decoding: notebook.source.bytes, as: UTF8.self)
    guard notebook.hasFormulas, tex.mayDefine(text) else { return }
    for formula in FormulaSurvey.blocks(of: layout) {
      guard let start = formula.tex.start, tex.mayDefine(formula.tex.text) else { continue }
      formulas.append((start, formula.tex.text))
    }
  }

  /// All that holds at a place of the notebook; `nil` for its head.
  func before(_ place: Int?) -> [String] {
    macros + formulas.lazy.filter { $0.start < place ?? 0 }.map(\.tex)
  }
}
