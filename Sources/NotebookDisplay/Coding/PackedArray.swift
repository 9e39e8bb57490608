/// The numbers of which an array is encoded as it lies in memory. All machines on which Swift runs
/// today agree on it.
enum PackedKind: UInt8 {
  case int8, int16, int32, int64, int
  case uint8, uint16, uint32, uint64, uint
  case float, double

  /// How many bytes one number takes.
  var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float: 4
    case .int64, .uint64, .int, .uint, .double: 8
    }
  }
}

/// Arrays of numbers, without a container and a call for each element.
enum PackedArray {
  /// The bytes of an array of numbers; `nil` for any other value.
  static func bytes<Value>(of value: Value) -> [UInt8]? {
    pack(value, as: Double.self, .double) ?? pack(value, as: Float.self, .float)
      ?? pack(value, as: UInt8.self, .uint8) ?? packIntegers(value)
  }

  private static func packIntegers<Value>(_ value: Value) -> [UInt8]? {
    pack(value, as: Int.self, .int) ?? pack(value, as: Int32.self, .int32)
      ?? pack(value, as: UInt.self, .uint) ?? pack(value, as: UInt32.self, .uint32)
      ?? pack(value, as: Int64.self, .int64) ?? pack(value, as: UInt64.self, .uint64)
      ?? pack(value, as: Int16.self, .int16) ?? pack(value, as: UInt16.self, .uint16)
      ?? pack(value, as: Int8.self, .int8)
  }

  private static func pack<Value, Number>(
    _ value: Value,
    as number: Number.Type,
    _ kind: PackedKind
  ) -> [UInt8]? {
    guard Value.self == [Number].self, MemoryLayout<Number>.stride == kind.size,
      let array = value as? [Number]
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(array.count * kind.size + 12)
    bytes.append(.packed)
    bytes.append(kind.rawValue)
    bytes.append(compact: array.count)
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The array of numbers at the beginning of encoded bytes; `nil` where another type is asked for or
  /// encoded.
  static func array<Value>(_ type: Value.Type, from reader: BinaryReader) throws -> Value? {
    var reader = reader
    guard try reader.peek() == .packed else { return nil }
    let (kind, content) = try reader.packed()
    switch kind {
    case .int8: return unpack(content, as: Int8.self)
    case .int16: return unpack(content, as: Int16.self)
    case .int32: return unpack(content, as: Int32.self)
    case .int64: return unpack(content, as: Int64.self)
    case .int: return unpack(content, as: Int.self)
    case .uint8: return unpack(content, as: UInt8.self)
    case .uint16: return unpack(content, as: UInt16.self)
    case .uint32: return unpack(content, as: UInt32.self)
    case .uint64: return unpack(content, as: UInt64.self)
    case .uint: return unpack(content, as: UInt.self)
    case .float: return unpack(content, as: Float.self)
    case .double: return unpack(content, as: Double.self)
    }
  }

  private static func unpack<Value, Number>(
    _ content: ArraySlice<UInt8>,
    as number: Number.Type
  ) -> Value? {
    guard Value.self == [Number].self else { return nil }
    let count = content.count / MemoryLayout<Number>.stride
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      content.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      initialized = count
    } as? Value
  }

  /// One number of a packed array, as bytes that a single value would have.
  static func element(_ number: Int, of content: ArraySlice<UInt8>, _ kind: PackedKind) -> [UInt8] {
    let start = content.startIndex + number * kind.size
    let bits = content[start..<start + kind.size].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    var bytes: [UInt8] = []
    switch kind {
    case .int8: bytes.append(value: Int8(truncatingIfNeeded: bits))
    case .int16: bytes.append(value: Int16(truncatingIfNeeded: bits))
    case .int32: bytes.append(value: Int32(truncatingIfNeeded: bits))
    case .int64, .int: bytes.append(value: Int64(truncatingIfNeeded: bits))
    case .uint8, .uint16, .uint32, .uint64, .uint: bytes.append(value: bits)
    case .float: bytes.append(value: Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .double: bytes.append(value: Double(bitPattern: bits))
    }
    return bytes
  }
}
