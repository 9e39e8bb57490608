extension ResultStore {
  private static let kind = ResultKind("list of parts", version: 1)

  /// Remembers what a subject's result was last made from, so that a later run can tell what has
  /// changed since.
  /// - Parameters:
  ///   - parts: what determines the result.
  ///   - subject: the result's name for the user, which does not depend on its parts: a notebook's
  ///     path and what was made of it.
  public func remember(_ parts: KeyParts, for subject: String) {
    // A run in which nothing has changed writes nothing.
    guard !isReadOnly, lastParts(for: subject) != parts else { return }
    write(parts.encoded, for: Self.key(of: subject))
  }

  /// What a subject's result was last made from, if that is known.
  public func lastParts(for subject: String) -> KeyParts? {
    read(Self.key(of: subject)).flatMap { KeyParts(encoded: $0) }
  }

  private static func key(of subject: String) -> StoreKey {
    var parts = KeyParts(kind: kind)
    parts.add("subject", subject)
    return parts.key
  }
}
