import Foundation
import NotebookExecution
import NotebookProject
import ResultStore
import Synchronization
import TestSupport
import Testing

@testable import NotebookPreview

/// A preview of a scratch folder, within this process.
final class RunningPreview: Sendable {
  private let state: Told
  private let task: Task<JobStatus, Never>

  /// What was told so far.
  private final class Told: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    var all: [String] { lines.withLock { $0 } }
  }

  /// - Parameters:
  ///   - path: the folder, or a notebook, in the scratch folder.
  ///   - change: changes what is asked for.
  init(
    of path: String = "",
    in folder: ScratchFolder,
    change: (inout PreviewJob) -> Void = { _ in }
  ) {
    let told = Told()
    state = told
    var rendering = RenderJob(
      paths: [path.isEmpty ? folder.url.path : folder.path(path)],
      outputFolder: ""
    )
    rendering.runOptions = RunOptions(
      store: StoreUse(ResultStore(folder: folder.path(".store"), limit: 1 << 28) { _ in })
    )
    var job = PreviewJob(rendering: rendering)
    job.port = 0
    change(&job)
    task = Task { [job] in
      let status = await job.run { event in
        switch event {
        case .serving(let address): told.add("serving " + address)
        case .fault(let fault): told.add("fault " + folder.relative(fault.message))
        case .note(let note): told.add("note " + note.message)
        case .project(let diagnostic, _): told.add("project " + diagnostic.message)
        case .outcome(let outcome):
          told.add("\(outcome.status) " + folder.relative(outcome.path))
        case .pointed(let path, let line): told.add("pointed " + folder.relative(path) + ":\(line)")
        case .trouble(let text): told.add("trouble " + text)
        }
      }
      told.add("ended \(status)")
      return status
    }
  }

  /// Its address, once it can be reached.
  var address: String {
    get async throws {
      try await String(told("serving ").dropFirst("serving ".count))
    }
  }

  /// The first line of what was told that begins in some way, once there is one.
  @discardableResult
  func told(_ start: String, times: Int = 1) async throws -> String {
    // Nothing waits for ever, so that a failure is told and does not hang.
    for _ in 0..<12_000 {
      let found = all.filter { $0.hasPrefix(start) }
      if found.count >= times { return found[times - 1] }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw LiveBrowser.Fault(description: "'\(start)' was never told, but \(all)")
  }

  /// All that was told.
  var all: [String] { state.all }

  /// Ends it.
  @discardableResult
  func end() async -> JobStatus {
    task.cancel()
    return await task.value
  }

  /// How it ends by itself.
  var status: JobStatus { get async { await task.value } }
}
