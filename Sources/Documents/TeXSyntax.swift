/// Where in the bytes of TeX commands and groups end.
package enum TeXSyntax {
  /// The name of a command: letters, or else one sign. At the end of all there is none.
  ///
  /// - Parameters:
  ///   - bytes: the TeX.
  ///   - backslash: where the command begins.
  package static func commandName<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at backslash: Int
  ) -> Range<Int> where Bytes.Index == Int {
    let start = backslash + 1
    var end = start
    while end < bytes.endIndex, bytes[end].isASCIILetter { end += 1 }
    return start..<(end == start ? min(start + 1, bytes.endIndex) : end)
  }

  /// What stands between a brace and the one that closes it; `nil` where none does. A brace behind a
  /// backslash is none.
  ///
  /// - Parameters:
  ///   - bytes: the TeX.
  ///   - brace: where the group opens.
  package static func group<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at brace: Int
  ) -> Range<Int>? where Bytes.Index == Int {
    var depth = 0
    var at = brace
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0, at < bytes.endIndex { return brace + 1..<at }
      at += 1
    }
    return nil
  }
}
