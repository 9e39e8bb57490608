extension KeyParts {
  private static let mark = Array("Lectern key 1\n".utf8)

  /// The parts as bytes, from which they can be read again; the key is a digest of them.
  ///
  /// A mark, the kind's name, its version, the number of parts, and each part's name and digest.
  /// A name follows its length, numbers are little-endian.
  var encoded: [UInt8] {
    var bytes = Self.mark
    bytes.append(text: kind.name)
    bytes.append(number: kind.version)
    bytes.append(number: parts.count)
    for part in parts {
      bytes.append(text: part.name)
      bytes.append(part.fingerprint)
    }
    return bytes
  }

  /// Reads parts again.
  ///
  /// - Parameter kinds: those that may be among them and whose parts' names are to be known.
  /// - Returns: `nil` for bytes that ``encoded`` does not make.
  init?(encoded: [UInt8], of kinds: [ResultKind] = []) {
    var reader = ByteReader(encoded)
    guard reader.take(Self.mark.count).map({ Array($0) }) == Self.mark,
      let name = reader.takeText(), let version = reader.takeNumber(),
      let count = reader.takeNumber(), count >= 0
    else { return nil }
    var parts: [Part] = []
    while parts.count < count {
      guard let name = reader.takeText(),
        let fingerprint = reader.takeFingerprint()
      else { return nil }
      parts.append(Part(name: name, fingerprint: fingerprint))
    }
    guard reader.isAtEnd else { return nil }
    let names = kinds.first { $0.name == name }?.parts ?? []
    self.init(kind: ResultKind(name, version: version, parts: names), parts: parts)
  }
}
