extension Transcript {
  /// A comment with a promise, as the program came to it.
  public struct Mark: Sendable, Codable, Equatable {
    /// The promise, by ``CommentPromise/id``.
    public var promise: Int
    /// What each statement since the promise before printed on standard output, the statement just
    /// before the comment last.
    public var printed: [String]
    /// The value there, as plain text; `nil` where there is none.
    public var value: String?
    /// The other texts by which a promise may write the value.
    public var otherTexts: [String]?

    /// All texts by which a promise may write the value, the plain one first.
    public var texts: [String] { (value.map { [$0] } ?? []) + (otherTexts ?? []) }

    /// - Parameters:
    ///   - promise: the promise.
    ///   - printed: what each statement since the promise before printed.
    ///   - value: the value there, as plain text.
    ///   - otherTexts: the other texts by which a promise may write it.
    public init(
      promise: Int,
      printed: [String],
      value: String? = nil,
      otherTexts: [String]? = nil
    ) {
      self.promise = promise
      self.printed = printed
      self.value = value
      self.otherTexts = otherTexts
    }
  }
}
