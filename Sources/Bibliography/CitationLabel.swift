/// What a text says where it cites something: `Gao and Pavel` and `2017`.
public struct CitationLabel: Sendable, Hashable {
  /// The family names, `Bridle`, `Gao and Pavel` or `Goodfellow et al.`; a body's name or a title
  /// where nobody is named.
  public let authors: [BibliographyText]
  /// The year with the letter that tells it from others: `1990`, `1990a`, `in press`, `n.d.`.
  public let year: String

  /// - Parameters:
  ///   - authors: the family names.
  ///   - year: the year with its letter.
  public init(authors: [BibliographyText], year: String) {
    self.authors = authors
    self.year = year
  }
}
