import Files
import Synchronization

/// The notebooks of a site by their files and by their pages. It is found out when it is first asked for:
/// where a thousand files really lie takes longer to ask than a page to make.
final class SiteIndex: Sendable {
  private struct Entries: Sendable {
    var byFile: [PathKey: PageSite.Entry] = [:]
    var byPage: [PathKey: PageSite.Entry] = [:]
  }

  private let made: [NotebookInput]
  private let others: [NotebookInput]
  private let entries = Mutex<Entries?>(nil)

  /// - Parameters:
  ///   - made: the notebooks whose pages are made together.
  ///   - others: those beside them.
  init(_ made: [NotebookInput], others: [NotebookInput]) {
    self.made = made
    self.others = others
  }

  /// The notebook that a file is.
  func entry(ofFile path: String) -> PageSite.Entry? {
    let file = PathKey(real: path)
    return with { $0.byFile[file] }
  }

  /// The notebook whose page has a path below the output folder.
  func entry(ofPage page: String) -> PageSite.Entry? { with { $0.byPage[PathKey(page)] } }

  private func with<Result: Sendable>(_ body: (Entries) -> Result) -> Result {
    entries.withLock { known in
      let entries = known ?? read()
      known = entries
      return body(entries)
    }
  }

  private func read() -> Entries {
    var entries = Entries()
    func add(_ input: NotebookInput, isMade: Bool) {
      let page = PathKey(input.page)
      guard entries.byPage[page] == nil else { return }
      let entry = PageSite.Entry(input: input, isMade: isMade)
      entries.byPage[page] = entry
      entries.byFile[PathKey(real: input.path)] = entry
    }
    for input in made { add(input, isMade: true) }
    for input in others { add(input, isMade: false) }
    return entries
  }
}
