import Documents
import Files
import NotebookPrograms
import NotebookSyntax

/// How the cells of a document are checked: as its project file says, and else as is usual for its form.
struct DocumentSettings {
  private let project: ProjectFile?
  private let rule: VerifyRule
  private let form: DocumentForm
  private let prelude: SourceText?

  /// - Parameter files: how the file is read that each program begins with.
  init(_ document: ReadDocument, _ form: DocumentForm, _ files: FileView) {
    self.form = form
    project = document.project
    rule = project?.verifyRule(forFile: document.source.path) ?? VerifyRule()
    prelude = rule.prelude.flatMap { [project] prelude in
      project.flatMap { files.source(at: Paths.join($0.folder, prelude.text).withoutCurrentFolder) }
    }
  }

  /// Changes a notebook of the document.
  func apply(to notebook: inout Notebook) {
    notebook.context += context
    notebook.rules.running = rule.running ?? .all
    notebook.rules.results = rule.results
    // An error would tell authors to change words that are plain to their readers.
    notebook.rules.toleratesDoubts = form != .notebook || rule.results != nil
    // Nobody means by an example to write into a package's sources.
    notebook.rules.runsInEmptyFolder = form != .notebook
    switch rule.scope {
    case .document: break
    case .fence: notebook.frontMatter.isIsolated = true
    case .auto: notebook.rules.triesCellsAlone = true
    // Examples of documentation often have nothing to do with each other.
    case nil: notebook.rules.triesCellsAlone = form == .article || form == .source
    }
    if form != .notebook, let defaults = project?.defaults {
      let text = SourceText(path: notebook.source.path, text: "")
      let isIsolated = notebook.frontMatter.isIsolated
      notebook.frontMatter = FrontMatter.reading(text, defaults: defaults)
      notebook.frontMatter.isIsolated = isIsolated || notebook.frontMatter.isIsolated
    }
    notebook.exempt { cell in
      let exemption = CellKind(cell).exemption
      return exemption == .platform && rule.checksPlatforms == true ? nil : exemption
    }
  }

  private var context: [ContextCode] {
    guard let project else { return [] }
    let imports = (rule.imports ?? []).map { name in
      // The name stands at its place in the project file if the word before it has room there.
      let line = project.source.lineRange(project.source.position(at: name.range.lowerBound).line)
      let start = max(line.lowerBound, name.range.lowerBound - "import ".utf8.count)
      return ContextCode("import \(name.text)", in: project.source, at: start)
    }
    return imports + (prelude.map { [ContextCode($0)] } ?? [])
  }

  /// What is wrong with the file that each program begins with.
  func faults(in source: SourceText) -> [ParsedDocument] {
    guard let project, let named = rule.prelude else { return [] }
    let faults =
      prelude?.faults ?? [
        Diagnostic(
          .error,
          .projectFile,
          "there is no file '\(named.text)' to begin programs with",
          help: "paths begin at the folder of \(ProjectFile.name)",
          in: project.source,
          at: named.range
        )
      ]
    return faults.isEmpty ? [] : [ParsedDocument(of: source, diagnostics: faults)]
  }
}

extension String {
  /// A path that does not begin with the current folder.
  var withoutCurrentFolder: String { hasPrefix("./") ? String(dropFirst(2)) : self }
}
