import Documents
import Files
import NotebookExecution
import NotebookSyntax
import NotebookTranscript
import ResultStore

extension FileView {
  /// The text of a file; `nil` where it cannot be read.
  /// - Parameter use: what of it counts for who asks.
  func source(at path: String, for use: FileDependency.Use = .content) -> SourceText? {
    contents(of: path, for: use).map { SourceText(path: path, bytes: $0) }
  }

  /// The text of a notebook in its variant; `nil` where it cannot be read.
  /// - Parameter use: what of it counts for who asks.
  func source(of input: NotebookInput, for use: FileDependency.Use = .content) -> SourceText? {
    guard let source = source(at: input.path, for: use) else { return nil }
    if input.variant == nil { return source }
    return VariantText(source, in: input.variant, of: ProjectFile.variants(of: input.project))
      .source
  }

  /// What tells the content of a file or folder from any other; `nil` where it cannot be read.
  func fingerprint(of path: String) -> Fingerprint? {
    note(path, .content)
    if let bytes = inFront(of: path) { return Fingerprint(of: bytes) }
    return showsDisk ? Fingerprint(at: path) : nil
  }

  /// The same for nothing but a file.
  func fingerprint(ofFile path: String) -> Fingerprint? {
    note(path, .content)
    if let bytes = inFront(of: path) { return Fingerprint(of: bytes) }
    return showsDisk ? Fingerprint(ofFile: path) : nil
  }

  /// Whether a path names a folder.
  func isFolder(_ path: String) throws(InputFault) -> Bool {
    guard !path.isEmpty, let item = item(at: path) else { throw .missing(path) }
    return item.isFolder
  }
}

extension FileView {
  /// Notes what the programs of a notebook read, which they do by themselves.
  func noteReading(of notebook: Notebook, _ transcript: Transcript = Transcript()) {
    let named = notebook.frontMatter.inputs.map(\.path) + transcript.openedFiles.map(\.path)
    for path in named { note(Paths.path(path, beside: notebook.source.path), .content) }
    for path in notebook.filesOfFlags + transcript.packageFiles { note(path, .content) }
    // A source may come.
    for path in transcript.packageFiles { note(Paths.path(".", beside: path), .names) }
  }
}
