/// Takes encoded values from the front of bytes that may be anything.
struct BinaryReader {
  private(set) var codingPath: [any CodingKey] = []
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The same bytes for a value that stands elsewhere.
  func at(_ codingPath: [any CodingKey]) -> BinaryReader {
    var reader = self
    reader.codingPath = codingPath
    return reader
  }

  func peek() throws -> BinaryTag {
    guard let byte = rest.first, let tag = BinaryTag(rawValue: byte) else {
      throw damage(rest.isEmpty ? "the bytes end too early" : "no value begins like this")
    }
    return tag
  }

  mutating func tag() throws -> BinaryTag {
    let tag = try peek()
    rest = rest.dropFirst()
    return tag
  }

  /// A number in base 128.
  mutating func number() throws -> UInt128 {
    var number: UInt128 = 0
    var shift = 0
    while let byte = rest.popFirst() {
      let digit = UInt128(byte & 0x7F)
      guard shift < 128, (digit << UInt128(shift)) >> UInt128(shift) == digit else { break }
      number |= digit << UInt128(shift)
      if byte < 0x80 { return number }
      shift += 7
    }
    throw damage("a number is cut off or too large")
  }

  /// A number of things that each take some of the bytes that are left.
  mutating func count(of size: Int = 1) throws -> Int {
    let number = try number()
    guard let count = Int(exactly: number), count <= rest.count / size else {
      throw damage("there are fewer bytes than announced")
    }
    return count
  }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw damage("there are fewer bytes than announced") }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func bits<Bits: FixedWidthInteger>() throws -> Bits {
    try take(Bits.bitWidth / 8).reversed().reduce(0) { $0 << 8 | Bits(truncatingIfNeeded: $1) }
  }

  /// A text without its tag.
  mutating func text() throws -> String {
    let count = try count()
    guard let text = String(validating: try take(count), as: UTF8.self) else {
      throw damage("a text is not UTF-8")
    }
    return text
  }

  mutating func packed() throws -> (PackedKind, ArraySlice<UInt8>) {
    guard try tag() == .packed, let kind = PackedKind(rawValue: try take(1).first ?? .max) else {
      throw damage("no list of numbers begins like this")
    }
    let count = try count(of: kind.size)
    return (kind, try take(count * kind.size))
  }

  /// Goes into a list or a map.
  /// - Returns: the number of its elements.
  mutating func open(_ tag: BinaryTag) throws -> Int {
    guard try self.tag() == tag else {
      throw mismatch(tag == .map ? [String: Any].self : [Any].self)
    }
    let size = try count()
    rest = try take(size)
    return try count()
  }

  /// One whole value, by a reader of its own.
  mutating func value() throws -> BinaryReader {
    let start = rest.startIndex
    let all = rest
    var tag = try tag()
    while tag == .some { tag = try self.tag() }
    switch tag {
    case .none, .some, .no, .yes: break
    case .natural, .negative: _ = try number()
    case .float: _ = try take(4)
    case .double: _ = try take(8)
    case .text, .list, .map:
      let size = try count()
      _ = try take(size)
    case .packed:
      rest = all[(rest.startIndex - 1)...]
      _ = try packed()
    }
    return BinaryReader(all[start..<rest.startIndex]).at(codingPath)
  }

  func damage(_ reason: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
  }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "another type was encoded"))
  }
}
