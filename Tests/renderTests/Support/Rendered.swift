import Foundation
import NotebookExecution
import NotebookReports
import TestSupport

@testable import NotebookProject
@testable import render

/// What one call of `render` says, within this process.
struct Rendered {
  var status: JobStatus
  /// What it says was done, without the times.
  var output: String
  /// Errors and warnings.
  var errors: String

  /// Renders into the folder `Output` of a scratch folder; names are files in that folder.
  ///
  /// - Parameter change: changes what is asked for.
  init(
    _ names: String...,
    in folder: ScratchFolder,
    isQuiet: Bool = false,
    format: ReportFormat = .text,
    change: (inout RenderJob) -> Void = { _ in }
  ) async {
    let sink = Sink()
    var job = RenderJob(paths: names.map(folder.path), outputFolder: folder.path("Output"))
    change(&job)
    status = await job.run(on: sink.terminal(isQuiet: isQuiet), format: format)
    (output, errors) = sink.written(in: folder)
  }
}
