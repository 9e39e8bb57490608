import Foundation
import NotebookExecution
import Synchronization

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
    let said = Said()
    var job = VerifyJob(
      paths: names.map(folder.path),
      runOptions: RunOptions(timeout: .seconds(30)),
      terminal: Terminal(
        writeOutput: { text in said.output.withLock { $0 += text } },
        writeBytes: { bytes in said.output.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        },
        writeError: { text in said.errors.withLock { $0 += text } },
        hasColor: false,
        isQuiet: false
      )
    )
    change(&job)
    status = await job.run()
    output = folder.relative(said.output.withLock { $0 })
      .replacing(/\ \(\d+\.\d\d s\)$/.anchorsMatchLineEndings(), with: "")
    errors = folder.relative(said.errors.withLock { $0 })
  }

  private final class Said: Sendable {
    let output = Mutex("")
    let errors = Mutex("")
  }
}
