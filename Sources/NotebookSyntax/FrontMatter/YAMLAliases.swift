import Documents

/// Aliases in YAML, which stand for whole values: a few lines of aliases to lists of aliases are more
/// than any memory holds.
enum YAMLAliases {
  /// How many bytes YAML may have when each alias is written out.
  private static let mostBytes = 1_000_000.0

  /// The alias at which YAML becomes too large; `nil` where it never does.
  ///
  /// It looks only at marks, so it may count what stands in a text. What an anchor names is taken to
  /// reach as far as its first alias, for it cannot hold one of itself.
  static func tooMany(in bytes: ArraySlice<UInt8>) -> SourceRange? {
    var anchors: [ArraySlice<UInt8>: (start: Double, size: Double?)] = [:]
    var written = 0.0
    var at = bytes.startIndex
    var mayBegin = true
    while at < bytes.endIndex {
      let byte = bytes[at]
      if mayBegin, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        let name = bytes[(at + 1)...].prefix {
          $0.isASCIIWordByte || $0 == UInt8(ascii: "-")
        }
        if byte == UInt8(ascii: "&") {
          // A name that is used anew may still stand for what it stood for.
          anchors[name] = (anchors[name]?.start ?? written, nil)
        } else if let anchor = anchors[name] {
          let size = anchor.size ?? written - anchor.start
          anchors[name] = (anchor.start, size)
          written += size
          if written > mostBytes { return at..<name.endIndex }
        }
        written += Double(name.count + 1)
        at = name.endIndex
        mayBegin = false
      } else {
        mayBegin = byte.isASCIIWhitespace || "[{,:?-".utf8.contains(byte)
        written += 1
        at += 1
      }
    }
    return nil
  }
}
