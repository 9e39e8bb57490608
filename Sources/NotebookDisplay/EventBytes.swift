/// The fields of a frame, put one after the other.
struct FrameBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append<Integer: FixedWidthInteger & UnsignedInteger>(_ value: Integer) {
    var rest = value
    for _ in 0..<(Integer.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest = Integer.bitWidth > 8 ? rest >> 8 : 0
    }
  }

  mutating func append(raw: ArraySlice<UInt8>) { bytes.append(contentsOf: raw) }

  mutating func append(_ text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ bundle: DisplayBundle) {
    append(UInt8(bundle.prefersPlain ? 1 : 0))
    // In the order of the types, so that equal bundles give equal bytes.
    for type in MIMEType.allCases {
      guard let form = bundle[type] else { continue }
      append(type.rawValue)
      append(form)
    }
  }
}

/// The fields of a frame, taken one after the other; each is `nil` where the bytes run out.
struct FrameReader {
  var rest: ArraySlice<UInt8>

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func integer<Integer: FixedWidthInteger & UnsignedInteger>(
    _: Integer.Type
  ) -> Integer? {
    let size = Integer.bitWidth / 8
    guard rest.count >= size else { return nil }
    defer { rest = rest.dropFirst(size) }
    return rest.prefix(size).reversed().reduce(0) { $0 << 8 | Integer($1) }
  }

  mutating func text() -> String? {
    guard let count = integer(UInt32.self), rest.count >= Int(count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return String(decoding: rest.prefix(Int(count)), as: UTF8.self)
  }

  mutating func bundle() -> DisplayBundle? {
    guard let prefersPlain = byte() else { return nil }
    var forms: [MIMEType: String] = [:]
    while !rest.isEmpty {
      guard let name = text(), let form = text() else { return nil }
      // A type that this reader does not know is left out, not refused.
      if let type = MIMEType(rawValue: name) { forms[type] = form }
    }
    return DisplayBundle(plain: forms[.plain] ?? "", forms, prefersPlain: prefersPlain != 0)
  }
}
