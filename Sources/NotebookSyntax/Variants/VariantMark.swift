import Documents

/// `only=teacher`, on a fence, a heading or the first line of a theorem or callout, or `<!-- only teacher -->`:
/// what it marks is left out of all other variants of the notebook.
public struct VariantMark: Sendable, Hashable {
  /// The variant's name.
  public var variant: String
  /// Where the name stands.
  public var range: SourceRange
}
