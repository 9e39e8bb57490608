/// What would be done about a result, found out without making it.
public struct Outlook: Hashable, Sendable {
  /// Why it would be made; `nil` where it would be used again.
  public var reason: Making.Reason?
  /// How it was last made; `nil` where it never was, or was forgotten.
  public var last: Making?

  /// - Parameters:
  ///   - reason: why it would be made; `nil` where it would be used again.
  ///   - last: how it was last made.
  public init(reason: Making.Reason?, last: Making? = nil) {
    self.reason = reason
    self.last = last
  }

  /// Whether it would be used again.
  public var isKept: Bool { reason == nil }
}
