/// What two lines share that are the same, as the key of a dictionary.
struct LineKey: Hashable {
  let bytes: [UInt8]

  /// All bytes at once, which for long texts is much faster than one by one.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
