import Documents

/// The definitions `[name]: address "title"` of a document, by which links find their addresses.
struct LinkDefinitions {
  private var texts: [String: [UInt8]] = [:]

  /// Takes in a definition; of two with one name the first counts.
  mutating func note(_ text: ArraySlice<UInt8>, name: ArraySlice<UInt8>) {
    let key = Self.key(name)
    if texts[key] == nil { texts[key] = Array(text) + [UInt8(ascii: "\n")] }
  }

  /// The definitions that brackets in a text may ask for.
  func all(namedIn text: ArraySlice<UInt8>) -> [UInt8] {
    guard !texts.isEmpty else { return [] }
    var found: [UInt8] = []
    var seen: Set<String> = []
    var start: Int?
    for at in text.indices {
      if text[at] == UInt8(ascii: "[") { start = at + 1 }
      guard text[at] == UInt8(ascii: "]"), let first = start else { continue }
      start = nil
      let key = Self.key(text[first..<at])
      if let text = texts[key], seen.insert(key).inserted { found += text }
    }
    return found
  }

  private static func key(_ name: ArraySlice<UInt8>) -> String {
    name.split(whereSeparator: \.isASCIIWhitespace).map(\.text).joined(separator: " ").lowercased()
  }
}
