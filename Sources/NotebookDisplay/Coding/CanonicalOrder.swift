/// A collection whose order differs from process to process, because hashing is seeded anew in each.
///
/// Its elements are encoded in the order of their bytes, so that equal collections have equal bytes.
protocol SeededOrder {
  func encodeInOrder(to encoder: BinaryEncoder) throws
}

extension Set: SeededOrder where Element: Encodable {
  func encodeInOrder(to encoder: BinaryEncoder) throws {
    let elements = try map { try encoder.bytes(of: $0) }
    encoder.list().append(elements.sorted { $0.lexicographicallyPrecedes($1) })
  }
}

extension Dictionary: SeededOrder where Key: Encodable, Value: Encodable {
  func encodeInOrder(to encoder: BinaryEncoder) throws {
    // The others are encoded by key, which is in order already.
    guard Key.self != String.self, Key.self != Int.self,
      !(Key.self is any CodingKeyRepresentable.Type)
    else { return try encode(to: encoder) }
    let entries = try map { (key: try encoder.bytes(of: $0.key), value: $0.value) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for entry in entries { encoder.list().append([entry.key, try encoder.bytes(of: entry.value)]) }
    if entries.isEmpty { _ = encoder.list() }
  }
}
