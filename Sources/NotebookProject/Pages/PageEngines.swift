import Foundation
import NotebookExecution
import Typesetting

/// What runs the cells of all notebooks and sets their formulas. It is warm once it was used.
struct PageEngines: Sendable {
  var runner: NotebookRunner
  let typesetter: Typesetter

  init(_ job: RenderJob) {
    runner = NotebookRunner(options: job.runOptions)
    typesetter = Typesetter(
      assets: URL(filePath: job.assets.source),
      store: job.runOptions.store,
      limit: job.runOptions.width
    )
  }
}
