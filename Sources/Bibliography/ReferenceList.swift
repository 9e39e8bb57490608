/// The references of a document, in order, and what each is cited by.
public struct ReferenceList: Sendable {
  /// One reference.
  public struct Entry: Sendable, Hashable {
    /// The key it is cited by in the source.
    public let key: String
    /// The reference, such as `Bridle, J. S. (1990). …`.
    public let text: [BibliographyText]
  }

  /// The references by their authors' names, then the year, then the title, without regard to
  /// diacritics and capitals.
  public let entries: [Entry]
  private let labels: [String: CitationLabel]

  /// What a key is cited by; `nil` where the key is not in the list.
  public func label(for key: String) -> CitationLabel? { labels[key] }

  /// - Parameter records: the entries that are cited, each once.
  init(_ records: [Record]) {
    let writers = records.map(ReferenceWriter.init).map { (writer: $0, key: $0.sortKey) }
      .sorted { $0.key < $1.key }.map(\.writer)
    let suffixes = Self.suffixes(of: writers)
    entries = zip(writers, suffixes).map { writer, suffix in
      Entry(key: writer.record.key, text: writer.text(suffix: suffix))
    }
    labels = Dictionary(
      zip(writers, suffixes).map { writer, suffix in
        let year = writer.date.year(suffix: suffix)
        return (writer.record.key, CitationLabel(authors: writer.lead.label, year: year))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// For each reference the letter that its year needs, in the order of the list.
  private static func suffixes(of writers: [ReferenceWriter]) -> [String] {
    let labels = writers.map { CitationLabel(authors: $0.lead.label, year: $0.date.year) }
    let counts = labels.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var used: [CitationLabel: Int] = [:]
    return labels.map { label in
      guard counts[label, default: 0] > 1 else { return "" }
      defer { used[label, default: 0] += 1 }
      return letters(used[label, default: 0])
    }
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  private static func letters(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number % 26)))
    return number < 26 ? letter : letters(number / 26 - 1) + letter
  }
}
