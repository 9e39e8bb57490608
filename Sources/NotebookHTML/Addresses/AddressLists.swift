/// Addresses inside a value that holds more than one.
enum AddressLists {
  /// A `srcset` with other addresses.
  static func sourceSet(_ text: String, _ replace: (String) -> String?) -> String? {
    var parts: [String] = []
    var changes = false
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { break }
      var address = rest.prefix { !$0.isWhitespace }
      rest = rest[address.endIndex...]
      var descriptor = ""
      if address.hasSuffix(",") {
        while address.hasSuffix(",") { address.removeLast() }
      } else {
        descriptor = Self.descriptor(&rest)
      }
      let new = replace(String(address))
      if new != nil { changes = true }
      parts.append((new ?? String(address)) + (descriptor.isEmpty ? "" : " " + descriptor))
    }
    return changes ? parts.joined(separator: ", ") : nil
  }

  /// `2x` or `640w`, to the comma that no parenthesis holds.
  private static func descriptor(_ rest: inout Substring) -> String {
    var depth = 0
    var end = rest.startIndex
    while end < rest.endIndex {
      let character = rest[end]
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth <= 0 { break }
      end = rest.index(after: end)
    }
    defer { rest = rest[end...] }
    return rest[..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A style with other addresses in its `url(…)`.
  static func style(_ text: String, _ replace: (String) -> String?) -> String? {
    // Most styles have none.
    guard text.contains("(") else { return nil }
    var new = ""
    var changes = false
    var rest = text[...]
    while let start = rest.firstRange(of: /(?:^|[^\w\-])url\(\s*/.ignoresCase()) {
      new += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
      if quote != nil { rest.removeFirst() }
      let address = rest.prefix { character in
        if let quote { character != quote } else { character != ")" && !character.isWhitespace }
      }
      rest = rest[address.endIndex...]
      let replaced = replace(String(address))
      if replaced != nil { changes = true }
      // Every address that is put here is percent-encoded, so that it needs no quotation marks.
      new += (quote.map(String.init) ?? "") + (replaced ?? String(address))
    }
    return changes ? new + rest : nil
  }
}
