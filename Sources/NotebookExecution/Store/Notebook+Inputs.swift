import Foundation
import NotebookSyntax

extension Notebook {
  /// The files that the notebook declares as its inputs and that are not there.
  var missingInputs: [Diagnostic] {
    let folder = URL(filePath: source.path).deletingLastPathComponent()
    return frontMatter.inputs.compactMap { input in
      let path = folder.appending(path: input.path).path
      guard !FileManager.default.fileExists(atPath: path) else { return nil }
      return Diagnostic(
        .warning,
        "missing-input",
        "there is no file '\(input.path)'",
        help: "paths under 'inputs:' begin at the notebook's folder",
        in: source,
        at: input.range
      )
    }
  }
}
