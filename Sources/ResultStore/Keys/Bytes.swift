extension [UInt8] {
  /// Appends a number in eight bytes, the lowest first.
  package mutating func append(number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    for shift in stride(from: 0, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  /// Appends a text's UTF-8 after its length.
  package mutating func append(text: String) {
    append(number: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  /// Appends a digest.
  package mutating func append(_ fingerprint: Fingerprint) { append(contentsOf: fingerprint.bytes) }

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

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  package var isAtEnd: Bool { rest.isEmpty }

  /// Takes some bytes; `nil` where there are not so many.
  package mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// Takes a number of eight bytes.
  package mutating func takeNumber() -> Int? {
    guard let bytes = take(8) else { return nil }
    let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(truncatingIfNeeded: bits)
  }

  /// Takes bytes that follow their number.
  package mutating func takeBytes() -> [UInt8]? {
    guard let count = takeNumber(), let bytes = take(count) else { return nil }
    return Array(bytes)
  }

  /// Takes a text that follows its length.
  package mutating func takeText() -> String? {
    guard let count = takeNumber(), let bytes = take(count) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Takes a digest.
  package mutating func takeFingerprint() -> Fingerprint? {
    take(Fingerprint.byteCount).flatMap { Fingerprint(bytes: $0) }
  }

  /// Takes texts to the end.
  package mutating func takeTexts() -> [String]? {
    var texts: [String] = []
    while !isAtEnd {
      guard let text = takeText() else { return nil }
      texts.append(text)
    }
    return texts
  }
}
