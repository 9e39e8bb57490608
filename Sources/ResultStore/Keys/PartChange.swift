/// A difference between what determines a result and what determined an earlier one.
public struct PartChange: Hashable, Sendable {
  /// What became of a part.
  public enum Kind: Hashable, Sendable {
    case changed, added, removed
  }

  /// The part's name; `kind` or `version` where the sort of the result is another.
  public let name: String
  /// What became of it.
  public let kind: Kind
  /// Which of the parts of that name it is, from 0: of the new ones, or, if it is gone, of the earlier.
  public let place: Int
}
