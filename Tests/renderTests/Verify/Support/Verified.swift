import Foundation
import NotebookExecution
import TestSupport

@testable import render

/// What one call of `render verify` says, within this process.
struct Verified {
  var status: ExitStatus
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
    change: (inout VerifyJob) -> Void = { _ in }
  ) async {
    let sink = Sink()
    var job = VerifyJob(
      paths: names.map(folder.path),
      runOptions: RunOptions(timeout: .seconds(30)),
      terminal: sink.terminal()
    )
    change(&job)
    status = await job.run()
    (output, errors) = sink.written(in: folder)
  }
}
