/// A difference between what determines a result and what determined an earlier one.
public struct PartChange: Hashable, Sendable {
  /// What became of a part.
  public enum Kind: Hashable, Sendable {
    case changed, added, removed

    /// The end of a sentence that begins with the part.
    public var predicate: String {
      switch self {
      case .changed: "changed"
      case .added: "is used now"
      case .removed: "is used no more"
      }
    }
  }

  /// The part's name; `PartName.kind` or `.version` where the sort of the result is another.
  public let name: PartName
  /// What became of it.
  public let kind: Kind
  /// Which of the parts of that name it is, from 0: of the new ones, or, if it is gone, of the earlier.
  public let place: Int

  /// - Parameters:
  ///   - name: the part's name.
  ///   - kind: what became of it.
  ///   - place: which of the parts of that name it is.
  public init(name: PartName, kind: Kind, place: Int) {
    self.name = name
    self.kind = kind
    self.place = place
  }
}
