/// The name of something that the text can refer to.
public struct Label: Sendable, Hashable {
  /// What a label can name, told by its prefix.
  public enum Kind: String, Sendable, CaseIterable {
    case equation = "eq"
    case figure = "fig"
    case table = "tbl"
    case listing = "lst"
    case section = "sec"
  }

  /// What the label names.
  public var kind: Kind
  /// The whole name, with the prefix: `eq-softmax`.
  public var name: String
  /// Where the name stands in the source.
  public var range: SourceRange
}

/// `@eq-softmax` in the text.
public struct Reference: Sendable, Hashable {
  /// What the label that is meant names, by its prefix.
  public var kind: Label.Kind
  /// The label's whole name, with the prefix.
  public var name: String
  /// Where the reference stands in the source, with its `@`.
  public var range: SourceRange
}
