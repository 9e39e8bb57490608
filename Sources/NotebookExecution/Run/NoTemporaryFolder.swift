import Documents
import NotebookSyntax

/// There is no folder in which programs can be made.
struct NoTemporaryFolder: Error {
  /// Where one was looked for.
  let places: [String]

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .error,
      .noTemporaryFolder,
      "cells cannot be compiled, as no folder can be made in "
        + places.map { "'\($0)'" }.joined(separator: " or "),
      help: "set TMPDIR to a folder that can be written",
      path: path
    )
  }
}
