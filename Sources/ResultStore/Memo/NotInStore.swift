/// A result that the store does not hold and that may not be made, as results are frozen.
public struct NotInStore: Error, Hashable, Sendable {
  /// What sort of result it is.
  public let kind: ResultKind
  /// Why it would have to be made.
  public let reason: Making.Reason

  /// - Parameters:
  ///   - kind: what sort of result it is.
  ///   - reason: why it would have to be made.
  public init(kind: ResultKind, reason: Making.Reason) {
    self.kind = kind
    self.reason = reason
  }
}
