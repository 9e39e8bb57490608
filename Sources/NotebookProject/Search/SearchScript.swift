/// Data as a script that hands them to `Templates/search.js`. A page that lies on a disk may load scripts, and no
/// other files.
struct SearchScript {
  private(set) var bytes: [UInt8] = []

  /// - Parameter part: names what is handed on.
  init(_ part: String) {
    bytes = Array("lecternSearch.take(".utf8)
    write(part)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func write(raw text: String) { bytes += text.utf8 }

  mutating func write(raw text: [UInt8]) { bytes += text }

  /// Writes a text as a literal of JavaScript.
  mutating func write(_ text: String) { bytes += Self.literal(text) }

  mutating func end() { bytes += ");\n".utf8 }

  static func literal(_ text: String) -> [UInt8] {
    var literal: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): literal += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): literal += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      default: literal.append(byte)
      }
    }
    literal.append(UInt8(ascii: "\""))
    return literal
  }
}
