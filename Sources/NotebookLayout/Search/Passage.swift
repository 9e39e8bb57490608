/// A part of a page that a search can lead to, with its words.
package struct Passage: Sendable, Hashable {
  /// What a passage is.
  package enum Kind: String, Sendable {
    /// What stands before the first heading. Its name is the page's title.
    case beginning
    case section
    /// A definition, a theorem or its like.
    case statement
    case footnote
  }

  package var kind: Kind
  /// The name by which a link finds it; empty for the page itself.
  package var anchor: String
  /// Its heading, or the name and number of a statement; empty where it has none.
  package var name: String
  /// What else it is found by besides its name: the TeX of the formulas in that.
  package var tex: String
  /// Its words. Each formula is its TeX between ``formulaStart`` and ``formulaEnd``.
  package var text: String

  /// - Parameters:
  ///   - kind: what it is.
  ///   - anchor: the name by which a link finds it.
  ///   - name: its heading, or the name and number of a statement.
  ///   - tex: the TeX of the formulas in that.
  ///   - text: its words.
  package init(
    kind: Kind,
    anchor: String,
    name: String = "",
    tex: String = "",
    text: String = ""
  ) {
    self.kind = kind
    self.anchor = anchor
    self.name = name
    self.tex = tex
    self.text = text
  }

  /// Stands before a formula's TeX.
  package static let formulaStart = "\u{2}"
  /// Stands behind it.
  package static let formulaEnd = "\u{3}"
}
