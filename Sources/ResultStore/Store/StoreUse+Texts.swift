import Foundation

extension StoreUse {
  /// A value with long texts, which are kept as they are beside it: to write and read them as JSON would
  /// take most of the time.
  public struct Texts<Value: Sendable>: Sendable {
    /// The value without its texts.
    public var value: Value
    /// Its texts.
    public var texts: [String]

    /// - Parameters:
    ///   - value: the value without its texts.
    ///   - texts: its texts.
    public init(_ value: Value, texts: [String]) {
      self.value = value
      self.texts = texts
    }
  }

  /// The value with texts that is kept for a key; `nil` where there is none, or none may be used.
  public func texts<Value: Decodable>(for key: StoreKey) -> Texts<Value>? {
    guard let bytes = bytes(for: key) else { return nil }
    var reader = ByteReader(bytes)
    guard let size = reader.takeNumber(), let json = reader.take(size),
      let value = try? JSONDecoder().decode(Value.self, from: Data(json))
    else { return nil }
    var texts: [String] = []
    while !reader.isAtEnd {
      guard let text = reader.takeText() else { return nil }
      texts.append(text)
    }
    return Texts(value, texts: texts)
  }

  /// Keeps a value with texts.
  public func keep<Value: Encodable>(_ value: Texts<Value>, for key: StoreKey) {
    guard let data = try? JSONEncoder().encode(value.value) else { return }
    var bytes: [UInt8] = []
    bytes.append(sized: Array(data))
    for text in value.texts { bytes.append(sized: Array(text.utf8)) }
    keep(bytes: bytes, for: key)
  }
}
