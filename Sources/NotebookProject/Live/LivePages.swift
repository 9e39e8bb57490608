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
  /// What each page that was made was made from, and as far as it is known those that are being made.
  private var origins: [String: LiveOrigins] = [:]
  /// What was made, and when that began, of which it is not remembered yet what it was made from.
  private var unremembered: [(page: String, made: LiveMaking, begun: Moment)] = []
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
    remember()
    return WatchedFile.folders(of: folderWatch + origins.values.flatMap(\.watched))
  }

  /// What may have changed in folders before they were watched, since it was read what lies in them.
  /// - Parameter folders: the folders that are watched from now on.
  package func unheardChanges(in folders: Set<String>) -> FileChanges {
    remember()
    var changes = FileChanges(of: folderWatch, in: folders, since: folder.begun)
    changes.formUnion(folder.departures(from: folders))
    for origins in origins.values {
      changes.formUnion(FileChanges(of: origins.watched, in: folders, since: origins.begun))
    }
    return changes
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
    let begun = Moment.beforeChanges
    if origins[page] == nil { origins[page] = LiveOrigins(of: input, begun: begun) }
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
    // Where a thousand files really lie takes a while to find out, and somebody waits for the page.
    unremembered.append((page, made, begun))
    return made.page
  }

  /// Remembers what pages were made from.
  private func remember() {
    for (page, made, begun) in unremembered where folder.input(of: page) != nil {
      origins[page] = made.origins(since: begun)
    }
    unremembered = []
    // What the pages of others were asked for, such as their titles, is known by now.
    if folder.watchCount != folderWatch.count { folderWatch = folder.watched }
  }

  /// Whether a course has a page that no notebook is behind.
  package func hasSitePage(_ page: String) -> Bool { folder.hasSitePage(page) }

  /// A page that a course has and that no notebook is behind; `nil` where there is none of that name.
  package func sitePage(_ page: String) async -> [UInt8]? {
    await folder.sitePage(page, sourceMarks)
  }

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

  /// Whether a page that was just made shows something of what changed meanwhile.
  package func mayShow(_ changes: FileChanges, _ page: String) -> Bool {
    remember()
    guard let origins = origins[page] else { return false }
    return origins.watched.contains(where: changes.concern) || hasOtherCourse(page, origins)
  }

  /// Whether a page shows another course around it than there is now.
  private func hasOtherCourse(_ page: String, _ origins: LiveOrigins) -> Bool {
    guard let course = origins.read?.others.course else { return false }
    return course != folder.courseDigest(of: page)
  }

  /// Takes note of changes.
  package func heed(_ changes: FileChanges) -> Heeded {
    remember()
    var heeded = Heeded()
    searches = [:]
    if changes.paths.contains(where: { $0.hasSuffix(".swift") }) {
      // A package is built once for all who import its libraries.
      engines.runner = NotebookRunner(options: job.runOptions)
      folder.take(engines.runner)
    }
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
    } else {
      heeded.isSiteNew = folder.holdsNotebook(of: changes)
      let isConcerned =
        heeded.isSiteNew || !heeded.pages.isEmpty || folderWatch.contains(where: changes.concern)
      guard isConcerned else { return heeded }
      folder.heed(changes)
      for (page, origins) in origins where hasOtherCourse(page, origins) {
        heeded.pages.insert(page)
      }
    }
    return heeded
  }
}
