import Documents
import NotebookLayout
import NotebookSyntax
import NotebookTranscript
import Templates
import Timing
import Typesetting

/// Makes HTML pages of notebooks.
///
/// 1. The notebook is laid out, so that what it refers to has its name and number (`LaidOutNotebook`).
/// 2. ``BodyWriter`` turns block after block into nodes and writes these, escaped, into one buffer.
/// 3. Where that shows other formulas than were counted, they are counted again (`PageDraft`).
/// 4. Addresses become what they are on the page (`HTMLWriter.readdressed`).
/// 5. All formulas and charts are set together, their links treated alike, and put where they belong
///    (`PageTypesetting`).
/// 6. The template puts title, contents and style around it.
///
/// No process is started: what cells showed comes from the transcript.
public struct PageRenderer: Sendable {
  /// What all pages share.
  public let site: SiteOptions
  let template: PageTemplate
  let diagnostics: [Diagnostic]

  /// - Parameter site: what all pages share. A template that cannot be read is told among each page's
  ///   diagnostics, and the built-in one is used.
  public init(_ site: SiteOptions = SiteOptions()) {
    self.site = site
    do throws(Diagnostic) {
      template =
        try site.template.map { source throws(Diagnostic) in
          try measured(.template) { () throws(Diagnostic) in try PageTemplate(source) }
        } ?? .builtIn
      diagnostics = template.diagnostics
    } catch {
      template = .builtIn
      diagnostics = [error]
    }
  }

  /// The page of a notebook; the same notebook and transcript always give the same bytes.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what its cells and values showed; empty where it was not run.
  ///   - options: what the page has for itself.
  ///   - prepared: what was made of the page before that was known.
  public func page(
    for notebook: Notebook,
    transcript: Transcript = Transcript(),
    options: PageOptions = PageOptions(),
    after prepared: PreparedPage? = nil
  ) -> Page {
    let code = prepared?.code ?? colouredCode(of: notebook, options)
    let draft = PageDraft(
      notebook,
      transcript,
      options,
      setBy: site.typesetter,
      code: code
    )
    var (head, body) = (draft.head, draft.body)
    let anchors = readdress(&head, &body, of: notebook, options)
    var typesetting = PageTypesetting(
      draft.late,
      prepared?.formulas,
      by: typesetter(for: notebook),
      permissions: body.permissions,
      after: draft.layout.fault
    )
    typesetting.readdress { options.address($0, anchors) }
    let values = head.templateValues(site, options, typesetting)
    let faults = options.course?.outline.typesettingFaults ?? []
    let parts = measured(.template) {
      filled(values, body, typesetting, options)
    }
    return Page(
      html: Self.page(parts, around: body.html, typesetting, options.sourceMarks),
      assets: typesetting.assets,
      lostAddresses: body.found.lostAddresses + typesetting.lostAddresses,
      diagnostics: diagnostics + ungranted(notebook, body.permissions)
        + body.found.diagnostics + draft.layout.diagnostics
        + typesetting.diagnostics,
      typesettingFaults: typesetting.faults + faults.filter { !typesetting.faults.contains($0) }
    )
  }

  /// Tells a notebook that its front matter asks for what nobody has allowed it.
  private func ungranted(_ notebook: Notebook, _ permissions: PagePermissions) -> [Diagnostic] {
    let frontMatter = notebook.frontMatter
    guard let place = frontMatter.wishesRange,
      permissions.union(frontMatter.wishes) != permissions
    else { return [] }
    return [
      Diagnostic(
        .warning,
        .unsafeMarkup,
        "this allows nothing as long as nobody trusts the notebook",
        help:
          "who does writes its path under 'trusted:' in lectern.yml, or the same key into that file",
        in: notebook.source,
        at: place
      )
    ]
  }

