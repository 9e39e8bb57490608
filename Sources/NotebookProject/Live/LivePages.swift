import Documents
import Files
import NotebookExecution
import ResultStore

/// The pages of a folder, each made when somebody looks at it, and again when something that it was made from
/// changes.
///
/// 1. The folder is read once, and again where notebooks come or go (`LiveFolder`).
/// 2. A page is made by ``make(_:showingEarly:telling:)``: at once with what its cells showed earlier, where
///    they have to run, and then with what they show.
/// 3. ``heed(_:)`` takes what a watcher tells and says which of the pages are to be made again.
///
/// What runs cells and sets formulas stays, and so do earlier results, so that what has not changed costs
/// nothing.
package actor LivePages {
  /// What there is to say of a page's place.
  package struct Entry: Sendable {
    /// The notebook, as the user gave its path.
    package var notebook: String
    /// The page, below the output folder.
    package var page: String
  }

  /// What some changes mean.
  package struct Heeded: Sendable {
    /// The pages that may have to be made again, of those that were made.
    package var pages: Set<String> = []
    /// Whether there may be other notebooks.
    package var isFolderNew = false
    /// Whether the pages of a course that no notebook is behind may be others.
    package var isSiteNew = false
  }

  private let job: RenderJob
  private let sourceMarks: String
  private var engines: PageEngines
  private var folder: LiveFolder
  private var folderWatch: [WatchedFile]
  /// What each page that was made was made from.
  private var origins: [String: LiveOrigins] = [:]
  private var earlier: [String: EarlierRun] = [:]
  /// The files of searches, by the folders of courses, since a notebook changed last.
  private var searches: [String: [String: [UInt8]]] = [:]

  /// - Parameters:
  ///   - job: how pages are made; its output folder takes what belongs beside them.
  ///   - sourceMarks: begins the comments by which pages say where their blocks stand in the notebook.
  package init(_ job: RenderJob, sourceMarks: String) {
    self.job = job
    self.sourceMarks = sourceMarks
    engines = PageEngines(job)
    folder = LiveFolder(job, by: engines)
    folderWatch = folder.watched
  }

  /// The pages of the folder, in order.
  package var entries: [Entry] { folder.inputs.map { Entry(notebook: $0.path, page: $0.page) } }

  /// The titles of pages that have one, by the pages' places.
  package var titles: [String: String] {
    folder.inputs.reduce(into: [:]) { titles, input in
      titles[input.page] = NotebookTitle.text(of: input, in: folder.work.files)
    }
  }

  /// Why not all of the folder is as it should be.
  package var faults: [InputFault] { folder.faults }

  /// What there is to say about the folder as a whole.
  package var notes: [Diagnostic] { folder.notes }

  /// Whether there is a notebook for a page.
  package func has(_ page: String) -> Bool { folder.input(of: page) != nil }

  /// The folders in which a change would show.
  package var watchedFolders: Set<String> {
    WatchedFile.folders(of: folderWatch + origins.values.flatMap(\.watched))
  }

  /// Makes a page; `nil` where there is no notebook for it.
  ///
  /// A task that is cancelled ends the notebook's processes, and what comes of it counts for nothing.
  ///
  /// - Parameters:
  ///   - early: takes the page as it is before its cells have run, from any thread.
  ///   - tell: hears what is being done, and on which line of the notebook the cell stands that begins to
  ///     run.
  package func make(
    _ page: String,
    showingEarly early: @escaping @Sendable (LivePage) -> Void,
    telling tell: @escaping @Sendable (ProgressPhase, Int?) -> Void
  ) async -> LivePage? {
    guard let input = folder.input(of: page) else { return nil }
    var work = folder.work
    work.onlooker = PageOnlooker(
      sourceMarks: sourceMarks,
      earlier: earlier[page],
      showEarly: early,
      hear: tell
    )
    let made = await work.livePage(of: input)
    guard !Task.isCancelled else { return made.page }
    if let run = made.run { earlier[page] = run }
    if origins[page] == nil {
      remember(page, made)
    } else {
      // Where a thousand files really lie takes a while to find out, and somebody waits for the page.
      Task { remember(page, made) }
    }
    return made.page
  }

  /// Remembers what a page was made from.
  private func remember(_ page: String, _ made: LiveMaking) {
    guard folder.input(of: page) != nil else { return }
    origins[page] = made.origins
    // What the labels of other pages were asked for is known by now.
    if folder.watchCount != folderWatch.count { folderWatch = folder.watched }
  }

  /// A page that a course has and that no notebook is behind; `nil` where there is none of that name.
  package func sitePage(_ page: String) -> [UInt8]? { folder.sitePage(page) }

  /// A file of the search in a course; `nil` where there is none of that name.
  package func searchFile(_ path: String) -> [UInt8]? { folder.searchFile(path, &searches) }

  /// Why programs ran without a sandbox, if any did.
  package var sandboxFault: String? { engines.runner.sandboxFault?.text }

  /// What is wrong with project files, with their texts.
  package var projectFaults: [(Diagnostic, SourceText)] { folder.projectFaults }

  /// Whether a page that was made is as it would be made now, after some changes.
  package func isCurrent(_ page: String, after changes: FileChanges) -> Bool {
    guard let input = folder.input(of: page), let origins = origins[page] else { return false }
    return folder.work.isCurrent(input, origins, after: changes)
  }

  /// Takes note of changes.
  package func heed(_ changes: FileChanges) -> Heeded {
    var heeded = Heeded()
    searches = [:]
    for (page, origins) in origins where origins.watched.contains(where: changes.concern) {
      heeded.pages.insert(page)
    }
    if folder.mustBeReadAnew(after: changes, folderWatch) {
      folder = LiveFolder(job, by: engines)
      folderWatch = folder.watched
      heeded.isFolderNew = true
      for page in origins.keys where folder.input(of: page) == nil {
        origins[page] = nil
        earlier[page] = nil
        heeded.pages.insert(page)
      }
    } else if !heeded.pages.isEmpty || folderWatch.contains(where: changes.concern) {
      folder.heed(changes)
      for (page, origins) in origins {
        guard let course = origins.read?.others.course, course != folder.courseDigest(of: page)
        else { continue }
        heeded.pages.insert(page)
      }
      heeded.isSiteNew = folder.holdsNotebook(of: changes)
    }
    if changes.paths.contains(where: { $0.hasSuffix(".swift") }) {
      // A package is built once for all who import its libraries.
      engines.runner = NotebookRunner(options: job.runOptions)
      folder.take(engines.runner)
    }
    return heeded
  }
}
