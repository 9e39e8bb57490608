import NotebookLayout
import NotebookSyntax
import Typesetting

/// What MathJax says to whoever lays a notebook out.
package struct TypesetterTeX: TeXProcessor {
  private let typesetter: Typesetter?
  private let isWaiting: Bool

  /// - Parameters:
  ///   - typesetter: sets formulas; `nil` where nobody can be asked for numbers.
  ///   - isWaiting: whether the engine may be started to know about numbers, if what is kept is not enough.
  package init(_ typesetter: Typesetter?, isWaiting: Bool = true) {
    self.typesetter = typesetter
    self.isWaiting = isWaiting
  }

  package func tags(of formulas: [ShownFormula], macros: [FrontMatter.Macro]) throws
    -> [FormulaTags]?
  {
    guard let typesetter else { return formulas.map { _ in FormulaTags() } }
    let page = FormulaPage(
      idPrefix: "",
      macros: macros.map(FormulaMacro.init),
      requests: formulas.map { FormulaRequest($0.tex.text, isDisplay: $0.style == .display) }
    )
    return try typesetter.tags(of: page, isWaiting: isWaiting)?.map(FormulaTags.init)
  }

  package func mayDefine(_ tex: String) -> Bool { FormulaRequest(tex).mayDefine }

  package func definition(of macro: FrontMatter.Macro) -> String { FormulaMacro(macro).definition }
}

extension FormulaTags {
  fileprivate init(_ tags: EquationTags) {
    self.init(
      tags: tags.tags.map { tag in
        Tag(label: tag.label) { tag.text(startingAt: $0, after: $1) }
      },
      count: tags.count,
      unnumbered: tags.unnumbered
    )
  }
}

extension FormulaMacro {
  /// A macro of the front matter.
  package init(_ macro: FrontMatter.Macro) {
    self.init(
      macro.name,
      macro.body,
      argumentCount: macro.argumentCount,
      defaultArgument: macro.defaultArgument
    )
  }
}
