import NotebookExecution
import NotebookSyntax

extension ProgramAccess {
  /// What the programs of a document may do.
  /// - Parameter project: the project file that it is under: they may read its whole folder.
  init(under project: ProjectFile?) {
    self.init(
      sandbox: project?.sandbox ?? .auto,
      root: project?.folder,
      outputs: project?.outputs ?? []
    )
  }
}

/// The keys that say what programs may do.
extension ProjectFileReader {
  mutating func readSandbox(_ entry: YAMLEntry) {
    if case .text(let text) = entry.value.content, let mode = SandboxMode(rawValue: text) {
      project.sandbox = mode
      return
    }
    report(
      "'sandbox' is auto, on or off",
      help: "'on' runs nothing where there is no sandbox, 'auto' runs it without",
      entry.value.range
    )
  }

  mutating func readOutputs(_ entry: YAMLEntry) {
    project.outputs += innerPaths(entry, "folder", "such as 'outputs: [figures]'").map(\.path)
  }
}
