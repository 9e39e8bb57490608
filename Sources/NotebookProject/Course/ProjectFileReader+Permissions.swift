import Files
import NotebookSyntax

/// The keys that say what pages may do.
extension ProjectFileReader {
  mutating func readScripts(_ entry: YAMLEntry) {
    switch entry.value.content {
    case .text("true"): project.permissions.scripts = true
    case .text("false"): project.permissions.scripts = false
    default:
      report(
        "'scripts' is true or false",
        help: "'true' lets scripts in raw HTML and in what cells show run on the pages",
        entry.value.range
      )
    }
  }

  mutating func hosts(_ entry: YAMLEntry) -> [String] {
    values(of: entry.value).compactMap { value in
      if case .text(let host) = value.content, PagePermissions.isHost(host.lowercased()) {
        return host.lowercased()
      }
      report(
        "'\(entry.key)' is the name of a site, or a list of them",
        help: "such as '\(entry.key): [www.youtube-nocookie.com]', without https:",
        value.range
      )
      return nil
    }
  }

  mutating func readTrusted(_ entry: YAMLEntry) {
    let paths = innerPaths(entry, "path", "such as 'trusted: [week1/plots.md]'")
    project.trusted += paths.map { PathPattern($0.path, at: $0.value.textRange) }
  }
}
