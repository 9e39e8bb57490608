struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: BinaryEncoder
  let map: MapBuilder

  var codingPath: [any CodingKey] { encoder.codingPath }

  private func set(_ key: Key, _ write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    map.set(key.stringValue, bytes)
  }

  func encodeNil(forKey key: Key) { set(key) { $0.append(.none) } }
  func encode(_ value: Bool, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: String, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Double, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Float, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int8, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int16, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int32, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int64, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: Int128, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt8, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt16, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt32, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt64, forKey key: Key) { set(key) { $0.append(value: value) } }
  func encode(_ value: UInt128, forKey key: Key) { set(key) { $0.append(value: value) } }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    map.set(key.stringValue, try encoder.bytes(of: value, key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    open(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    open(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { open(SuperKey()) }

  func superEncoder(forKey key: Key) -> any Encoder { open(key) }

  private func open(_ key: any CodingKey) -> BinaryEncoder {
    if let encoder = map.open(key.stringValue) { return encoder }
    let inner = encoder.inner(key)
    map.set(key.stringValue, inner)
    return inner
  }
}

struct UnkeyedEncoding: UnkeyedEncodingContainer {
  let encoder: BinaryEncoder
  let list: ListBuilder

  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { list.count }

  func encodeNil() { list.append { $0.append(.none) } }
  func encode(_ value: Bool) { list.append { $0.append(value: value) } }
  func encode(_ value: String) { list.append { $0.append(value: value) } }
  func encode(_ value: Double) { list.append { $0.append(value: value) } }
  func encode(_ value: Float) { list.append { $0.append(value: value) } }
  func encode(_ value: Int) { list.append { $0.append(value: value) } }
  func encode(_ value: Int8) { list.append { $0.append(value: value) } }
  func encode(_ value: Int16) { list.append { $0.append(value: value) } }
  func encode(_ value: Int32) { list.append { $0.append(value: value) } }
  func encode(_ value: Int64) { list.append { $0.append(value: value) } }
  func encode(_ value: Int128) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt8) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt16) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt32) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt64) { list.append { $0.append(value: value) } }
  func encode(_ value: UInt128) { list.append { $0.append(value: value) } }

  func encode(_ value: some Encodable) throws {
    list.append([try encoder.bytes(of: value, ElementKey(count))])
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    open().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { open().unkeyedContainer() }

  func superEncoder() -> any Encoder { open() }

  private func open() -> BinaryEncoder {
    let inner = encoder.inner(ElementKey(count))
    list.append(inner)
    return inner
  }
}

struct SingleValueEncoding: SingleValueEncodingContainer {
  let encoder: BinaryEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }

  private func set(_ write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    encoder.set(bytes)
  }

  func encodeNil() { set { $0.append(.none) } }
  func encode(_ value: Bool) { set { $0.append(value: value) } }
  func encode(_ value: String) { set { $0.append(value: value) } }
  func encode(_ value: Double) { set { $0.append(value: value) } }
  func encode(_ value: Float) { set { $0.append(value: value) } }
  func encode(_ value: Int) { set { $0.append(value: value) } }
  func encode(_ value: Int8) { set { $0.append(value: value) } }
  func encode(_ value: Int16) { set { $0.append(value: value) } }
  func encode(_ value: Int32) { set { $0.append(value: value) } }
  func encode(_ value: Int64) { set { $0.append(value: value) } }
  func encode(_ value: Int128) { set { $0.append(value: value) } }
  func encode(_ value: UInt) { set { $0.append(value: value) } }
  func encode(_ value: UInt8) { set { $0.append(value: value) } }
  func encode(_ value: UInt16) { set { $0.append(value: value) } }
  func encode(_ value: UInt32) { set { $0.append(value: value) } }
  func encode(_ value: UInt64) { set { $0.append(value: value) } }
  func encode(_ value: UInt128) { set { $0.append(value: value) } }

  func encode(_ value: some Encodable) throws {
    let bytes = try encoder.bytes(of: value)
    // An optional that holds `nil` is not `nil`.
    let isOptional =
      bytes.first == BinaryTag.none.rawValue || bytes.first == BinaryTag.some.rawValue
    encoder.set(isOptional ? [BinaryTag.some.rawValue] + bytes : bytes)
  }
}
