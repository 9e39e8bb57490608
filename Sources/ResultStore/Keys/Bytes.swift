extension [UInt8] {
  /// Appends a number in eight bytes, the lowest first.
  package mutating func append(number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    for shift in stride(from: 0, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  /// Appends bytes after their number, so that none can pass for a neighbour's.
  package mutating func append(sized bytes: [UInt8]) {
    append(number: bytes.count)
    append(contentsOf: bytes)
  }
}

/// Takes values from the front of bytes that may be anything.
package struct ByteReader {
  /// What was not taken yet.
  package private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func takeNumber() -> Int? {
    guard let bytes = take(8) else { return nil }
    let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(truncatingIfNeeded: bits)
  }

  /// Takes bytes that follow their number.
  package mutating func takeBytes() -> [UInt8]? {
    guard let count = takeNumber(), let bytes = take(count) else { return nil }
    return Array(bytes)
  }

  mutating func takeText() -> String? {
    takeBytes().flatMap { String(validating: $0, as: UTF8.self) }
  }
}
