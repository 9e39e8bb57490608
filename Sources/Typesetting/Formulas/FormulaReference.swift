/// What `\ref` gives for a label that no formula defines.
public struct FormulaReference: Hashable, Sendable, Codable {
  /// What is printed, such as `3`; it may hold TeX between dollars.
  public var text: String
  /// What is printed behind it, and behind its parentheses, such as ` of Softmax`; `nil` for nothing.
  public var page: String?
  /// Where the link leads, such as `#eq-softmax`.
  public var address: String

  /// - Parameters:
  ///   - text: what is printed.
  ///   - page: what is printed behind it.
  ///   - address: where the link leads.
  public init(text: String, page: String? = nil, address: String) {
    self.text = text
    self.page = page
    self.address = address
  }
}
