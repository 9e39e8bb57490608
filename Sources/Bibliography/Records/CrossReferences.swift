import Documents

/// Gives the parts of books and proceedings what their `crossref` says of the whole.
struct CrossReferences {
  private let sources: [SourceText]
  private(set) var records: [String: Record]
  private(set) var diagnostics: [Diagnostic] = []
  private var suggestions: Suggestions
  /// Each key by its small letters: BibTeX does not tell `Lecun98` and `LeCun98` apart here.
  private let keysBySmallLetters: [String: String]

  /// Whether an entry's own crossref is done, or is waiting for the entry it refers to.
  private enum State {
    case waiting, done
  }

  private var states: [String: State] = [:]

  /// - Parameters:
  ///   - records: the entries by their keys.
  ///   - order: the keys in the order of the files, which is the order of what is reported.
  ///   - keysBySmallLetters: each key by its small letters.
  ///   - sources: the files, for places.
  ///   - suggestions: for keys that are unknown.
  init(
    resolving records: [String: Record],
    order: [String],
    keysBySmallLetters: [String: String],
    sources: [SourceText],
    suggestions: Suggestions
  ) {
    self.records = records
    self.keysBySmallLetters = keysBySmallLetters
    self.sources = sources
    self.suggestions = suggestions
    for key in order { resolve(key) }
  }

  /// Follows an entry's references up to one that is done, and inherits on the way back. A chain
  /// may be as long as the file, so this does not call itself.
  private mutating func resolve(_ key: String) {
    var path: [String] = []
    var next: String? = key
    while let key = next, states[key] == nil {
      states[key] = .waiting
      path.append(key)
      next = parentKey(of: key)
    }
    if let next, states[next] == .waiting, let last = path.last { reportCycle(at: last) }
    for key in path.reversed() {
      if let parent = parentKey(of: key).flatMap({ records[$0] }) {
        records[key]?.inherit(from: parent)
      }
      states[key] = .done
    }
  }

  private mutating func parentKey(of key: String) -> String? {
    guard let parent = records[key]?.parent else { return nil }
    if records[parent.key] != nil { return parent.key }
    if let other = keysBySmallLetters[parent.key.lowercased()] { return other }
    let help = suggestions.help(
      for: parent.key,
      in: keysBySmallLetters.values,
      otherwise: "add an entry with this key, or remove 'crossref'"
    )
    report(
      .bibUnknownCrossref,
      "'\(key)' refers by crossref to '\(parent.key)', which is no entry",
      help,
      parent
    )
    records[key]?.parent = nil
    return nil
  }

  private mutating func reportCycle(at key: String) {
    guard let parent = records[key]?.parent else { return }
    records[key]?.parent = nil
    report(
      .bibCrossrefCycle,
      "by this crossref '\(key)' is a part of itself",
      "remove it; the whole does not refer to its parts",
      parent
    )
  }

  private mutating func report(
    _ kind: Diagnostic.Kind,
    _ message: String,
    _ help: String,
    _ parent: Record.Parent
  ) {
    let source = sources[parent.file]
    diagnostics.append(
      Diagnostic(.error, kind, message, help: help, in: source, at: parent.range)
    )
  }
}

extension Record {
  /// Takes the fields that are missing from the entry that this one is a part of.
  ///
  /// BibTeX takes each field under its own name. As in biblatex, the whole's title is moreover the
  /// part's `booktitle`, or an article's journal, and its author the part's `bookauthor`.
  fileprivate mutating func inherit(from parent: Record) {
    for (field, value) in parent.values where field.isInherited {
      let target = target(of: field, in: parent)
      if let target, values[target] == nil { values[target] = value }
    }
  }

  private func target(of field: Field, in parent: Record) -> Field? {
    let isPart = kind.form == .partOfBook || kind.form == .inBook && values[.title] != nil
    switch field {
    case .title where isPart: return parent.values[.booktitle] == nil ? .booktitle : nil
    case .subtitle where isPart: return parent.values[.booktitle] == nil ? .booksubtitle : nil
    case .title where kind.form == .article: return parent.values[.journal] == nil ? .journal : nil
    case .subtitle where kind.form == .article:
      return parent.values[.journal] == nil ? .journalsubtitle : nil
    case .subtitle where values[.title] != nil: return nil
    case .author where isPart && values[.author] != nil: return .bookauthor
    default: return field
    }
  }
}
