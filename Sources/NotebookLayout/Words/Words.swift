import NotebookSyntax

/// The words that a page adds to its author's, in the language of the page.
package struct Words: Sendable {
  private let table: [Word: String]

  /// - Parameter language: a BCP 47 tag. Where there are no words in it, they are English.
  package init(in language: String) {
    table = Self.table(for: LanguageTag(language)) ?? Self.english
  }

  /// Whether there are words in a language.
  package static func isKnown(_ language: String) -> Bool {
    table(for: LanguageTag(language)) != nil
  }

  package subscript(_ word: Word) -> String { table[word] ?? "" }

  /// A word with its number.
  package subscript(_ word: Word, _ number: String) -> String {
    self[word].replacing("#", with: number)
  }

  /// What a reference calls the thing that it refers to.
  package func name(of kind: Label.Kind) -> String { self[Self.words(of: kind).one] }

  /// The same for several things.
  package func plural(of kind: Label.Kind) -> String { self[Self.words(of: kind).several] }

  /// What a theorem or its like is called.
  package func name(of kind: Theorem.Kind) -> String {
    if let label = kind.labelKind { return name(of: label) }
    return self[kind == .proof ? .proof : .solution]
  }

  /// The title of a callout.
  package func title(of kind: Callout.Kind) -> String {
    switch kind {
    case .note: self[.note]
    case .tip: self[.tip]
    case .important: self[.important]
    case .warning: self[.warning]
    case .caution: self[.caution]
    }
  }

  /// What a badge says about a cell that is not simply run.
  package func badge(of mode: Cell.Mode) -> String? {
    switch mode {
    case .run, .ignore: nil
    case .noRun: self[.notRun]
    case .compileFail: self[.doesNotCompile]
    case .shouldCrash: self[.traps]
    }
  }

  /// A space at which no line ends.
  package static let noBreakSpace = "\u{A0}"

  private static func words(of kind: Label.Kind) -> (one: Word, several: Word) {
    switch kind {
    case .equation: (.equation, .equations)
    case .figure: (.figure, .figures)
    case .table: (.table, .tables)
    case .listing: (.listing, .listings)
    case .section: (.section, .sections)
    case .theorem: (.theorem, .theorems)
    case .definition: (.definition, .definitions)
    case .lemma: (.lemma, .lemmas)
    case .proposition: (.proposition, .propositions)
    case .corollary: (.corollary, .corollaries)
    case .example: (.example, .examples)
    case .remark: (.remark, .remarks)
    case .exercise: (.exercise, .exercises)
    }
  }
}

// MARK: - Languages

extension Words {
  /// The languages that there are words in, and those regions and scripts that have words of their own.
  package static let languages = (tables.keys + ["de-CH", "en-GB", "pt-PT", "zh-Hant"]).sorted()

  /// The tables by the primary subtag of a language.
  private static let tables: [String: [Word: String]] = [
    "ar": arabic, "de": german, "en": english, "es": spanish, "fr": french, "he": hebrew,
    "it": italian, "ja": japanese, "ko": korean, "nl": dutch, "pl": polish, "pt": portuguese,
    "ru": russian, "zh": chinese,
  ]

  private static func table(for tag: LanguageTag) -> [Word: String]? {
    switch tag.language {
    case "zh" where tag.isTraditionalChinese: traditionalChinese
    case "de" where tag.names(["ch", "li"]): swissGerman
    case "en" where tag.names(["gb", "ie", "au", "nz", "za", "in", "ca"]): commonwealthEnglish
    case "pt" where tag.names(["pt", "ao", "mz", "cv", "gw", "st", "tl"]): europeanPortuguese
    default: tables[tag.language]
    }
  }
}
