import Documents
import Files
import NotebookHTML
import NotebookSyntax

/// A page before it is made, as far as its notebook tells without being run.
struct PlannedPage: Sendable {
  /// Where it belongs.
  var path: String
  var form = PageForm.html
  var notebook: String
  /// What else it is made from, as far as its notebook names that.
  var origins: [String]
  /// What it shows and links to that is there: that it is, not what is in it, makes a difference.
  var links: [String]
  /// Tells what it shows of its course from any other; `nil` where it shows nothing.
  var course: String?
  /// The files that are put beside it.
  var placed: [PlacedFile]
  /// What it loads in the browser. Charts that a type of the author's own makes are not foreseen.
  var assets: Set<Page.Asset>
  /// Whether there is something to run or to set, whose results are kept.
  var keepsResults: Bool
}

extension PlannedPage {
  /// Lays the page out without running its notebook.
  ///
  /// - Parameters:
  ///   - files: how its notebook is read, and what that names.
  ///   - typesetting: where formulas and charts are set; `nil` for what the notebook says.
  ///   - images: where the page has its images; `nil` for what the notebook says.
  /// - Returns: `nil` where the notebook cannot be read.
  init?(
    _ input: NotebookInput,
    site: PageSite,
    labels: LabelIndex,
    files: FileView,
    typesetting: TypesettingMode?,
    images: ImagePlacement?
  ) {
    let files = files.remembering()
    guard let document = ReadDocument(input, in: files) else {
      return nil
    }
    let parsed = ParsedDocument(document)
    let notebook = parsed.notebook
    BibliographyShelf.noteFiles(of: notebook, in: files)
    files.noteReading(of: notebook)
    OtherPages(of: input, labels, site, files).noteNotebooks(usedBy: notebook)
    let links = PageLinks(
      AddressLookup(input: input, site: site, files: files),
      images: images ?? notebook.frontMatter.images ?? .embed
    )
    let laidOut = LaidOutDocument(
      CheckedDocument(RunDocument(notRunning: parsed)),
      links,
      by: input.form.writer(PageRenderer(SiteOptions(isRun: false))),
      PageOptions(
        address: { links.address(for: $0, anchors: $1) },
        permissions: input.project?.permissions ?? PagePermissions(),
        trustsNotebook: input.project?.trusts(input.path) ?? false
      )
    )
    path = "\(site.outputFolder)/\(input.page)"
    form = input.form
    self.notebook = input.path
    origins = WatchedPaths.paths(for: files.dependencies).filter {
      PathKey($0) != PathKey(input.path)
    }
    self.links = Set(links.links.filter(\.destination.isThere).map(\.address.text)).sorted()
    course = form == .html ? site.courses.reading(of: input)?.digest : nil
    placed = links.files
    keepsResults = !notebook.pieces.isEmpty || notebook.hasFormulas
    assets = []
    if form == .html, (typesetting ?? notebook.frontMatter.typesetting) == .browser {
      assets = laidOut.page.assets.union(notebook.mayDrawCharts ? [.vega] : [])
    }
  }
}

extension Notebook {
  /// Whether its cells may show charts.
  var mayDrawCharts: Bool {
    pieces.contains { piece in
      guard case .cell(let cell) = piece else { return false }
      return cell.code.text.contains(/\bimport\s+Plotting\b/)
    }
  }
}
