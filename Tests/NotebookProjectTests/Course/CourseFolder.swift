import Documents
import NotebookProject
import ResultStore
import TestSupport

/// A folder with a project file, for one test.
struct CourseFolder {
  let folder: ScratchFolder

  /// - Parameters:
  ///   - project: the project file; `nil` for none.
  ///   - notebooks: the texts of notebooks by their paths.
  init(_ project: String?, _ notebooks: [String: String]) throws {
    folder = try ScratchFolder()
    if let project { try folder.write(project, to: "course/lectern.yml") }
    for (path, text) in notebooks { try folder.write(text, to: "course/" + path) }
  }

  /// What a run gave.
  struct Run {
    var status: JobStatus
    /// What was said of project files and notebooks, with places.
    var messages: [String] = []
    /// The notebooks whose pages were made or left as they are.
    var pages: [String] = []
  }

  /// Makes pages of what is named, without running cells.
  func render(
    _ paths: String...,
    output: String = "Output",
    store: ResultStore? = nil,
    change: (inout RenderJob) throws -> Void = { _ in }
  ) async throws -> Run {
    var job = RenderJob(paths: paths.map(folder.path), outputFolder: folder.path(output))
    job.runsCells = false
    job.runOptions.store = store.map { StoreUse($0) }
    try change(&job)
    var run = Run(status: .success)
    let ending = await job.run { event in
      switch event {
      case .fault(let fault): run.messages.append(folder.relative(fault.message))
      case .note(let note): run.messages.append(text(note))
      case .project(let diagnostic, _): run.messages.append(text(diagnostic))
      case .outcome(let outcome):
        run.messages += outcome.diagnostics.map(text)
        if outcome.page != nil { run.pages.append(folder.relative(outcome.path)) }
      case .typesettingFault(let fault): run.messages.append("\(fault)")
      case .missingAsset, .withoutSandbox: break
      }
    }
    run.status = ending.status
    return run
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.start.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(folder.relative(diagnostic.path))\(place): \(diagnostic.message)"
  }

  /// The bytes of all files in an output folder, by their paths.
  func pages(in output: String = "Output") throws -> [String: [UInt8]] {
    try folder.files(in: output).reduce(into: [:]) {
      $0[$1] = Array(try folder.data("\(output)/\($1)"))
    }
  }
}
