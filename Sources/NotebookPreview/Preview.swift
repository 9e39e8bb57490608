import Documents
import Files
import NotebookProject
import Processes
import Synchronization

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

  private let pages: LivePages
  private let marks: String
  private let tell: @Sendable (Event) -> Void
  /// Is told which folders to watch.
  private let watch: @Sendable (Set<String>) -> Void
  private let width: Int

  private var shown: [String: ShownPage] = [:]
  private var makings: [String: Making] = [:]
  /// The pages that are not as their notebooks say.
  private var stale: Set<String> = []
  private var followers: [String: [Int: AsyncStream<String>.Continuation]] = [:]
  /// How often in a row a page was not up to date when it was made, as its cells change what they read.
  private var races: [String: Int] = [:]
  /// When pages were made last.
  private var ended: [String: ContinuousClock.Instant] = [:]
  /// The pages in the order in which browsers looked at them last.
  private var lastLooked: [String] = []
  private var folderFaults: [PageFault] = []
  private var hasToldOfSandbox = false
  private var count = 0
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// A page that is being made.
  private struct Making {
    var number: Int
    var task: Task<Void, Never>
    /// Whether its text changed, so that it is to be made once more.
    var isOutdated = false
    /// What else changed that it is made from; its own cells may have done that.
    var doubts = FileChanges()
    /// What is being done, and on which line, as far as no browser was told.
    var progress: (phase: ProgressPhase, line: Int?)?
  }

  /// - Parameters:
  ///   - width: how many pages are made side by side.
  ///   - watch: is told which folders to watch.
  init(
    _ pages: LivePages,
    marks: String,
    width: Int,
    watching watch: @escaping @Sendable (Set<String>) -> Void,
    telling tell: @escaping @Sendable (Event) -> Void
  ) {
    self.pages = pages
    self.marks = marks
    self.width = max(2, width)
    self.watch = watch
    self.tell = tell
  }

  /// Begins: looks at the folder.
  func begin() async {
    await noteFolder()
    watch(await pages.watchedFolders)
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

  /// A page that a course has and that no notebook is behind.
  func sitePage(_ page: String) async -> [UInt8]? { await pages.sitePage(page) }

  /// A file of the search in a course.
  func searchFile(_ path: String) async -> [UInt8]? { await pages.searchFile(path) }

  /// The notebooks and their pages.
  var entries: [LivePages.Entry] { get async { await pages.entries } }

  /// The titles of pages that have one.
  var titles: [String: String] { get async { await pages.titles } }

  /// What is wrong with the folder.
  var faults: [InputFault] { get async { await pages.faults } }

  /// A page that a browser asks for, once there is something to show; `nil` where there is no such page.
  func open(_ page: String) async -> ShownPage? {
    guard await pages.has(page) else { return nil }
    look(at: page)
    if shown[page] == nil {
      shown[page] = ShownPage(marks: marks, folderFaults: folderFaults)
      stale.insert(page)
    }
    // A page that nobody had open may be of an earlier time, and is shown with what changes.
    let isKnown = shown[page]?.html != nil
    makeStalePages(asked: page)
    if !isKnown { await somethingShown(on: page) }
    return shown[page]
  }

  /// The messages for a browser that shows some version of a page.
  func follow(_ page: String, from version: Int?) -> AsyncStream<String> {
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
    let known = shown[page] ?? ShownPage(marks: marks, folderFaults: folderFaults)
    for message in known.catchingUp(from: version) { continuation.yield(message.text) }
    look(at: page)
    makeStalePages(asked: page)
    return stream
  }

  /// Tells the browsers that show a page all that one needs to know that has lost the thread.
  func catchUp(_ page: String, from version: Int) {
    for message in shown[page]?.catchingUp(from: version) ?? [] { send(message, to: page) }
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
    for page in heeded.pages {
      if isText { races[page] = nil }
      if let making = makings[page] {
        if isText {
          makings[page]?.isOutdated = true
          making.task.cancel()
        } else {
          makings[page]?.doubts.formUnion(changes)
        }
      } else if await !pages.isCurrent(page, after: changes) {
        if !isText, isJustMade(page) { makeLater(page) } else { stale.insert(page) }
      }
    }
    if heeded.isSiteNew { send(.reload, to: "") }
    if heeded.isFolderNew {
      await noteFolder()
      send(.reload, to: "")
      for page in shown.keys where !stale.contains(page) {
        // Links and references may lead elsewhere now.
        stale.insert(page)
        makings[page]?.isOutdated = true
      }
      watch(await pages.watchedFolders)
    }
    makeStalePages()
  }

  /// Whether a page was made so short a time ago that what is heard now may come from its own cells.
  private func isJustMade(_ page: String) -> Bool {
    ended[page].map { $0 + .seconds(1) > .now } ?? false
  }

  /// Has a page made again that was not up to date when it was made: at once the first time, and then after
  /// longer and longer pauses, as it may never be.
  private func makeLater(_ page: String) {
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

  private func send(_ message: BrowserMessage, to page: String) {
    guard let followers = followers[page], !followers.isEmpty else { return }
    let text = message.text
    for continuation in followers.values { continuation.yield(text) }
  }
}

// MARK: - Making pages

extension Preview {
  /// Begins to make stale pages that somebody looks at, as many as are made side by side.
  private func makeStalePages(asked: String? = nil) {
    let wanted = lastLooked.reversed().filter { page in
      stale.contains(page) && makings[page] == nil
        && (followers[page] != nil || waiting[page] != nil || page == asked)
    }
    for page in wanted.prefix(max(0, width - makings.count)) { make(page) }
  }

  private func make(_ page: String) {
    stale.remove(page)
    count += 1
    let number = count
    let task = Task(executorPreference: WaitingThreads.shared) { [pages] in
      let made = await pages.make(page) { early in
        Task { await self.take(early: early, of: page, number) }
      } telling: { phase, line in
        Task { await self.hear(phase, line, of: page, number) }
      }
      await self.finish(page, number, made, wasCancelled: Task.isCancelled)
      if let fault = await pages.sandboxFault { await self.tellOnce(fault) }
    }
    makings[page] = Making(number: number, task: task)
  }

  private func tellOnce(_ fault: String) {
    if !hasToldOfSandbox { tell(.withoutSandbox(fault)) }
    hasToldOfSandbox = true
  }

  private func take(early: LivePage, of page: String, _ number: Int) {
    guard makings[page]?.number == number, makings[page]?.task.isCancelled == false else { return }
    show(early, on: page)
    update(page) { $0.activity = $0.activity ?? "compiling" }
  }

  private func hear(_ phase: ProgressPhase, _ line: Int?, of page: String, _ number: Int) {
    guard makings[page]?.number == number else { return }
    let isFirst = makings[page]?.progress == nil
    makings[page]?.progress = (phase, line)
    // Many cells may run in an instant, and only the last of them matters.
    guard isFirst else { return }
    Task {
      try await Task.sleep(for: .milliseconds(50))
      showProgress(of: page, number)
    }
  }

  private func showProgress(of page: String, _ number: Int) {
    guard makings[page]?.number == number, let (phase, line) = makings[page]?.progress else {
      return
    }
    makings[page]?.progress = nil
    update(page) { state in
      state.activity = phase.text
      state.line = line
    }
  }

  private func finish(
    _ page: String,
    _ number: Int,
    _ made: LivePage?,
    wasCancelled: Bool
  ) async {
    guard let making = makings[page], making.number == number else { return }
    makings[page] = nil
    if !wasCancelled {
      if let made {
        show(made, on: page)
        tell(.made(made))
      } else {
        showAbsence(of: page)
      }
    }
    ended[page] = .now
    if making.isOutdated || wasCancelled {
      stale.insert(page)
    } else if !making.doubts.isEmpty, await !pages.isCurrent(page, after: making.doubts) {
      makeLater(page)
    }
    makeStalePages()
    watch(await pages.watchedFolders)
  }

  private func show(_ made: LivePage, on page: String) {
    for message in shown[page]?.take(made) ?? [] { send(message, to: page) }
    endWaiting(for: page)
  }

  private func showAbsence(of page: String) {
    let fault = PageFault(
      severity: "error",
      text: "there is no notebook for this page any more: it was renamed or removed"
    )
    for message in shown[page]?.take(faults: [fault]) ?? [] { send(message, to: page) }
    update(page) { $0.activity = nil }
    endWaiting(for: page)
  }

  private func update(_ page: String, _ change: (inout PageState) -> Void) {
    guard var state = shown[page]?.state else { return }
    change(&state)
    for message in shown[page]?.take(state: state) ?? [] { send(message, to: page) }
  }

  private func somethingShown(on page: String) async {
    await withCheckedContinuation { waiting[page, default: []].append($0) }
  }

  private func endWaiting(for page: String) {
    for continuation in waiting.removeValue(forKey: page) ?? [] { continuation.resume() }
  }
}
