import Documents
import Files
import NotebookProject

/// The pages that browsers have open, kept up to date.
///
/// 1. A browser opens a page (``open(_:)``): it is made, unless it is there and nothing has changed.
/// 2. What changed on the disk comes by ``heed(_:)``, and pages that it concerns are made again: at once
///    where a browser shows them, and else when one asks for them.
/// 3. A page that is being made while its text changes is given up and begun anew.
/// 4. What came of it goes to all browsers that show the page (``follow(_:from:)``).
actor Preview {
  /// What is told to who started the preview.
  enum Event: Sendable {
    /// A page was made, or could not be.
    case made(LivePage)
    /// The folder was read, again.
    case folder(faults: [InputFault])
    /// Something is wrong with a project file.
    case project(Diagnostic, SourceText)
    /// Why programs ran without a sandbox, which is told once.
    case withoutSandbox(String)
  }

  let pages: LivePages
  let marks: String
  let tell: @Sendable (Event) -> Void
  /// Is told which folders to watch, and tells those that were not watched before.
  private let watch: @Sendable (Set<String>) -> Set<String>
  let width: Int

  var shown: [String: ShownPage] = [:]
  var site: ShownSite
  var makings: [String: Making] = [:]
  /// The pages that are not as their notebooks say.
  var stale: Set<String> = []
  var followers: [String: [Int: AsyncStream<String>.Continuation]] = [:]
  /// How often in a row a page was not up to date when it was made, as its cells change what they read.
  var races: [String: Int] = [:]
  /// When pages were made last.
  var ended: [String: ContinuousClock.Instant] = [:]
  /// The pages in the order in which browsers looked at them last.
  var lastLooked: [String] = []
  var folderFaults: [PageFault] = []
  var hasToldOfSandbox = false
  var count = 0
  var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// A page that is being made.
  struct Making {
    var number: Int
    var task: Task<Void, Never>
    /// Whether its text changed, so that it is to be made once more.
    var isOutdated = false
    /// What changed meanwhile, perhaps by its own cells. Not all that it is made from is known before it is made.
    var changes = FileChanges()
    /// Whether something of that is known to concern it.
    var isDoubtful = false
    /// What is being done, and on which line, as far as no browser was told.
    var progress: (phase: ProgressPhase, line: Int?)?
  }

  /// - Parameters:
  ///   - width: how many pages are made side by side.
  ///   - watch: is told which folders to watch, and tells those that were not watched before.
  init(
    _ pages: LivePages,
    marks: String,
    width: Int,
    watching watch: @escaping @Sendable (Set<String>) -> Set<String>,
    telling tell: @escaping @Sendable (Event) -> Void
  ) {
    self.pages = pages
    self.marks = marks
    self.width = max(2, width)
    self.watch = watch
    self.tell = tell
    site = ShownSite(marks: marks)
  }

  /// Begins: looks at the folder.
  func begin() async {
    await noteFolder()
    await watchFolders()
  }

  /// Watches the folders in which a change would show, and heeds what changed in them before.
  func watchFolders() async {
    let new = watch(await pages.watchedFolders)
    guard !new.isEmpty else { return }
    let changes = await pages.unheardChanges(in: new)
    if !changes.isEmpty { await heed(changes) }
  }

  /// Takes note of what is wrong with the folder, which is shown on each page.
  private func noteFolder() async {
    tell(.folder(faults: await pages.faults))
    folderFaults = []
    for (diagnostic, source) in await pages.projectFaults {
      tell(.project(diagnostic, source))
      folderFaults.append(PageFault(diagnostic, in: source))
    }
    for page in shown.keys {
      for message in shown[page]?.take(folderFaults: folderFaults) ?? [] { send(message, to: page) }
    }
  }

  /// A file of the search in a course.
  func searchFile(_ path: String) async -> [UInt8]? { await pages.searchFile(path) }

  /// The notebooks and their pages.
  var entries: [LivePages.Entry] { get async { await pages.entries } }

  /// A page that a browser asks for, once there is something to show; `nil` where there is no such page.
  func open(_ page: String) async -> ShownPage? {
    guard await pages.has(page) else { return nil }
    look(at: page)
    begin(page)
    // A page that nobody had open may be of an earlier time, and is shown with what changes.
    let isKnown = shown[page]?.html != nil
    makeStalePages(asked: page)
    if !isKnown { await somethingShown(on: page) }
    return shown[page]
  }

  /// Takes note that a notebook's page is to be shown.
  private func begin(_ page: String) {
    guard shown[page] == nil else { return }
    shown[page] = ShownPage(marks: marks, folderFaults: folderFaults)
    stale.insert(page)
  }

  /// The messages for a browser that shows some version of a page.
  func follow(_ page: String, from version: Int?) async -> AsyncStream<String> {
    count += 1
    let number = count
    let (stream, continuation) = AsyncStream.makeStream(
      of: String.self,
      bufferingPolicy: .bufferingNewest(256)
    )
    continuation.onTermination = { [weak self] _ in
      Task { await self?.leave(page, number) }
    }
    followers[page, default: [:]][number] = continuation
    let known = shown[page] ?? site[page] ?? ShownPage(marks: marks, folderFaults: folderFaults)
    for message in known.catchingUp(from: version) { continuation.yield(message.text) }
    look(at: page)
    // A browser may have a page from an earlier run of the server.
    if shown[page] == nil, await pages.has(page) { begin(page) }
    if shown[page] != nil { makeStalePages(asked: page) } else { await renewSite(page) }
    return stream
  }

  /// Tells the browsers that show a page all that one needs to know that has lost the thread.
  func catchUp(_ page: String, from version: Int) {
    let shown = shown[page] ?? site[page]
    for message in shown?.catchingUp(from: version) ?? [] { send(message, to: page) }
  }

  /// Takes note that somebody looks at a page: of several it is made first.
  func look(at page: String) {
    lastLooked.removeAll { $0 == page }
    lastLooked.append(page)
  }

  /// Takes what changed on the disk.
  func heed(_ changes: FileChanges) async {
    let heeded = await pages.heed(changes)
    // Cells may write what their page shows; what people write while they run are texts.
    let isText = changes.isEverything || changes.paths.contains(where: Self.isWritten)
    for page in makings.keys { makings[page]?.changes.formUnion(changes) }
    for page in heeded.pages {
      if isText { races[page] = nil }
      if let making = makings[page] {
        if isText {
          makings[page]?.isOutdated = true
          making.task.cancel()
        } else {
          makings[page]?.isDoubtful = true
        }
      } else if await !pages.isCurrent(page, after: changes) {
        if !isText, isJustMade(page) { makeLater(page) } else { stale.insert(page) }
      }
    }
    if heeded.isSiteNew || heeded.isFolderNew { site.heed() }
    if heeded.isFolderNew {
      await noteFolder()
      for page in shown.keys where !stale.contains(page) {
        // Links and references may lead elsewhere now.
        stale.insert(page)
        makings[page]?.isOutdated = true
      }
    }
    makeStalePages()
    for page in site.pages where followers[page] != nil { await renewSite(page) }
    if heeded.isFolderNew { await watchFolders() }
  }

  /// Whether a page was made so short a time ago that what is heard now may come from its own cells.
  private func isJustMade(_ page: String) -> Bool {
    ended[page].map { $0 + .seconds(1) > .now } ?? false
  }

  /// Has a page made again that was not up to date when it was made: at once the first time, and then after
  /// longer and longer pauses, as it may never be.
  func makeLater(_ page: String) {
    let count = races[page, default: 0]
    races[page] = count + 1
    guard count > 0 else {
      stale.insert(page)
      return
    }
    Task {
      try await Task.sleep(for: min(.seconds(30), .milliseconds(250) * (1 << min(count, 10))))
      stale.insert(page)
      makeStalePages()
    }
  }

  private static func isWritten(_ path: String) -> Bool {
    MarkdownFiles.isMarkdown(path) || path.hasSuffix(".swift")
  }

  private func leave(_ page: String, _ number: Int) {
    followers[page]?[number] = nil
    if followers[page]?.isEmpty == true { followers[page] = nil }
  }

  func send(_ message: BrowserMessage, to page: String) {
    guard let followers = followers[page], !followers.isEmpty else { return }
    let text = message.text
    for continuation in followers.values { continuation.yield(text) }
  }
}
