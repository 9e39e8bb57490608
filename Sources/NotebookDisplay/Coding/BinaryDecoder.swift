/// Values out of the bytes of a ``BinaryEncoder``.
///
/// Bytes of another type, and bytes that no encoder made, give a `DecodingError`.
package struct BinaryDecoder: Decoder {
  package var codingPath: [any CodingKey] { reader.codingPath }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }
  let reader: BinaryReader
  let depth: Int

  init(_ reader: BinaryReader, depth: Int) {
    self.reader = reader
    self.depth = depth
  }

  /// The value in some bytes, all of which belong to it.
  ///
  /// - Throws: a `DecodingError`, or what the type's `init(from:)` throws.
  package static func decode<Value: Decodable>(
    _ type: Value.Type,
    from bytes: ArraySlice<UInt8>
  ) throws -> Value {
    var rest = BinaryReader(bytes)
    let value = try rest.value()
    guard rest.isAtEnd else { throw rest.damage("bytes are left over") }
    return try BinaryDecoder(value, depth: 0).value(type)
  }

  /// Whether the value is `nil`. Where there is no value at all, asking for it tells so.
  var isNone: Bool { (try? reader.peek()) == BinaryTag.none }

  /// What an optional holds that is not `nil`.
  var held: BinaryDecoder {
    get throws {
      guard try reader.peek() == .some else { return BinaryDecoder(reader, depth: depth + 1) }
      var inner = reader
      _ = try inner.tag()
      return BinaryDecoder(inner, depth: depth + 1)
    }
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let array = try PackedArray.array(type, from: reader) { return array }
    guard depth <= BinaryEncoder.deepest + 1 else {
      throw reader.damage("more than \(BinaryEncoder.deepest) levels are nested")
    }
    return try Value(from: self)
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    var reader = reader
    switch try reader.tag() {
    case .yes: return true
    case .no: return false
    default: throw reader.mismatch(type)
    }
  }

  func decode(_ type: String.Type) throws -> String {
    var reader = reader
    guard try reader.tag() == .text else { throw reader.mismatch(type) }
    return try reader.text()
  }

  func decode(_ type: Double.Type) throws -> Double {
    var reader = reader
    guard try reader.tag() == .double else { throw reader.mismatch(type) }
    return Double(bitPattern: try reader.bits())
  }

  func decode(_ type: Float.Type) throws -> Float {
    var reader = reader
    guard try reader.tag() == .float else { throw reader.mismatch(type) }
    return Float(bitPattern: try reader.bits())
  }

  func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    var reader = reader
    let tag = try reader.tag()
    guard tag == .natural || tag == .negative else { throw reader.mismatch(type) }
    guard let magnitude = Number(exactly: try reader.number()) else { throw reader.mismatch(type) }
    if tag == .natural { return magnitude }
    guard Number.isSigned else { throw reader.mismatch(type) }
    return ~magnitude
  }

  package func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try KeyedDecoding(self))
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try UnkeyedDecoding(self)
  }

  package func singleValueContainer() -> any SingleValueDecodingContainer {
    SingleValueDecoding(decoder: self)
  }
}
