/// What sort of result it is that is kept: a program, a transcript, a formula, …
///
/// The room that makes a sort of result names it, and raises the version whenever it would make
/// another result of the same parts.
public struct ResultKind: Hashable, Sendable, Codable {
  /// The word for one such result, as it stands in messages: `transcript`.
  public let name: String
  /// The version of what makes and reads such results.
  public let version: Int

  /// - Parameters:
  ///   - name: the word for one such result.
  ///   - version: the version of what makes and reads such results.
  public init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }
}
