import NotebookProject

/// The pages that no notebook is behind.
extension Preview {
  /// The name of the list of all pages.
  static let listName = ""

  /// A page of a course that no notebook is behind, or the list of all pages, as it is now.
  func openSite(_ page: String) async -> ShownPage? {
    await renewSite(page)
    return site[page]
  }

  /// Makes such a page anew where it is not as it would be made now.
  func renewSite(_ page: String) async {
    guard !site.isCurrent(page) else { return }
    let state = site.state
    let html = page == Self.listName ? await list : await pages.sitePage(page)
    for message in site.take(html, for: page, of: state, folderFaults) { send(message, to: page) }
    // Titles were read out of notebooks that nobody may have looked at.
    if html != nil { await watchFolders() }
  }

  private var list: [UInt8] {
    get async {
      ServedPage.list(
        of: await pages.entries.map(\.page),
        await pages.titles,
        faults: await pages.faults.map(\.message),
        marks: marks
      )
    }
  }
}
