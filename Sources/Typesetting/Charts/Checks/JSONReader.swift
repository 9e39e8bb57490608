/// Reads JSON, and says in which line and column it stops being any.
struct JSONReader {
  struct Fault: Error, Equatable {
    let line: Int
    let column: Int
    let message: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The value that the whole text stands for.
  static func value(of text: String) throws(Fault) -> ChartValue {
    var reader = JSONReader(text)
    let value = try reader.value()
    reader.skipSpace()
    if reader.next != nil { throw reader.problem("there is more after the end") }
    return value
  }

  // MARK: - Values

  private mutating func value() throws(Fault) -> ChartValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: return try word()
    }
  }

  private mutating func members() throws(Fault) -> [String: ChartValue] {
    var members: [String: ChartValue] = [:]
    try list(closedBy: "}") { (reader) throws(Fault) in
      let start = reader.position
      guard reader.next == UInt8(ascii: "\"") else {
        throw reader.expected("a name in double quotes")
      }
      let name = try reader.string()
      guard reader.take(":") else { throw reader.expected("a colon after \"\(name)\"") }
      if members.updateValue(try reader.value(), forKey: name) != nil {
        throw reader.problem("\"\(name)\" is there twice", at: start)
      }
    }
    return members
  }

  private mutating func elements() throws(Fault) -> [ChartValue] {
    var elements: [ChartValue] = []
    try list(closedBy: "]") { (reader) throws(Fault) in elements.append(try reader.value()) }
    return elements
  }

  private mutating func list(
    closedBy end: Unicode.Scalar,
    element: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    position += 1
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw problem("the nesting is too deep") }
    if take(end) { return }
    while true {
      skipSpace()
      try element(&self)
      if take(end) { return }
      guard take(",") else { throw expected("a comma or \(end)") }
    }
  }

  private mutating func word() throws(Fault) -> ChartValue {
    let words: [(String, ChartValue)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw expected("a value")
  }

  private mutating func number() throws(Fault) -> ChartValue {
    let start = position
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text) else { throw problem("\(text) is no number", at: start) }
    return .number(number)
  }

  private mutating func string() throws(Fault) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case ..<0x20: throw problem("a text goes beyond its line", at: start)
      default: text.append(byte)
      }
    }
    throw problem("a text has no end", at: start)
  }

  /// What stands after a backslash, as UTF-8.
  private mutating func escape() throws(Fault) -> [UInt8] {
    let start = position - 1
    defer { position += 1 }
    switch next.map(Unicode.Scalar.init) {
    case "n": return [0x0A]
    case "t": return [0x09]
    case "r": return [0x0D]
    case "b": return [0x08]
    case "f": return [0x0C]
    case "\"", "\\", "/": return [bytes[position]]
    case "u":
      guard let unit = codeUnit(at: position + 1) else {
        throw problem("\\u is followed by four hexadecimal digits", at: start)
      }
      position += 4
      guard UTF16.isLeadSurrogate(unit), bytes[(position + 1)...].starts(with: "\\u".utf8),
        let second = codeUnit(at: position + 3)
      else { return Array(String(decoding: [unit], as: UTF16.self).utf8) }
      position += 6
      return Array(String(decoding: [unit, second], as: UTF16.self).utf8)
    default: throw problem("there is no such escape", at: start)
    }
  }

  private func codeUnit(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    return UInt16(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
  }

  // MARK: - Bytes

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// What is due at this place, and what is there instead.
  private func expected(_ what: String) -> Fault {
    let rest = String(decoding: bytes[min(position, bytes.count)...].prefix(40), as: UTF8.self)
    return problem("\(what) is due here, not \(rest.first.map { "'\($0)'" } ?? "the end")")
  }

  private func problem(_ message: String, at start: Int? = nil) -> Fault {
    let before = bytes[..<min(start ?? position, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Fault(
      line: before.count { $0 == 0x0A } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).count + 1,
      message: message
    )
  }
}
