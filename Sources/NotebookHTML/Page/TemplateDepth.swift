/// How deep the sections of a template stand in one another, told by their marks in one pass.
///
/// The parser calls itself for each, and the stack holds some hundreds.
enum TemplateDepth {
  /// No template that is read by people comes near to it.
  static let most = 100

  /// The byte at which they go too deep.
  static func excess(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    // What begins a tag, for each open section: it holds to the section's end.
    var openings = [Array("{{".utf8)]
    var rest = bytes[...]
    while let mark = rest.firstRange(of: openings[openings.count - 1]) {
      rest = bytes[mark.upperBound...]
      switch rest.first {
      case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"):
        if openings.count > most { return mark.lowerBound }
        openings.append(openings[openings.count - 1])
      case UInt8(ascii: "/"):
        if openings.count > 1 { openings.removeLast() }
      case UInt8(ascii: "="):
        let other = rest.dropFirst().prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
        if !other.isEmpty { openings[openings.count - 1] = Array(other) }
      default: break
      }
    }
    return nil
  }
}
