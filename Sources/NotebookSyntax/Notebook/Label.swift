import Documents

/// The name of something that the text can refer to.
public struct Label: Sendable, Hashable, Codable {
  /// What a label can name, told by its prefix.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case equation = "eq"
    case figure = "fig"
    case table = "tbl"
    case listing = "lst"
    case section = "sec"
    case theorem = "thm"
    case definition = "def"
    case lemma = "lem"
    case proposition = "prp"
    case corollary = "cor"
    case example = "exm"
    case remark = "rem"
    case exercise = "exr"
  }

  /// What the label names.
  public var kind: Kind
  /// The whole name, with the prefix: `eq-softmax`.
  public var name: String
  /// Where the name stands in the source.
  public var range: SourceRange
}
