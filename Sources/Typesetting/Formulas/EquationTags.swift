/// What a display formula has to do with numbers, as MathJax finds it.
public struct EquationTags: Hashable, Sendable, Codable {
  /// What stands beside a formula or one of its rows.
  public struct Tag: Hashable, Sendable, Codable {
    /// The number that is counted, from 1 within the formula; `nil` for a `\tag`.
    public let number: Int?
    /// What a `\tag` says, or the number with what follows it, such as `1` or `1a`.
    public let text: String
    /// The `\label` that names it.
    public let label: String?

    /// What is printed where the formula's first number is another one.
    /// - Parameter prefix: what stands before each number that is counted.
    public func text(startingAt first: Int, after prefix: String = "") -> String {
      guard let number else { return text }
      return prefix + String(first + number - 1) + text.dropFirst(String(number).count)
    }
  }

  /// In order.
  public let tags: [Tag]
  /// How many numbers it takes.
  public let count: Int
  /// The `\label`s that name nothing that has a tag.
  public let unnumbered: [String]

  /// Neither tags nor labels.
  public static let none = EquationTags(tags: [], count: 0, unnumbered: [])

  /// Whether it has neither tags nor labels.
  public var isEmpty: Bool { tags.isEmpty && unnumbered.isEmpty }
}
