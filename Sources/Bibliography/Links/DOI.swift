/// A digital object identifier, such as `10.1000/182`.
struct DOI {
  /// The identifier without a resolver in front.
  let name: String

  private static let prefixes = [
    "https://", "http://", "www.", "dx.", "doi.org/", "doi.acm.org/", "doi:",
  ]

  /// - Parameter raw: the identifier, with or without `doi:` or the address of a resolver.
  /// - Returns: `nil` where it does not begin with `10.` or has no `/`.
  init?(_ raw: String) {
    // Older identifiers hold `<` and `>`, which many databases export as they are in HTML.
    var rest = raw.filter { !$0.isWhitespace }.replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")[...]
    for prefix in Self.prefixes where rest.prefix(prefix.count).lowercased() == prefix {
      rest = rest.dropFirst(prefix.count)
    }
    guard rest.hasPrefix("10."), rest.contains("/"), rest.last != "/" else { return nil }
    name = String(rest)
  }

  /// The address that resolves the identifier.
  var address: String {
    // A DOI may hold what would end the path of an address.
    let path = name.replacing("#", with: "%23").replacing("?", with: "%3F")
    return "https://doi.org/" + WebAddress.encoded(path)
  }
}
