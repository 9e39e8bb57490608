/// The signs by which a language writes quotations, dashes and omissions, and the spaces that belong to them.
struct Punctuation: Sendable {
  /// What stands around a quotation, with the spaces inside it.
  struct Quotation: Sendable {
    var opening: String
    var closing: String

    init(_ opening: String, _ closing: String) {
      self.opening = opening
      self.closing = closing
    }
  }

  /// Around what stands in `"`.
  var outer: Quotation
  /// Around what stands in `'`, and around a quotation within one.
  var inner: Quotation
  var apostrophe = "’"
  /// For `---`.
  var dash = "—"
  /// For `...`.
  var ellipsis = "…"
  /// The space before each sign that does not stand close to its word.
  var spaces: [Unicode.Scalar: String] = [:]
  /// The space between guillemets and what stands in them; empty for none.
  var guillemetSpace = ""
  /// Whether no line may end before a dash with a space behind it.
  var holdsDashes = false

  /// A narrow space at which no line ends.
  static let narrowSpace = "\u{202F}"
}

// MARK: - Languages

extension Punctuation {
  /// - Parameter language: a BCP 47 tag.
  /// - Returns: `nil` for a language whose signs are not known.
  init?(in language: String) {
    let tag = LanguageTag(language)
    guard let signs = Self.signs(of: tag) else { return nil }
    self = signs
  }

  private static func signs(of tag: LanguageTag) -> Punctuation? {
    switch tag.language {
    case "en", "nl", "ko": curly
    case "pt": tag.names(["pt", "ao", "mz", "cv", "gw", "st", "tl"]) ? guillemets : curly
    case "es": tag.isPlain || tag.names(["es", "gq"]) ? guillemets : curly
    case "it": tag.names(["ch"]) ? swiss : guillemets
    case "de": tag.names(["ch", "li"]) ? swiss : german
    case "fr": french(tag)
    case "pl": polish
    case "ru": russian
    case "zh": tag.isTraditionalChinese ? traditionalChinese : chinese
    case "ja": japanese
    case "ar": arabic
    case "he": hebrew
    default: nil
    }
  }

  private static let singleCurly = Quotation("‘", "’")
  private static let doubleCurly = Quotation("“", "”")

  private static let curly = Punctuation(outer: doubleCurly, inner: singleCurly)
  private static let guillemets = Punctuation(outer: Quotation("«", "»"), inner: doubleCurly)
  private static let swiss = Punctuation(outer: Quotation("«", "»"), inner: Quotation("‹", "›"))
  private static let german = Punctuation(outer: Quotation("„", "“"), inner: Quotation("‚", "‘"))
  private static let polish = Punctuation(outer: Quotation("„", "”"), inner: Quotation("«", "»"))
  private static let arabic = Punctuation(outer: Quotation("«", "»"), inner: Quotation("‹", "›"))

  private static let russian = Punctuation(
    outer: Quotation("«", "»"),
    inner: Quotation("„", "“"),
    holdsDashes: true
  )

  private static let chinese = Punctuation(
    outer: doubleCurly,
    inner: singleCurly,
    dash: "——",
    ellipsis: "……"
  )

  private static let traditionalChinese = Punctuation(
    outer: Quotation("「", "」"),
    inner: Quotation("『", "』"),
    dash: "——",
    ellipsis: "……"
  )

  private static let japanese = Punctuation(
    outer: Quotation("「", "」"),
    inner: Quotation("『", "』"),
    dash: "——",
    ellipsis: "……"
  )

  private static let hebrew = Punctuation(
    outer: Quotation("”", "”"),
    inner: Quotation("’", "’")
  )

  /// In Canada a colon alone stands apart, and spaces are as wide as others; in Switzerland a quotation within one
  /// has guillemets, too.
  private static func french(_ tag: LanguageTag) -> Punctuation {
    let isCanadian = tag.names(["ca"])
    let space = isCanadian ? Words.noBreakSpace : narrowSpace
    let signs: [Unicode.Scalar] = isCanadian ? [":"] : [":", ";", "!", "?"]
    return Punctuation(
      outer: Quotation("«" + space, space + "»"),
      inner: tag.names(["ch"]) ? Quotation("‹", "›") : doubleCurly,
      spaces: Dictionary(uniqueKeysWithValues: signs.map { ($0, space) }),
      guillemetSpace: space
    )
  }
}
