import Bibliography
import Documents
import Files
import NotebookSyntax
import Synchronization

/// Reads the BibTeX files that notebooks name, each list of files once for all notebooks.
final class BibliographyShelf: Sendable {
  /// The bibliography of one notebook.
  struct Reading: Sendable {
    var bibliography: Bibliography
    /// The files that could be read, for excerpts.
    var files: [SourceText]
    /// What is wrong in the files, and which of them are missing.
    var diagnostics: [Diagnostic]
  }

  private let readings = Mutex<[[String]: (Bibliography, [SourceText])]>([:])

  /// Reads the files that a notebook's front matter names.
  /// - Parameter view: how they are read, which notes them for the notebook.
  func reading(for notebook: Notebook, in view: FileView) -> Reading {
    let named = Self.files(of: notebook)
    let missing = named.filter { !view.isReadable($0.file) }
    for (_, file) in missing { view.note(file, holding: nil) }
    let diagnostics = missing.map { path, file in
      Diagnostic(
        .error,
        .missingBibliography,
        "the bibliography '\(path.path)' cannot be read",
        help: path.isDefault
          ? "its path starts at the folder of \(ProjectFile.name): \(file)"
          : "its path starts at the notebook's folder: \(file)",
        in: notebook.source(of: path),
        at: path.range
      )
    }
    let (bibliography, files) = read(named.map(\.file), view)
    return Reading(
      bibliography: bibliography,
      files: files,
      diagnostics: diagnostics + bibliography.diagnostics
    )
  }

  /// Notes the files that a notebook's front matter names.
  static func noteFiles(of notebook: Notebook, in view: FileView) {
    for (_, file) in files(of: notebook) { view.note(file, .content) }
  }

  /// The files that a notebook's front matter names, and where each is, if it is.
  private static func files(of notebook: Notebook) -> [(FrontMatter.Path, file: String)] {
    notebook.frontMatter.bibliography.map { path in
      (path, Paths.path(path.path, beside: notebook.source.path))
    }
  }

  private func read(_ paths: [String], _ view: FileView) -> (Bibliography, [SourceText]) {
    readings.withLock { readings in
      if let known = readings[paths] {
        for file in known.1 { view.note(file.path, holding: file.bytes) }
        return known
      }
      let files = paths.compactMap { view.source(at: $0) }
      let reading = (Bibliography(files, isWhole: files.count == paths.count), files)
      readings[paths] = reading
      return reading
    }
  }
}
