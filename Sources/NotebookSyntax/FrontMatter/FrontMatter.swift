import Documents

/// The YAML between `---` lines at a document's head.
public struct FrontMatter: Sendable {
  /// The title, as its author wrote it.
  public var title: String?
  /// The title as running text.
  public var titleText: [Inline]?
  /// The subtitle, as its author wrote it.
  public var subtitle: String?
  /// The subtitle as running text.
  public var subtitleText: [Inline]?
  /// One entry an author.
  public var authors: [String] = []
  /// As written.
  public var date: String?
  /// The date, where it is one of the calendar.
  public var day: CalendarDate?
  /// A summary, as Markdown.
  public var abstract: String?
  /// The summary as blocks.
  public var abstractBlocks: [Block]?
  /// Whether straight quotation marks, hyphens and dots become the signs of the text's language.
  public var isSmart = true
  /// The language of the text as a BCP 47 tag; `en` where the author does not say.
  public var language = "en"
  /// Whether sections are numbered; `nil` leaves it to the page, which numbers them in a chapter.
  public var numbersSections: Bool?
  /// Whether the page has a table of contents; `nil` leaves it to the page.
  public var hasContents: Bool?
  /// How formulas and charts are set; `nil` leaves it to the command line.
  public var typesetting: TypesettingMode?
  /// What formulas may use from the beginning of the page.
  public var macros: [Macro] = []
  /// What the letters in formulas mean.
  public var symbols: [SymbolText] = []
  /// Whether each formula that can be read is held against numbers, whether it says so or not.
  public var triesFormulas = false
  /// BibTeX files, relative to the document.
  public var bibliography: [Path] = []
  /// The author's words for kinds of labels, by kind, as in `crossref: {eq-prefix: eq.}`.
  public var referenceWords: [Label.Kind: String] = [:]
  /// Whether each cell is a program of its own.
  public var isIsolated = false
  /// The version of the Swift language, such as `6`; `nil` leaves it to the command line.
  public var swiftVersion: String?
  /// Further arguments for `swiftc`.
  public var swiftFlags: [String] = []
  /// Where the document has them; `nil` where they are the folder's.
  public var swiftFlagsRange: SourceRange?
  /// The environment variables that the notebook's results depend on.
  public var environment: [String] = []
  /// The files that the notebook's results depend on, relative to the document.
  public var inputs: [Path] = []
  /// How long the notebook's programs may run; `nil` leaves it to the command line.
  public var timeout: Duration?
  /// Whether it is not yet meant for readers, so that it is left out where a folder is rendered.
  public var isDraft = false
  /// Whether each warning is a failure; `nil` leaves it to the command line.
  public var isStrict: Bool?
  /// Whether the page hands out the notebook and its data; `nil` for no.
  public var offersDownloads: Bool?
  /// Where the page has its images; `nil` leaves it to the command line.
  public var images: ImagePlacement?
  /// What its author wants the page to do, which it does where the notebook is trusted.
  public var wishes = PagePermissions()
  /// Where that is said.
  public var wishesRange: SourceRange?
  /// Every key and value, the known ones too, for the template.
  public var values: [String: MetadataValue] = [:]
  /// The bytes from the first `---` to the end of the last; `nil` where there is no front matter.
  public var range: SourceRange?
  /// The project file that says what the document leaves out.
  public var defaults: SourceText?
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

extension FrontMatter {
  /// The front matter of a document, of which nothing else is read.
  /// - Parameter defaults: front matter that holds where the document does not say otherwise.
  public static func reading(
    _ source: SourceText,
    defaults: FrontMatterDefaults? = nil
  ) -> FrontMatter {
    source.faults.isEmpty
      ? FrontMatterParser(source, defaults: defaults).frontMatter : FrontMatter()
  }
}
