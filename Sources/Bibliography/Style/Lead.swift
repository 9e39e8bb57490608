/// What a reference begins with and is cited by: people, a body, or a title.
struct Lead: Sendable {
  /// Who or what it is.
  enum Subject: Sendable {
    case authors(NameList)
    case editors(NameList)
    /// A body, with the field that names it.
    case body(Field)
    /// The title, since nobody is named.
    case title
    /// The key, since nothing is known at all.
    case key
  }

  let subject: Subject
  private let record: Record
  private let title: Title

  /// - Parameters:
  ///   - record: the entry.
  ///   - title: its title.
  init(of record: Record, title: Title) {
    self.record = record
    self.title = title
    let authors = record.names(.author)
    let editors = record.names(.editor)
    if !authors.isEmpty {
      subject = .authors(authors)
    } else if !editors.isEmpty {
      subject = .editors(editors)
    } else if let field = Self.bodies(for: record.kind).first(where: { !record.text($0).isEmpty }) {
      subject = .body(field)
    } else {
      subject = title.isEmpty ? .key : .title
    }
  }

  /// The fields that may name a body that stands for an author.
  private static func bodies(for kind: EntryKind) -> [Field] {
    switch kind.form {
    case .article, .partOfBook, .thesis: [.organization]
    default: [.organization, .institution, .publisher]
    }
  }

  /// What the reference begins with.
  var text: [BibliographyText] {
    switch subject {
    case .authors(let list): [.text(Contributors.inverted(list))]
    case .editors(let list):
      [.text(Contributors.inverted(list) + " " + Contributors.editorMark(list))]
    case .body(let field): record.text(field)
    case .title: title.whole
    case .key: [.text(record.key)]
    }
  }

  /// What the reference is cited by.
  var label: [BibliographyText] {
    switch subject {
    case .authors(let list), .editors(let list): [.text(Contributors.label(list))]
    case .body(let field): record.text(field)
    case .title: title.label(short: record.text(.shorttitle))
    case .key: [.text(record.key)]
    }
  }

  /// What a list is ordered by: each name's family and given names.
  var sortKeys: [String] {
    switch subject {
    case .authors(let list), .editors(let list):
      list.names.flatMap { [SortKey.fold($0.label), SortKey.fold($0.given)] }
    case .body, .key: [SortKey.fold(text.plainText)]
    case .title: [SortKey.foldTitle(title.plainText)]
    }
  }
}
