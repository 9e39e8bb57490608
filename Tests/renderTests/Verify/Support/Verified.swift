import Foundation
import NotebookExecution
import NotebookReports
import TestSupport

@testable import NotebookProject
@testable import render

/// What one call of `render verify` says, within this process.
struct Verified {
  var status: JobStatus
  /// What is wrong.
  var errors: String
  /// What else it says, without the times.
  var output: String

  /// Everything that it says.
  var text: String { errors + output }

  /// Verifies documents of a scratch folder.
  ///
  /// - Parameter change: changes what is asked for.
  init(
    _ names: String...,
    in folder: ScratchFolder,
    format: ReportFormat = .text,
    change: (inout VerifyJob) -> Void = { _ in }
  ) async {
    let sink = Sink()
    var job = VerifyJob(paths: names.map(folder.path))
    job.runOptions = RunOptions(timeout: .seconds(30))
    change(&job)
    status = await job.run(on: sink.terminal(), format: format)
    (output, errors) = sink.written(in: folder)
  }
}
