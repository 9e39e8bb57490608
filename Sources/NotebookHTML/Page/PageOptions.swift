import Bibliography
import NotebookLayout
import NotebookSyntax

/// What one page has for itself; ``SiteOptions`` holds what it shares with others.
public struct PageOptions: Sendable {
  /// What stands before the names of ``Page/Asset/files`` in the page's links.
  public var assetsPrefix: String
  /// Begins each of the comments by which a preview's page says where in the notebook its blocks stand;
  /// `nil` for a page that does not say it.
  public var sourceMarks: String?
  /// Begins every identifier within the page's formulas and charts, and so must differ between pages
  /// that may be put together: letters, digits and hyphens, such as `softmax-`.
  public var idPrefix: String
  /// What the page says in place of an address that it holds, asked for in the order of the page; `nil`
  /// for the address itself. The anchors are the names by which links can lead to a place of the page.
  public var address: @Sendable (_ address: PageAddress, _ anchors: Set<String>) -> String?
  /// What the notebook may cite.
  public var bibliography: Bibliography
  /// What a label names that the notebook does not have: something on another page.
  public var labelElsewhere: @Sendable (_ name: String) -> LabelTarget?
  /// The words of a link that has none of its own, by its address; `nil` where nobody knows any.
  public var linkWords: @Sendable (_ address: String) -> [Inline]?
  /// The chapter with whose number all others begin; `nil` where the page stands for itself.
  public var chapter: Int?
  /// The page's place in a course; `nil` where it belongs to none.
  public var course: CoursePage?
  /// The parts that a page has its blocks in, such as slides; `nil` where they stand as they come.
  package var sections: (@Sendable (LaidOutNotebook) -> [PageSection])?
  /// What the page hands out.
  public var downloads: [PageDownload]
  /// What the page may do besides showing itself.
  public var permissions: PagePermissions
  /// Whether the page may do what its notebook's front matter asks for, too.
  public var trustsNotebook: Bool

  /// - Parameters:
  ///   - assetsPrefix: what stands before the names of asset files in the page's links.
  ///   - sourceMarks: begins each comment that says where a block stands in the notebook.
  ///   - idPrefix: begins every identifier within formulas and charts.
  ///   - address: what the page says in place of an address.
  ///   - bibliography: what the notebook may cite.
  ///   - labelElsewhere: what a label of another page names.
  ///   - linkWords: the words of a link that has none of its own, by its address.
  ///   - chapter: the chapter with whose number all others begin.
  ///   - course: the page's place in a course.
  ///   - downloads: what the page hands out.
  ///   - permissions: what the page may do besides showing itself.
  ///   - trustsNotebook: whether it may do what its notebook's front matter asks for, too.
  public init(
    assetsPrefix: String = "assets/",
    sourceMarks: String? = nil,
    idPrefix: String = "",
    address: @escaping @Sendable (_ address: PageAddress, _ anchors: Set<String>) -> String? = {
      _,
      _ in nil
    },
    bibliography: Bibliography = Bibliography([]),
    labelElsewhere: @escaping @Sendable (_ name: String) -> LabelTarget? = { _ in nil },
    linkWords: @escaping @Sendable (_ address: String) -> [Inline]? = { _ in nil },
    chapter: Int? = nil,
    course: CoursePage? = nil,
    downloads: [PageDownload] = [],
    permissions: PagePermissions = PagePermissions(),
    trustsNotebook: Bool = false
  ) {
    self.assetsPrefix = assetsPrefix
    self.sourceMarks = sourceMarks
    self.idPrefix = idPrefix
    self.address = address
    self.bibliography = bibliography
    self.labelElsewhere = labelElsewhere
    self.linkWords = linkWords
    self.chapter = chapter
    self.course = course
    self.downloads = downloads
    self.permissions = permissions
    self.trustsNotebook = trustsNotebook
  }

  /// What a notebook's page may do.
  func permissions(of notebook: Notebook) -> PagePermissions {
    trustsNotebook ? permissions.union(notebook.frontMatter.wishes) : permissions
  }
}
