import Documents
import Files
import Foundation
import NotebookExecution
import NotebookProject
import Processes

/// Showing the notebooks of a folder in browsers while they are written:
///
/// 1. The folder is read, and its pages are made when browsers ask for them (`Preview`, on `LivePages`).
/// 2. A watch hears what changes on the disk (`SystemWatch`, `ChangeGathering`).
/// 3. A server gives browsers the pages, and then what changes in them (`PreviewServer`, `PageSocket`).
///
/// Pages are in memory, and what belongs beside them in a folder that goes with the preview.
package struct PreviewJob: Sendable {
  /// How pages are made. Where they go does not count.
  package var rendering: RenderJob
  /// Where to listen.
  package var host = ListeningHost.loopback
  /// The port; 0 for any that is free.
  package var port: UInt16 = 8123
  /// Opens a line of a notebook; `nil` for nothing.
  package var editor: EditorCommand?

  /// - Parameter rendering: how pages are made: its one path is a folder, or a notebook in one.
  package init(rendering: RenderJob) { self.rendering = rendering }

  /// What is told on the way.
  package enum Event: Sendable {
    /// The address at which pages are to be seen.
    case serving(address: String)
    /// Something is wrong with the folder, or something that was asked for cannot be had.
    case fault(InputFault)
    /// Something about the folder as a whole.
    case note(Diagnostic)
    /// Something is wrong with a project file.
    case project(Diagnostic, SourceText)
    /// What came of a notebook.
    case outcome(NotebookOutcome)
    /// A reader points at a line of a notebook.
    case pointed(path: String, line: Int)
    /// Something does not work that nothing depends on.
    case minorFault(String)
  }

  /// Serves until the task is cancelled, or nobody can be listened to.
  package func run(telling: @escaping @Sendable (Event) -> Void) async -> JobStatus {
    guard let path = rendering.paths.first,
      let status = try? FileStatus(of: path, followingLinks: true)
    else {
      telling(.fault(.missing(rendering.paths.first ?? "")))
      return .noInput
    }
    do {
      return try await TemporaryFolder.with(in: nil) { folder in
        try await serve(path, isFolder: status.isFolder, beside: folder.path, telling)
      }
    } catch {
      telling(.fault(InputFault(status: .inputOutput, message: "error: \(Self.text(of: error))")))
      return .inputOutput
    }
  }

  private func serve(
    _ path: String,
    isFolder: Bool,
    beside folder: String,
    _ telling: @escaping @Sendable (Event) -> Void
  ) async throws -> JobStatus {
    let session = PreviewSession()
    var job = rendering
    job.outputFolder = folder
    // A notebook is shown among those that it belongs to, and refers to their labels.
    job.paths = isFolder ? [path] : [Self.folder(of: path), path]
    let pages = LivePages(job, sourceMarks: session.marks)
    let (changes, continuation) = AsyncStream.makeStream(of: FileChanges.self)
    let gathering = ChangeGathering { continuation.yield($0) }
    let watch = try Self.watch { gathering.add($0) }
    let preview = Preview(
      pages,
      marks: session.marks,
      width: job.runOptions.width,
      watching: { folders in
        let (new, fault) = watch.watch(folders)
        if let fault { telling(.minorFault(fault.message)) }
        return new
      },
      telling: { Self.tell($0, telling) }
    )
    await preview.begin()
    for note in await pages.notes { telling(.note(note)) }
    let hasStart = await pages.hasSitePage(Self.startPage)
    let start = Self.start(for: isFolder ? nil : path, in: await pages.entries, hasStart)
    let handler = PreviewHandler(
      preview: preview,
      folder: ServedFolder(path: folder),
      requests: RequestGuard(host: host),
      session: session,
      start: start
    ) { page, line in
      guard let entry = await pages.entries.first(where: { $0.page == page }) else { return }
      telling(.pointed(path: entry.notebook, line: line))
      if let fault = editor?.open(entry.notebook, line: line) { telling(.minorFault(fault)) }
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: WaitingThreads.shared) {
        for await change in changes { await preview.heed(change) }
      }
      defer { group.cancelAll() }
      let server = PreviewServer(host: host, port: port)
      try await server.run(answering: handler) { [host] port in
        telling(.serving(address: "http://\(host.shown):\(port)/"))
      }
      return .success
    }
  }

  /// The page that is shown first: that of the notebook that was named, the folder's own start page, or the
  /// one that there is.
  private static func start(
    for path: String?,
    in entries: [LivePages.Entry],
    _ hasStart: Bool
  ) -> String? {
    if let path {
      let place = PathKey(real: path)
      return entries.first { PathKey(real: $0.notebook) == place }?.page
    }
    if hasStart || entries.contains(where: { $0.page == startPage }) { return startPage }
    return entries.count == 1 ? entries[0].page : nil
  }

  private static let startPage = "index.html"

  private static func folder(of path: String) -> String {
    let folder = Paths.path("", beside: path)
    return folder.count > 1 ? String(folder.dropLast()) : folder.isEmpty ? "." : folder
  }

  private static func tell(_ event: Preview.Event, _ telling: (Event) -> Void) {
    switch event {
    case .made(let page): telling(.outcome(page.outcome))
    case .folder(let faults): for fault in faults { telling(.fault(fault)) }
    case .project(let diagnostic, let source): telling(.project(diagnostic, source))
    case .withoutSandbox(let text): telling(.minorFault(text))
    }
  }

  private static func watch(
    hearing hear: @escaping @Sendable ([WatchedChange]) -> Void
  ) throws(WatchFault) -> any FolderWatch {
    #if os(Linux)
      return try SystemWatch(hearing: hear)
    #else
      return PollingWatch(hearing: hear)
    #endif
  }

  private static func text(of error: any Error) -> String {
    switch error {
    case let fault as PreviewServer.Fault: fault.message
    case let fault as WatchFault: fault.message
    default: "\(error)"
    }
  }
}
