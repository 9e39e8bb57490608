import Documents

/// A test may make up kinds as it needs them.
extension Diagnostic.Kind: ExpressibleByStringLiteral {
  /// A kind by its short name.
  public init(stringLiteral name: String) { self.init(rawValue: name) }
}
