import NotebookExecution
import NotebookSyntax

extension ProgramAccess {
  /// What the programs of a document may do.
  /// - Parameter project: the project file that it is under: they may read its whole folder.
  init(under project: ProjectFile?) {
    self.init(
      sandbox: project?.sandbox ?? .auto,
      root: project?.folder,
      outputs: project?.outputs ?? [],
      flags: project?.allowedFlags ?? []
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

  /// Each is one option, by the word that a document writes.
  mutating func readAllowedFlags(_ entry: YAMLEntry) {
    for value in values(of: entry.value) {
      guard case .text(let text) = value.content, text.hasPrefix("-"), !text.contains(" ") else {
        report(
          "'allowed-flags' is a list of options, each without what it is given",
          help: "such as 'allowed-flags: [-Xlinker, -load-plugin-executable]'",
          value.range
        )
        continue
      }
      project.allowedFlags.insert(text)
    }
  }

  mutating func readOutputs(_ entry: YAMLEntry) {
    project.outputs += innerPaths(entry, "folder", "such as 'outputs: [figures]'").map(\.path)
  }
}
