import Documents

/// Compares letter by letter. Only one last line end may be missing.
enum ExactComparison {
  /// The bytes of a text without one last line end.
  static func body(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.last == ASCII.newline ? bytes.dropLast() : bytes[...]
  }

  /// The first byte that differs; `nil` where none does.
  static func mismatch(_ promised: [UInt8], _ actual: [UInt8]) -> Int? {
    let left = body(promised)
    let right = body(actual)
    guard left != right else { return nil }
    return zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(left.count, right.count)
  }

  /// The word, or the white space, that stands around a byte; `nil` at the end.
  static func piece(_ bytes: [UInt8], around offset: Int) -> Range<Int>? {
    let body = body(bytes)
    guard offset < body.endIndex else { return nil }
    let isSpace = body[offset].isASCIIWhitespace
    var start = offset
    while start > 0, body[start - 1].isASCIIWhitespace == isSpace { start -= 1 }
    var end = offset + 1
    while end < body.endIndex, body[end].isASCIIWhitespace == isSpace { end += 1 }
    return start..<end
  }

  /// A text with its line ends and tabs written as in a string of Swift.
  static func visible(_ text: String) -> String {
    guard text.utf8.allSatisfy(\.isASCIIWhitespace) else { return text }
    return text.utf8.reduce(into: "") { visible, byte in
      switch byte {
      case ASCII.newline: visible += #"\n"#
      case ASCII.tab: visible += #"\t"#
      case ASCII.carriageReturn: visible += #"\r"#
      default: visible += " "
      }
    }
  }
}
