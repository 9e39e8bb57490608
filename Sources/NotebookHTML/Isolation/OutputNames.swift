import Foundation

/// The names that one output gives to things, which are to be found in it alone.
struct OutputNames {
  /// What is put before each name.
  let prefix: String
  /// `id`s, and the names of maps and old anchors.
  var ids: Set<String> = []
  /// The names of animations, in style sheets.
  var animations: Set<String> = []
  /// The families of fonts that style sheets bring, in small letters.
  var fonts: Set<String> = []
  /// The styles of counters, in style sheets.
  var counters: Set<String> = []
  /// Whether the output brings a program, which asks for what its author named.
  var hasProgram = false

  init(prefix: String) { self.prefix = prefix }

  /// A selector of the output that adds nothing to the weight of a rule.
  var selector: String { ":where([data-scope=\"\(prefix)\"])" }

  /// Whether an address leads to a place of the output, and where in the address the name begins.
  func leads(_ address: some StringProtocol) -> Bool {
    guard address.hasPrefix("#") else { return false }
    let name = String(address.dropFirst())
    return ids.contains(name) || name.removingPercentEncoding.map(ids.contains) ?? false
  }

  static func family(_ name: some StringProtocol) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
