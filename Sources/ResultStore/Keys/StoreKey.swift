/// The name under which a result is kept: a digest of all that determines it.
///
/// A key is made from ``KeyParts``. It knows the kind of its result, so that a result of one kind
/// is never taken for one of another.
public struct StoreKey: Hashable, Sendable {
  /// What sort of result it names.
  public let kind: ResultKind
  /// The SHA-256 as 64 lower-case hexadecimal digits.
  public let hex: String

  let fingerprint: Fingerprint

  /// - Parameter hex: 64 lower-case hexadecimal digits.
  public init?(kind: ResultKind, hex: String) {
    guard let fingerprint = Fingerprint(hex: hex) else { return nil }
    self.init(kind: kind, fingerprint: fingerprint)
  }

  init(kind: ResultKind, fingerprint: Fingerprint) {
    self.kind = kind
    self.fingerprint = fingerprint
    hex = fingerprint.hex
  }
}

extension StoreKey: CustomStringConvertible {
  /// The kind's name and the first digits, enough to tell keys apart in a message.
  public var description: String { "\(kind.name) \(hex.prefix(12))" }
}

extension StoreKey: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, hex
  }

  /// Reads a key, and refuses digits that are none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try container.decode(ResultKind.self, forKey: .kind),
      fingerprint: try container.decode(Fingerprint.self, forKey: .hex)
    )
  }

  /// Writes the kind and the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(fingerprint, forKey: .hex)
  }
}
