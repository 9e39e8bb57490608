/// What `\ref` gives for a label that no formula defines.
public struct FormulaReference: Hashable, Sendable, Codable {
  /// What is printed, such as `3`; it may hold TeX between dollars.
  public var text: String
  /// Where the link leads, such as `#eq-softmax`.
  public var address: String

  /// - Parameters:
  ///   - text: what is printed.
  ///   - address: where the link leads.
  public init(text: String, address: String) {
    self.text = text
    self.address = address
  }
}
