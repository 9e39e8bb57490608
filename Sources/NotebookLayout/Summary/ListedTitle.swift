import NotebookSyntax

/// A title where lists of a course show it: its code, its emphasis and its formulas stay, and all else is words.
public struct ListedTitle: Sendable, Hashable, Codable {
  /// Texts, code, formulas, and what stands in emphasis.
  public var text: [Inline]
  /// The TeX by which its notebook defines what the formulas use; empty where there are none.
  public var definitions: [String]

  /// - Parameters:
  ///   - text: texts, code, formulas, and what stands in emphasis.
  ///   - definitions: the TeX by which its notebook defines what the formulas use.
  public init(_ text: [Inline], definitions: [String] = []) {
    self.text = text
    self.definitions = definitions
  }

  /// - Parameters:
  ///   - place: where it stands in the notebook; `nil` for its head.
  ///   - definitions: all that the notebook defines.
  init(_ title: [Inline], at place: Int?, in context: TextContext, _ definitions: TeXDefinitions?) {
    text = Self.text(title, in: context)
    self.definitions = text.holdsFormulas ? definitions?.before(place) ?? [] : []
  }

  private static func text(_ title: [Inline], in context: TextContext) -> [Inline] {
    var text: [Inline] = []
    for inline in context.withoutLinks(title) {
      switch inline {
      case .code: text.append(inline)
      case .emphasis(let inner): text.append(.emphasis(self.text(inner, in: context)))
      case .strong(let inner): text.append(.strong(self.text(inner, in: context)))
      case .strikethrough(let inner): text.append(.strikethrough(self.text(inner, in: context)))
      // Nobody who lists a title runs its notebook.
      case .formula(let formula) where !formula.hasValues:
        text.append(.formula(Formula(tex: formula.tex.text)))
      default: text.append(text: context.plainText([inline]))
      }
    }
    return text
  }

  /// What a formula of it says where it cannot be set.
  package func words(of formula: Formula) -> String {
    FormulaText.text(of: formula.tex.text, TeXMacroTable(definitions: definitions))
  }
}
