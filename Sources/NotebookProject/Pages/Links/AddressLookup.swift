import Files
import NotebookHTML
import NotebookLayout

/// Finds out where the addresses of one page lead.
///
/// An address begins at the notebook's folder, or with a slash at the folder that is rendered, and may
/// lead anywhere below that; notebooks that are rendered too are found wherever they lie.
struct AddressLookup: Sendable {
  let input: NotebookInput
  let site: PageSite
  /// Notes what is looked at.
  var files: FileView
  /// Reads images, where the page has them within itself.
  var images: ImageReading?

  /// Where an address leads; `nil` for one on the web.
  ///
  /// - Parameter anchors: the names in the page itself.
  func destination(of address: PageAddress, anchors: Set<String> = []) -> Destination? {
    if let reference = ObjectReference(address.text), address.role == .link {
      return destination(of: reference)
    }
    guard let local = LocalAddress(address.text), !address.text.isEmpty else { return nil }
    let fragment = local.fragment.flatMap { $0.isEmpty ? nil : LocalAddress.decoded($0) }
    if local.path.isEmpty { return here(fragment, anchors) }
    let found = self.found(local, address.role)
    guard let fragment, let page = found.page,
      let entry = site.entry(ofPage: page)
    else { return found }
    var destination = found
    if page == input.page { destination.kind = .here }
    files.note(entry.input.path, .excerpt)
    destination.anchor = Self.anchor(
      fragment,
      page == input.page ? anchors : site.anchors(of: entry.input)
    )
    return destination
  }

  private func here(_ fragment: String?, _ anchors: Set<String>) -> Destination {
    Destination(kind: .here, path: "", anchor: fragment.map { Self.anchor($0, anchors) })
  }

  /// The name that a place really has; empty where there is no such place.
  private static func anchor(_ fragment: String, _ anchors: Set<String>) -> String {
    // Browsers know the page's top, and find words by themselves.
    if fragment.lowercased() == "top" || fragment.hasPrefix(":~:") {
      return fragment
    }
    return anchors.firstIndex(of: fragment).map { anchors[$0] } ?? ""
  }

  private func found(_ local: LocalAddress, _ role: PageAddress.Role) -> Destination {
    var first: Destination?
    for name in local.names {
      let found = destination(named: name, role)
      if found.kind != .missing { return found }
      first = first ?? found
    }
    return first ?? Destination(kind: .missing, path: local.path)
  }

  private func destination(named name: String, _ role: PageAddress.Role) -> Destination {
    let names = RelativePath.names(
      name,
      below: name.hasPrefix("/") ? [] : RelativePath.folder(of: input.page)
    )
    let path = RelativePath.joined(names, below: input.root)
    let images = role == .image ? images : nil
    var finding = site.files.finding(at: path, reading: images)
    var real = path
    files.note(path, .presence)
    if case .nothing = finding, !RelativePath.leadsOut(names),
      let other = site.files.otherForm(of: names, below: input.root, files)
    {
      finding = site.files.finding(at: other, reading: images)
      real = other
    }
    let leadsOut = RelativePath.leadsOut(names)
    switch finding {
    case .folder:
      for index in ["index.md", "README.md"] where role == .link {
        if let page = page(ofFile: Paths.join(real, index)) { return page }
      }
      return Destination(kind: leadsOut ? .outside : .folder, path: real)
    case .file(let content, let size):
      if role == .link, let page = page(ofFile: real) { return page }
      if leadsOut { return Destination(kind: .outside, path: real) }
      if content != nil, role == .link, MarkdownFiles.isMarkdown(real) {
        let page = String(names.joined(separator: "/").dropLast(3)) + input.form.ending
        return Destination(kind: .unmadePage, path: real, page: page)
      }
      files.note(real, .excerpt)
      guard let content else { return Destination(kind: .unreadable, path: real) }
      return Destination(kind: .file, path: real, content: content, size: size)
    case .nothing:
      return madeElsewhere(names, role) ?? Destination(kind: .missing, path: path)
    }
  }

  private func page(ofFile path: String) -> Destination? {
    files.note(path, .presence)
    guard let entry = site.entry(ofFile: path) else { return nil }
    site.note(entry, in: files)
    return Destination(
      kind: site.hasPage(entry) ? .page : .unmadePage,
      path: entry.input.path,
      page: entry.input.page
    )
  }

  /// What is there only among the pages: a page that is linked to by its own name, or a file that was
  /// put there.
  private func madeElsewhere(_ names: [String], _ role: PageAddress.Role) -> Destination? {
    guard !RelativePath.leadsOut(names) else { return nil }
    let page = names.joined(separator: "/")
    // Authors name the pages that browsers show.
    if role == .link || role == .media,
      let entry = site.entry(ofPage: page) ?? site.entry(ofPage: input.form.page(of: page))
    {
      site.note(entry, in: files)
      return Destination(
        kind: site.hasPage(entry) ? .page : .unmadePage,
        path: entry.input.path,
        page: entry.input.page
      )
    }
    let placed = "\(site.outputFolder)/\(page)"
    if site.makesPage(page) { return Destination(kind: .placed, path: placed) }
    files.note(placed, .presence)
    return FileStatus.isThere(placed)
      ? Destination(kind: .placed, path: placed) : nil
  }
}
