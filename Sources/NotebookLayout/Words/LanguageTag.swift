import Foundation

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

  /// Whether it is Chinese in traditional characters, which those regions have whose script is not named.
  var isTraditionalChinese: Bool {
    language == "zh" && !names(["hans"]) && names(["hant", "tw", "hk", "mo"])
  }

  /// Whether the tag has one of some scripts or regions.
  func names(_ parts: Set<String>) -> Bool { others.contains { parts.contains(String($0)) } }

  /// Whether there is a language of that code. A tag has the shorter one of the two that many have.
  var isLanguage: Bool {
    let code = Locale.LanguageCode(language)
    let name = Locale(identifier: "en").localizedString(forLanguageCode: language)
    guard (2...3).contains(language.utf8.count),
      code.isISOLanguage || name.map({ $0.lowercased() != language }) == true
    else { return false }
    return language.utf8.count == 2 || code.identifier(.alpha2) == nil
  }

  /// The tag that is meant by the name of a language, in English or its own, or by its code of three letters.
  /// - Parameter tags: those that may be meant.
  static func nearest(to name: String, in tags: [String]) -> String? {
    let code = Locale.LanguageCode(name.lowercased())
    if let short = code.identifier(.alpha2), short != name.lowercased() { return short }
    return tags.first { tag in
      [Locale(identifier: "en"), Locale(identifier: tag)].contains { locale in
        locale.localizedString(forIdentifier: tag)?.lowercased() == name.lowercased()
      }
    }
  }

  /// Whether the tag has any script or region.
  var isPlain: Bool { others.isEmpty }
}
