import Foundation
import NotebookExecution
import Synchronization

@testable import render

/// What one call of `render` says, within this process.
struct Rendered {
  var status: ExitStatus
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
    change: (inout RenderJob) -> Void = { _ in }
  ) async {
    let said = Said()
    var job = RenderJob(
      paths: names.map(folder.path),
      outputFolder: folder.path("Output"),
      assets: .standard,
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
