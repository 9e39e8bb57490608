/// A path as git writes it in patches.
enum GitPath {
  /// The path, in quotation marks where git needs them to read it again.
  /// - Parameter path: the path with the prefix `a/` or `b/`.
  static func quoted(_ path: String) -> String {
    guard path.utf8.contains(where: { escape($0) != nil }) else { return path }
    var quoted = "\""
    for byte in path.utf8 {
      quoted += escape(byte) ?? String(UnicodeScalar(byte))
    }
    return quoted + "\""
  }

  /// As in C, octal digits for all that is not ASCII; this is git's `core.quotePath`, its default.
  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x07: return "\\a"
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0B: return "\\v"
    case 0x0C: return "\\f"
    case 0x0D: return "\\r"
    case 0x00..<0x20, 0x7F...0xFF:
      let octal = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    default: return nil
    }
  }
}
