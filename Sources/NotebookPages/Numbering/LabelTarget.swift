import NotebookSyntax

/// What a label names, as a reference to it needs to know it.
public struct LabelTarget: Sendable, Hashable, Codable {
  /// Where a link to it leads, such as `#eq-softmax` or `softmax.html#eq-softmax`; `nil` where the page
  /// does not show it.
  public var address: String?
  /// Its number; `nil` for a section where sections are not numbered.
  public var number: String?
  /// The heading of a section without number; empty for everything else.
  public var title: [Inline]

  /// - Parameters:
  ///   - address: where a link to it leads.
  ///   - number: its number.
  ///   - title: the heading of a section without number.
  public init(address: String?, number: String?, title: [Inline] = []) {
    self.address = address
    self.number = number
    self.title = title
  }
}
