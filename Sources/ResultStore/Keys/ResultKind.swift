/// What sort of result it is that is kept: a program, a transcript, a formula, …
///
/// The room that makes a sort of result names it, and raises the version whenever it would make
/// another result of the same parts.
public struct ResultKind: Sendable {
  /// The word for one such result, as it stands in messages: `transcript`.
  public let name: String
  /// The version of what makes and reads such results.
  public let version: Int
  /// The names of all parts that determine such results, where it is told why they are made.
  public let parts: [PartName]

  /// - Parameters:
  ///   - name: the word for one such result.
  ///   - version: the version of what makes and reads such results.
  ///   - parts: the names of all parts that determine them, where it is told why they are made.
  public init(_ name: String, version: Int, parts: [PartName] = []) {
    self.name = name
    self.version = version
    self.parts = parts
  }

  /// The same sort of result, whatever tools made it last.
  public var withoutTools: ResultKind { ResultKind("frozen \(name)", version: version) }

  /// The name of a part of such results, as it stands in a key.
  func part(_ text: String) -> PartName {
    parts.lazy.compactMap { $0.read(text) }.first ?? PartName(undeclared: text)
  }
}

extension ResultKind: Hashable {
  /// By name and version, which are all that a key knows of it.
  public static func == (one: ResultKind, other: ResultKind) -> Bool {
    (one.name, one.version) == (other.name, other.version)
  }

  /// Hashes name and version.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(version)
  }
}

extension ResultKind: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, version
  }

  /// Reads name and version.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .name),
      version: try container.decode(Int.self, forKey: .version)
    )
  }

  /// Writes name and version.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(version, forKey: .version)
  }
}
