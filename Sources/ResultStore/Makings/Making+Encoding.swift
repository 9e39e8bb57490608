extension Making {
  /// The makings of a subject as bytes: of each the name, the parts, the earlier parts or nothing, when
  /// it was, and the marks.
  static func encoded(_ makings: [Making]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: makings.count)
    for making in makings {
      bytes.append(sized: Array(making.name.utf8))
      bytes.append(sized: making.parts.encoded)
      bytes.append(sized: making.earlier?.encoded ?? [])
      bytes.append(number: making.seconds ?? -1)
      bytes.append(number: making.marks.rawValue)
    }
    return bytes
  }

  /// Reads makings again.
  ///
  /// - Parameter kinds: the kinds of the results, by which their parts' names are known.
  /// - Returns: `nil` for bytes that `encoded` does not make.
  static func decoded(_ bytes: [UInt8], of kinds: [ResultKind] = []) -> [Making]? {
    var reader = ByteReader(bytes)
    guard let count = reader.takeNumber(), count >= 0 else { return nil }
    var makings: [Making] = []
    while makings.count < count {
      guard let name = reader.takeText(),
        let parts = reader.takeBytes().flatMap({ KeyParts(encoded: $0, of: kinds) }),
        let earlier = reader.takeBytes(), let seconds = reader.takeNumber(),
        let marks = reader.takeNumber()
      else { return nil }
      makings.append(
        Making(
          name: name,
          parts: parts,
          earlier: KeyParts(encoded: earlier, of: kinds),
          seconds: seconds < 0 ? nil : seconds,
          marks: Marks(rawValue: marks)
        )
      )
    }
    return reader.isAtEnd ? makings : nil
  }
}
