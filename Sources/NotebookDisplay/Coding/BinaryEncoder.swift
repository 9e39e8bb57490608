/// Values as compact bytes, the same for equal values in every process.
///
/// The bytes say of what sort each value is, so that a ``BinaryDecoder`` refuses those that were made
/// of another type or are damaged. ``BinaryTag`` defines them.
package final class BinaryEncoder: Encoder {
  package let codingPath: [any CodingKey]
  package var userInfo: [CodingUserInfoKey: Any] { [:] }
  let depth: Int
  private var content = Content.nothing

  private enum Content {
    case nothing
    case bytes([UInt8])
    case list(ListBuilder)
    case map(MapBuilder)
  }

  /// Deeper nesting is refused, because it would use up the stack.
  static let deepest = 500

  init(_ codingPath: [any CodingKey] = [], depth: Int = 0) {
    self.codingPath = codingPath
    self.depth = depth
  }

  /// The bytes of a value.
  ///
  /// - Throws: what its `encode(to:)` throws, and an `EncodingError` where it is nested too deeply.
  package static func encode(_ value: some Encodable) throws -> [UInt8] {
    try bytes(of: value, [], depth: 0)
  }

  private static func bytes<Value: Encodable>(
    of value: Value,
    _ codingPath: [any CodingKey],
    depth: Int
  ) throws -> [UInt8] {
    if let bytes = PackedArray.bytes(of: value) { return bytes }
    if Value.self == String.self, let text = value as? String {
      var bytes: [UInt8] = []
      bytes.append(value: text)
      return bytes
    }
    guard depth <= deepest else {
      throw EncodingError.invalidValue(
        value,
        .init(codingPath: codingPath, debugDescription: "more than \(deepest) levels are nested")
      )
    }
    let encoder = BinaryEncoder(codingPath, depth: depth)
    if let collection = value as? any SeededOrder {
      try collection.encodeInOrder(to: encoder)
    } else {
      try value.encode(to: encoder)
    }
    return encoder.bytes
  }

  /// The bytes of a value inside this one.
  func bytes(of value: some Encodable, _ key: (any CodingKey)? = nil) throws -> [UInt8] {
    try Self.bytes(of: value, key.map { codingPath + [$0] } ?? codingPath, depth: depth + 1)
  }

  /// An encoder for a value inside this one.
  func inner(_ key: any CodingKey) -> BinaryEncoder {
    BinaryEncoder(codingPath + [key], depth: depth + 1)
  }

  /// What was encoded. A value that encodes nothing is as one without fields.
  var bytes: [UInt8] {
    switch content {
    case .nothing: MapBuilder().bytes
    case .bytes(let bytes): bytes
    case .list(let list): list.bytes
    case .map(let map): map.bytes
    }
  }

  func set(_ bytes: [UInt8]) { content = .bytes(bytes) }

  /// The list that this value is; several containers of one encoder share it.
  func list() -> ListBuilder {
    if case .list(let list) = content { return list }
    let list = ListBuilder()
    content = .list(list)
    return list
  }

  func map() -> MapBuilder {
    if case .map(let map) = content { return map }
    let map = MapBuilder()
    content = .map(map)
    return map
  }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedEncoding(encoder: self, map: map()))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    UnkeyedEncoding(encoder: self, list: list())
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleValueEncoding(encoder: self)
  }
}
