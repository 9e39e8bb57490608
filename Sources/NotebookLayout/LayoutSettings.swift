import Bibliography
import NotebookSyntax

/// What a notebook is laid out with, besides what it says itself.
package struct LayoutSettings: Sendable {
  /// What it may cite.
  package var bibliography: Bibliography
  /// What a label names that the notebook does not have: something on another page.
  package var labelElsewhere: @Sendable (_ name: String) -> LabelTarget?
  /// The words of a link that has none of its own, by its address; `nil` where nobody knows any.
  package var linkWords: @Sendable (_ address: String) -> [Inline]?
  /// What knows how formulas are numbered; `nil` where nobody can be asked: each display formula with a
  /// label has one number then.
  package var tex: (any TeXProcessor)?
  /// The chapter with whose number all others begin; `nil` where the page stands for itself.
  package var chapter: Int?
  /// Whether definitions and theorems without a label can be led to, too.
  package var namesStatements: Bool

  /// - Parameters:
  ///   - bibliography: what the notebook may cite.
  ///   - tex: what knows how formulas are numbered.
  ///   - chapter: the chapter with whose number all others begin.
  ///   - namesStatements: whether definitions and theorems without a label can be led to, too.
  ///   - labelElsewhere: what a label of another page names.
  ///   - linkWords: the words of a link that has none of its own, by its address.
  package init(
    bibliography: Bibliography = Bibliography([]),
    tex: (any TeXProcessor)? = nil,
    chapter: Int? = nil,
    namesStatements: Bool = false,
    labelElsewhere: @escaping @Sendable (_ name: String) -> LabelTarget? = { _ in nil },
    linkWords: @escaping @Sendable (_ address: String) -> [Inline]? = { _ in nil }
  ) {
    self.bibliography = bibliography
    self.tex = tex
    self.chapter = chapter
    self.namesStatements = namesStatements
    self.labelElsewhere = labelElsewhere
    self.linkWords = linkWords
  }

  /// What stands before each number: `3.` in the third chapter.
  package var numberPrefix: String { chapter.map { "\($0)." } ?? "" }
}
