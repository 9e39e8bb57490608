/// The YAML between `---` lines at a document's head.
public struct FrontMatter: Sendable {
  /// The title, as plain text.
  public var title: String?
  /// The subtitle, as plain text.
  public var subtitle: String?
  /// One entry an author.
  public var authors: [String]
  /// As written.
  public var date: String?
  /// A summary, as Markdown.
  public var abstract: String?
  /// The language of the text as a BCP 47 tag; `en` where the author does not say.
  public var language: String
  /// Whether sections are numbered.
  public var numbersSections: Bool
  /// Whether the page has a table of contents; `nil` leaves it to the page.
  public var hasContents: Bool?
  /// Every key and value, the known ones too, for the template.
  public var values: [String: MetadataValue]
  /// The bytes from the first `---` to the end of the last; `nil` where there is no front matter.
  public var range: SourceRange?
}

/// A value of the front matter.
public indirect enum MetadataValue: Sendable, Equatable {
  case string(String)
  case boolean(Bool)
  case number(Double)
  case list([MetadataValue])
  case map([String: MetadataValue])
  case null
}
