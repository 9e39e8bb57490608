/// The elements of a lazy sequence, a stride and the like, which Swift itself would write as the
/// machinery that makes them.
enum SequenceElements {
  private static let most = 1000

  /// What a sequence without a form of its own shows: its elements, of more than 1,000 the first 3.
  ///
  /// - Returns: `nil` where the value is no such sequence, or can be gone through only once.
  static func shown(_ value: Any) -> String? {
    guard isWritten(by: value), !(value is any CustomStringConvertible) else { return nil }
    guard value is any LazySequenceProtocol || isOfSwift(value) else { return nil }
    return text(of: value)
  }

  /// The elements as a promise may write them.
  ///
  /// - Parameter isAskedFor: whether a comment promises the value. Only then is an author's own sequence
  ///   gone through.
  static func promised(_ value: Any, isAskedFor: Bool) -> String? {
    guard isWritten(by: value), isAskedFor || isOfSwift(value) else { return nil }
    return text(of: value)
  }

  /// Whether a value is written by its elements at all.
  private static func isWritten(by value: Any) -> Bool {
    value is any Sequence && !(value is any ShownList) && !(value is any ShownDictionary)
      && !(value is any StringProtocol) && !(value is any Displayable)
      && type(of: value) is any AnyObject.Type == false
  }

  private static func isOfSwift(_ value: Any) -> Bool {
    let name = String(reflecting: type(of: value))
    return name.hasPrefix("Swift.") && !name.hasPrefix("Swift.Any")
  }

  private static func text(of value: Any) -> String? {
    (value as? any Sequence).flatMap { elements(of: $0) }
  }

  private static func elements<S: Sequence>(of sequence: S) -> String? {
    // What is its own iterator may be used up by looking at it; of these the copy of an unfolding is
    // unfolded anew.
    let isUnfolding = String(reflecting: S.self).hasPrefix("Swift.UnfoldSequence<")
    guard isUnfolding || S.Iterator.self != S.self else { return nil }
    var elements: [Any] = []
    for element in sequence.prefix(most + 1) { elements.append(element) }
    guard elements.count > most else { return ValueText.of(elements) }
    return String(ValueText.of(Array(elements.prefix(3))).dropLast()) + ", ...]"
  }
}
