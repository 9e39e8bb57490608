struct KeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let codingPath: [any CodingKey]
  private let depth: Int
  private let names: [String]
  private let values: [String: BinaryReader]

  init(_ decoder: BinaryDecoder) throws {
    codingPath = decoder.codingPath
    depth = decoder.depth
    var reader = decoder.reader
    var names: [String] = []
    var values: [String: BinaryReader] = [:]
    for _ in 0..<(try reader.open(.map)) {
      let name = try reader.text()
      names.append(name)
      values[name] = try reader.value()
    }
    self.names = names
    self.values = values
  }

  var allKeys: [Key] { names.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

  private func inner(_ key: any CodingKey) throws -> BinaryDecoder {
    guard let value = values[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key,
        .init(codingPath: codingPath, debugDescription: "there is no '\(key.stringValue)'")
      )
    }
    return BinaryDecoder(value.at(codingPath + [key]), depth: depth + 1)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try inner(key).isNone }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try inner(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try inner(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try inner(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try inner(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try inner(key).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try inner(key).integer(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try inner(key).integer(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try inner(key).integer(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try inner(key).integer(type) }
  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 {
    try inner(key).integer(type)
  }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try inner(key).integer(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try inner(key).integer(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try inner(key).integer(type)
  }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try inner(key).integer(type)
  }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try inner(key).integer(type)
  }
  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 {
    try inner(key).integer(type)
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try inner(key).value(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try inner(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try inner(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try inner(SuperKey()) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
}

struct UnkeyedDecoding: UnkeyedDecodingContainer {
  let codingPath: [any CodingKey]
  private let depth: Int
  private let elements: Elements
  private let size: Int
  private(set) var currentIndex = 0
  private var reader: BinaryReader

  private enum Elements {
    case listed
    case packed(PackedKind, ArraySlice<UInt8>)
  }

  init(_ decoder: BinaryDecoder) throws {
    codingPath = decoder.codingPath
    depth = decoder.depth
    var reader = decoder.reader
    if try reader.peek() == .packed {
      let (kind, content) = try reader.packed()
      elements = .packed(kind, content)
      size = content.count / kind.size
    } else {
      size = try reader.open(.list)
      elements = .listed
    }
    self.reader = reader
  }

  var count: Int? { size }
  var isAtEnd: Bool { currentIndex >= size }

  /// The next element, which stays the next one until `currentIndex` grows.
  private func next() throws -> (decoder: BinaryDecoder, rest: BinaryReader) {
    let path = codingPath + [ElementKey(currentIndex)]
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self,
        .init(codingPath: path, debugDescription: "the list has only \(size) elements")
      )
    }
    var rest = reader
    let value =
      switch elements {
      case .listed: try rest.value()
      case .packed(let kind, let content):
        BinaryReader(PackedArray.element(currentIndex, of: content, kind))
      }
    return (BinaryDecoder(value.at(path), depth: depth + 1), rest)
  }

  private mutating func take<Value>(_ decode: (BinaryDecoder) throws -> Value) throws -> Value {
    let (decoder, rest) = try next()
    let value = try decode(decoder)
    reader = rest
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard try next().decoder.isNone else { return false }
    return try take { _ in true }
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try take { try $0.decode(type) } }
  mutating func decode(_ type: String.Type) throws -> String { try take { try $0.decode(type) } }
  mutating func decode(_ type: Double.Type) throws -> Double { try take { try $0.decode(type) } }
  mutating func decode(_ type: Float.Type) throws -> Float { try take { try $0.decode(type) } }
  mutating func decode(_ type: Int.Type) throws -> Int { try take { try $0.integer(type) } }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try take { try $0.integer(type) } }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try take { try $0.integer(type) } }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try take { try $0.integer(type) } }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try take { try $0.integer(type) } }
  mutating func decode(_ type: Int128.Type) throws -> Int128 { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try take { try $0.integer(type) } }
  mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try take { try $0.integer(type) } }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try take { try $0.value(type) }
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try take { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try take { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try take { $0 } }
}

struct SingleValueDecoding: SingleValueDecodingContainer {
  let decoder: BinaryDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.isNone }

  func decode(_ type: Bool.Type) throws -> Bool { try decoder.decode(type) }
  func decode(_ type: String.Type) throws -> String { try decoder.decode(type) }
  func decode(_ type: Double.Type) throws -> Double { try decoder.decode(type) }
  func decode(_ type: Float.Type) throws -> Float { try decoder.decode(type) }
  func decode(_ type: Int.Type) throws -> Int { try decoder.integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(type) }
  func decode(_ type: Int128.Type) throws -> Int128 { try decoder.integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(type) }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try decoder.integer(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try decoder.held.value(type)
  }
}
