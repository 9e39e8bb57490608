/// The fields that a reference is made of; others, such as `abstract` and `keywords`, are passed
/// over.
enum Field: String, Sendable, CaseIterable {
  // Names
  case author, editor, bookauthor, translator
  // Addresses, which are not LaTeX
  case doi, url, eprint, eprinttype, urldate
  // Text
  case title, subtitle, shorttitle, booktitle, booksubtitle, journal, journalsubtitle
  case year, month, day, date, volume, number, issue, pages, eid, chapter, edition, series, version
  case publisher, organization, institution, location, howpublished, note, addendum, type
  case pubstate

  /// How the value of a field is read.
  enum Reading {
    case names, verbatim, text
  }

  var reading: Reading {
    switch self {
    case .author, .editor, .bookauthor, .translator: .names
    case .doi, .url, .eprint, .eprinttype, .urldate: .verbatim
    default: .text
    }
  }

  /// The field of a name in small letters, as BibTeX and biblatex call it.
  init?(name: String) {
    guard let field = Field(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = field
  }

  private static let otherNames: [String: Field] = [
    "journaltitle": .journal, "address": .location, "school": .institution,
    "archiveprefix": .eprinttype, "articleno": .eid, "articleid": .eid, "lastchecked": .urldate,
    "lastaccessed": .urldate,
  ]

  /// Whether an entry takes the field from the entry it refers to by `crossref`.
  ///
  /// What identifies the whole, such as its DOI, would be wrong for a part.
  var isInherited: Bool {
    switch self {
    case .doi, .url, .urldate, .eprint, .eprinttype, .pages, .eid, .note, .addendum, .shorttitle,
      .type:
      false
    default: true
    }
  }
}
