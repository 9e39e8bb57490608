import Documents

/// Something that the notebook language adds to Markdown inside running text.
///
/// cmark-gfm would tear these apart (`$a_i$ and $b_i$` has an emphasis in it, `$a|b$` a table cell's
/// border), so they are found first and hidden from it; see ``MaskedText``.
struct Extra {
  enum Kind {
    case formula(FormulaDelimiters)
    /// `` `{swift} expr` ``
    case value
    /// `@eq-softmax`, `-@eq-softmax`, or `@bridle1990` where there is a bibliography
    case mention(Mention)
    /// `\ref{eq-softmax}`, `\eqref{eq-softmax}`
    case reference(Reference.Form)
    /// `{#eq-softmax}`, or `{#fig-a width=50%}`; where nothing but attributes stands in the braces,
    /// the content is empty.
    case label
    /// A character that ``MaskedText`` uses itself, written by the author.
    case literal
    /// `\"`, or another sign that its author has escaped; the content is the sign.
    case escape
  }

  var kind: Kind
  /// The whole extra with its delimiters.
  var range: SourceRange
  /// What stands between the delimiters.
  var content: Snippet
  /// For a value, what is written behind it as `=value`, without `=` and backticks.
  var written: SourceRange?
  /// For a label, what else stands in its braces.
  var attributes: [Attribute] = []
  /// For a label, the word `holds` in its braces and what stands behind that.
  var claim: Formula.Claim?

  /// `.class`, `key=value` or `-` in the braces of a label.
  struct Attribute {
    /// The key, or the whole word where there is none.
    var name: String
    var value: String?
    var range: SourceRange
  }
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

/// What stands behind an `@`, and the brackets that may belong to it.
struct Mention {
  /// The brackets that a mention has to do with, by the author's text alone: cmark-gfm may find that
  /// they are a link's.
  enum Brackets {
    case none
    /// The closest pair around it.
    case around(SourceRange)
    /// A pair that follows at once, as in `@bridle1990 [p. 3]`.
    case behind(SourceRange)
  }

  /// Whether it is a label's name, and not the key of a work.
  var isLabel: Bool
  /// Whether a `-` stands before it: only the number, or only the year, is wanted.
  var isShort: Bool
  /// The brackets that may belong to it.
  var brackets = Brackets.none
}
