/// Something that the notebook language adds to Markdown inside running text.
///
/// cmark-gfm would tear these apart (`$a_i$ and $b_i$` has an emphasis in it, `$a|b$` a table cell's
/// border), so they are found first and hidden from it; see ``MaskedText``.
struct Extra {
  enum Kind {
    case formula(FormulaDelimiters)
    /// `` `{swift} expr` ``
    case value
    /// `@eq-softmax`
    case reference
    /// `{#eq-softmax}`
    case label
    /// A character that ``MaskedText`` uses itself, written by the author.
    case literal
  }

  var kind: Kind
  /// The whole extra with its delimiters.
  var range: SourceRange
  /// What stands between the delimiters.
  var content: Snippet
}

/// How a formula is written.
enum FormulaDelimiters {
  /// `$…$`
  case dollar
  /// `` $`…`$ ``
  case dollarBacktick
  /// `\(…\)`
  case parentheses
  /// `$$…$$`
  case doubleDollar
  /// `\[…\]`
  case brackets
  /// `\begin{…}…\end{…}` without any others; the environment is part of the TeX.
  case environment

  var style: Formula.Style {
    switch self {
    case .dollar, .dollarBacktick, .parentheses: .inline
    case .doubleDollar, .brackets, .environment: .display
    }
  }
}
