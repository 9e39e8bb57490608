import Foundation
import NotebookExecution
import ResultStore
import TestSupport

@testable import NotebookProject
@testable import render

/// What one call of `render explain` says, within this process.
struct Explained {
  var status: JobStatus
  /// Its lines, each making as if it were just now.
  var lines: [String]
  var errors: String

  /// Explains files of a scratch folder, with the store in its folder `store`.
  ///
  /// - Parameter change: changes what is asked for.
  init(
    _ names: String...,
    in folder: ScratchFolder,
    format: ExplanationFormat = .text,
    reads: Bool = true,
    isFrozen: Bool = false,
    showsAll: Bool = true,
    change: (inout RenderJob) -> Void = { _ in }
  ) {
    let sink = Sink()
    var rendering = RenderJob(paths: names.map(folder.path), outputFolder: folder.path("Output"))
    let store = ResultStore(folder: folder.path("store"), limit: 1 << 28, isReadOnly: true) { _ in }
    rendering.runOptions.store = StoreUse(store, reads: reads, isFrozen: isFrozen)
    rendering.runOptions.sandbox = .off
    change(&rendering)
    status = ExplainJob(rendering: rendering)
      .run(on: sink.terminal(), format: format, showsAll: showsAll)
    let (output, errors) = sink.written(in: folder)
    self.errors = errors
    lines = output.replacing(/\d+ (second|minute)s? ago/, with: "just now")
      .split(separator: "\n").map(String.init)
  }

  /// The line about something, without its place and name.
  subscript(_ name: String) -> String? {
    for line in lines {
      if let range = line.range(of: ": \(name): ") { return String(line[range.upperBound...]) }
    }
    return nil
  }

  /// The last line.
  var summary: String { lines.last ?? "" }
}
