/// Whose Markdown is written. Readers of Markdown agree on most of it, but not on these.
package enum MarkdownDialect: Sendable {
  /// GitHub's, whose page sets formulas by a MathJax without macros, and has callouts and footnotes.
  case github
  /// Jupyter's, whose cells set formulas by MathJax.
  case jupyter

  /// Whether it has notes of its own that begin with `[!NOTE]`.
  var hasCallouts: Bool { self == .github }

  /// Whether it has footnotes of its own.
  var hasFootnotes: Bool { self == .github }
}
