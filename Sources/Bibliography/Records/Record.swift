import Documents

/// An entry whose fields have been read.
struct Record: Sendable {
  /// What a field holds.
  enum Value: Sendable {
    case names(NameList)
    case verbatim(String)
    case text([BibliographyText])

    /// Whether the field says nothing, as if it were not there.
    var isEmpty: Bool {
      switch self {
      case .names(let list): list.isEmpty
      case .verbatim(let text): text.isEmpty
      case .text(let text): text.isEmpty
      }
    }
  }

  /// The entry that an entry is a part of, as its field `crossref` says.
  struct Parent: Sendable {
    var key: String
    var file: Int
    var range: SourceRange
  }

  let key: String
  var kind: EntryKind
  var values: [Field: Value] = [:]
  var parent: Parent?

  /// The text of a field; empty where there is none.
  func text(_ field: Field) -> [BibliographyText] {
    switch values[field] {
    case .text(let text): text
    case .verbatim(let text): text.isEmpty ? [] : [.text(text)]
    case .names, nil: []
    }
  }

  /// The text of a field without what sets it off; `nil` where there is none.
  func plain(_ field: Field) -> String? {
    let text = text(field).plainText
    return text.isEmpty ? nil : text
  }

  /// The names of a field.
  func names(_ field: Field) -> NameList {
    if case .names(let list) = values[field] { list } else { NameList() }
  }

  /// The first of some fields that says something.
  func firstText(of fields: Field...) -> [BibliographyText] {
    fields.lazy.map { text($0) }.first { !$0.isEmpty } ?? []
  }
}
