import Files
import Foundation
import NotebookExecution
import NotebookPages
import NotebookSyntax

/// The files that a page is made from, as far as its notebook names them.
struct PageOrigins: Sendable {
  var notebook: String
  /// The files of its literature that are there.
  var bibliographies: [String]
  /// What it says its cells read, and what its flags lead to, as far as it can be watched.
  var inputs: [String]
  /// What its programs opened, as far as it can be watched.
  var opened: [String]
  /// The notebooks whose labels it uses.
  var labelled: [String]
  /// The files that it shows and links to, and the notebooks to whose places it links.
  var linked: [String]

  /// - Parameters:
  ///   - notebook: the notebook, which need not have been run.
  ///   - opened: the files that its programs opened.
  ///   - links: what the page shows and links to.
  init(
    of notebook: Notebook,
    links: PageLinks,
    others: OtherPages,
    opened: [String] = []
  ) {
    self.notebook = notebook.source.path
    bibliographies = BibliographyShelf.files(of: notebook).map(\.file)
      .filter { FileManager.default.isReadableFile(atPath: $0) }
    func watched(_ paths: [String]) -> [String] {
      paths.flatMap {
        WatchedPaths.paths(for: Paths.path($0, beside: notebook.source.path))
      }
    }
    inputs = watched(notebook.frontMatter.inputs.map(\.path)) + notebook.filesOfFlags
    self.opened = watched(opened)
    labelled = others.notebooks(usedBy: notebook)
    linked = links.links.flatMap { link -> [String] in
      switch link.destination.kind {
      case .file, .unreadable: [link.destination.path]
      case .page, .unmadePage: link.destination.anchor == nil ? [] : [link.destination.path]
      case .here, .folder, .placed, .outside, .missing: []
      }
    }
  }

  /// All of them.
  var files: [String] {
    [notebook] + bibliographies + inputs + opened + labelled + linked
  }
}
