import Documents

/// What the text says about other parts of the notebook: `@eq-softmax`, `[@eq-a; @eq-b]`, or LaTeX's
/// `\\eqref{eq-softmax}`.
public struct Reference: Sendable, Hashable, Codable {
  /// How the reference reads on the page.
  public enum Form: Sendable, Hashable, Codable {
    /// `Equation 2`
    case wordAndNumber
    /// `2`, as `-@eq-softmax` and LaTeX's `\\ref` give.
    case number
    /// `(2)`, as LaTeX's `\\eqref` gives.
    case parenthesizedNumber
  }

  /// One thing that is referred to.
  public struct Target: Sendable, Hashable, Codable {
    /// The label's whole name, with its prefix.
    public var name: String
    /// Where the name stands in the source, with its `@`.
    public var range: SourceRange
  }

  /// What is referred to; several where the text groups them, as in `[@eq-a; @eq-b]`.
  public var targets: [Target]
  /// How the reference reads.
  public var form: Form
  /// The author's own words in place of the kind's, as in `[Eqs. @eq-a; @eq-b]`.
  public var prefix: [Inline]?
  /// The whole reference.
  public var range: SourceRange
}

/// What the text says about the literature: `@bridle1990`, or `[see @bridle1990, p. 3; @gao2017]`.
public struct Citation: Sendable, Hashable, Codable {
  /// One work that is cited.
  public struct Item: Sendable, Hashable, Codable {
    /// The entry's key in the bibliography.
    public var key: String
    /// Where the key stands in the source, with its `@`.
    public var range: SourceRange
    /// What stands before the authors, such as `see`; empty for nothing.
    public var prefix: [Inline]
    /// What stands behind the year, such as `p. 3`, without the comma before it; empty for nothing.
    public var suffix: [Inline]
    /// Whether only the year is wanted, as in `[-@bridle1990]`.
    public var omitsAuthors: Bool
  }

  /// The works, in the author's order; at least one.
  public var items: [Item]
  /// Whether the authors are part of the sentence, as in `@bridle1990` or `@bridle1990 [p. 3]`, so
  /// that parentheses stand around the year alone.
  public var isNarrative: Bool
  /// The whole citation.
  public var range: SourceRange
}
