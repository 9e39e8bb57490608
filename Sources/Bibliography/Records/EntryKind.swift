/// What an entry is, as far as its reference is concerned.
struct EntryKind: Sendable, Hashable {
  /// The shape of the reference.
  enum Form: Sendable {
    case article, book, partOfBook, inBook, report, thesis, manual, unpublished, misc
  }

  var form: Form
  /// What the entry is called in its reference where it does not say so itself.
  var genre: String?

  /// The kind of a type in small letters; `nil` where the type is unknown.
  init?(type: String) {
    guard let kind = Self.kinds[type] else { return nil }
    self = kind
  }

  /// What an entry of an unknown type is taken for.
  static let misc = EntryKind(.misc)

  /// The types that are known, in small letters.
  static var knownTypes: some Sequence<String> { kinds.keys }

  /// Whether `@type` begins something that a BibTeX file may hold.
  static func isKnownType(_ type: String) -> Bool {
    kinds[type] != nil || type == "string" || type == "comment" || type == "preamble"
  }

  private init(_ form: Form, _ genre: String? = nil) {
    self.form = form
    self.genre = genre
  }

  private static let kinds: [String: EntryKind] = {
    var kinds: [String: EntryKind] = [
      "thesis": EntryKind(.thesis, "Thesis"),
      "phdthesis": EntryKind(.thesis, "Doctoral dissertation"),
      "mastersthesis": EntryKind(.thesis, "Master’s thesis"),
      "techreport": EntryKind(.report, "Technical report"),
      "report": EntryKind(.report),
      "manual": EntryKind(.manual),
      "unpublished": EntryKind(.unpublished, "Unpublished manuscript"),
      "software": EntryKind(.misc, "Computer software"),
      "dataset": EntryKind(.misc, "Data set"),
      "inbook": EntryKind(.inBook),
    ]
    let families: [(Form, String)] = [
      (.article, "article periodical suppperiodical review"),
      (
        .book,
        """
        book booklet mvbook collection mvcollection proceedings mvproceedings reference \
        mvreference
        """
      ),
      (
        .partOfBook,
        "incollection inproceedings conference bookinbook suppbook suppcollection inreference"
      ),
      (
        .misc,
        """
        misc online electronic www patent set xdata artwork audio bibnote commentary image \
        jurisdiction legislation legal letter movie music performance standard video
        """
      ),
    ]
    for (form, names) in families {
      for name in names.split(separator: " ") { kinds[String(name)] = EntryKind(form) }
    }
    return kinds
  }()
}