  /// What stands around a page's content, with the page's policy.
  func filled(
    _ values: [String: Any],
    _ body: BodyWriter,
    _ typesetting: PageTypesetting,
    _ options: PageOptions
  ) -> [[UInt8]] {
    var filled = template.filled(values)
    var all = filled.sources
    all.add(template.sources.handlers)
    all.add(body.found.sources)
    let needs = PagePolicy.Needs(
      loadsScripts: options.course.map { !$0.outline.chapters.isEmpty } ?? false,
      setsFormulas: typesetting.assets.contains(.mathJax),
      drawsCharts: typesetting.assets.contains(.vega)
    )
    filled.insert(PagePolicy(all, template: template.sources.origins, needs, body.permissions))
    return filled.parts
  }

  /// A page's bytes, each written once.
  static func page(
    _ parts: [[UInt8]],
    around body: HTMLWriter,
    _ typesetting: PageTypesetting,
    _ marks: String? = nil
  ) -> [UInt8] {
    var page = HTMLWriter()
    page.reserveCapacity(parts.reduce(body.bytes.count * 2) { $0 + $1.count })
    for (index, part) in parts.enumerated() {
      if index > 0 {
        if let marks { page.write(bytes: SourceMarks(name: marks).comment("0")) }
        if let preamble = typesetting.preamble { page.write([preamble, .text("\n")]) }
        page.write(body, filledWith: typesetting.nodes)
      }
      page.write(bytes: part)
    }
    return page.bytes
  }

  /// The names by which links can lead to a place of a notebook's page, as far as they are known before
  /// it is run.
  public func anchors(of notebook: Notebook) -> Set<String> {
    let options = PageOptions()
    let draft = PageDraft(
      notebook,
      Transcript(),
      options,
      setBy: site.typesetter,
      isWaiting: false
    )
    var (head, body) = (draft.head, draft.body)
    return readdress(&head, &body, of: notebook, options)
  }

  /// Writes the addresses that are wanted into a page.
  /// - Returns: the names by which links can lead to a place of it.
  @discardableResult
  private func readdress(
    _ head: inout PageHead,
    _ body: inout BodyWriter,
    of notebook: Notebook,
    _ options: PageOptions
  ) -> Set<String> {
    measured(.links) {
      // MathJax names the rows of a formula itself.
      var anchors = template.anchors.union(notebook.labels.lazy.map(\.name))
      if !head.contents.bytes.isEmpty { anchors.insert(ContentsBlock.anchor) }
      let spots = [head.header, head.contents, body.html].map { part in
        let addresses = part.knownAddresses
        anchors.formUnion(part.names(addresses))
        return addresses.spots
      }
      let known = body.found.referenceAddresses
      func new(_ address: PageAddress) -> String? {
        known.contains(address.text) ? nil : options.address(address, anchors)
      }
      head.header = head.header.readdressed(at: spots[0], new)
      head.contents = head.contents.readdressed(at: spots[1], new)
      body.html = body.html.readdressed(at: spots[2], new)
      return anchors
    }
  }

  /// What would be done about a notebook's formulas and charts; nothing is set or written.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what is known of its cells and values without running them.
  ///   - options: what the page has for itself.
  /// - Returns: `nil` where setting them is the browser's work.
  public func knownPieces(
    of notebook: Notebook,
    transcript: Transcript,
    options: PageOptions = PageOptions()
  ) -> KnownPieces? {
    typesetter(for: notebook).map { typesetter in
      let draft = PageDraft(
        notebook,
        transcript,
        options,
        setBy: site.typesetter,
        isWaiting: false
      )
      return KnownPieces(draft.late, by: typesetter)
    }
  }

  /// What sets a notebook's formulas; `nil` where that is the browser's work. The command line's word
  /// stands above the notebook's.
  func typesetter(for notebook: Notebook) -> Typesetter? {
    switch site.typesetting ?? notebook.frontMatter.typesetting ?? .svg {
    case .svg: site.typesetter
    case .browser: nil
    }
  }
}
