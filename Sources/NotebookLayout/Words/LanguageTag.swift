/// What a page's own words and signs hang on of a BCP 47 tag such as `pt-BR` or `zh-Hant`.
struct LanguageTag {
  /// The language by its two or three letters, such as `pt`.
  let language: String
  /// The script by its four letters and the region by its two, in small letters, where the tag has them.
  private let others: [Substring]

  init(_ tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    let first = parts.first.map(String.init) ?? ""
    language = first == "iw" ? "he" : first
    others = Array(parts.dropFirst())
  }

  /// Whether it is Chinese in traditional characters.
  var isTraditionalChinese: Bool { language == "zh" && names(["hant", "tw", "hk", "mo"]) }

  /// Whether the tag has one of some scripts or regions.
  func names(_ parts: Set<String>) -> Bool { others.contains { parts.contains(String($0)) } }

  /// Whether the tag has any script or region.
  var isPlain: Bool { others.isEmpty }
}
