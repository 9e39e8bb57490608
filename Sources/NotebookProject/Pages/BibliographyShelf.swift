import Bibliography
import Documents
import Files
import Foundation
import NotebookSyntax
import ResultStore
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
    /// All of them, as they were read.
    var contents: [PageRecord.File]
  }

  private let sources: DocumentFiles
  private let readings = Mutex<[[String]: (Bibliography, [SourceText])]>([:])

  /// - Parameter sources: how the files are read.
  init(_ sources: DocumentFiles) { self.sources = sources }

  /// Reads the files that a notebook's front matter names.
  func reading(for notebook: Notebook) -> Reading {
    let named = Self.files(of: notebook)
    let missing = named.filter { !sources.isReadable($0.1) }
    let diagnostics = missing.map { path, file in
      Diagnostic(
        .error,
        .missingBibliography,
        "the bibliography '\(path.path)' cannot be read",
        help: "its path starts at the notebook's folder: \(file)",
        in: notebook.source,
        at: path.range
      )
    }
    let (bibliography, files) = read(named.map(\.1))
    return Reading(
      bibliography: bibliography,
      files: files,
      diagnostics: diagnostics + bibliography.diagnostics,
      contents: files.map { PageRecord.File(path: $0.path, content: Fingerprint(of: $0.bytes)) }
        + missing.map { PageRecord.File(path: $0.1, content: nil) }
    )
  }

  /// The files that a notebook's front matter names, and where each is, if it is.
  static func files(of notebook: Notebook) -> [(FrontMatter.Path, file: String)] {
    notebook.frontMatter.bibliography.map { path in
      (path, Paths.path(path.path, beside: notebook.source.path))
    }
  }

  private func read(_ paths: [String]) -> (Bibliography, [SourceText]) {
    readings.withLock { readings in
      if let known = readings[paths] { return known }
      let files = paths.compactMap(sources.source(at:))
      let reading = (Bibliography(files, isWhole: files.count == paths.count), files)
      readings[paths] = reading
      return reading
    }
  }
}
