import Documents
import NotebookSyntax

extension ProjectFileReader {
  private static let example =
    "such as 'references: {numpy: {file: inventories/numpy.inv, url: https://numpy.org/doc/stable}}'"

  /// Other projects, each by the name that links call it.
  mutating func readReferences(_ entry: YAMLEntry) {
    guard case .entries(let projects) = entry.value.content else {
      report(
        "'references' has other projects, each by a name",
        help: Self.example,
        entry.value.range
      )
      return
    }
    for project in projects { read(reference: project) }
  }

  private mutating func read(reference entry: YAMLEntry) {
    guard !entry.key.isEmpty, !entry.key.contains(where: { $0.isWhitespace || $0 == "#" }) else {
      report(
        "a project's name is one word without '#'",
        help: "links call it so: 'xref:numpy#numpy.exp'",
        entry.keyRange
      )
      return
    }
    guard case .entries(let entries) = entry.value.content else {
      report("a project has a 'file' and a 'url'", help: Self.example, entry.value.range)
      return
    }
    let keys = ["file", "url"]
    for entry in entries where !keys.contains(entry.key) {
      report(
        .unknownProjectKey,
        "there is no key '\(entry.key)' in a project of 'references'",
        help: Self.help(on: entry.key, among: keys),
        entry.keyRange
      )
    }
    let file = entries.first { $0.key == "file" }
    let url = entries.first { $0.key == "url" }
    guard let file, let url else {
      // What is misspelt is told already.
      if entries.allSatisfy({ keys.contains($0.key) }) {
        report("a project has a 'file' and a 'url'", help: Self.example, entry.keyRange)
      }
      return
    }
    let path = text(file, "such as 'file: inventories/numpy.inv'")
    let address = address(url, "such as 'url: https://numpy.org/doc/stable'")
    guard let path, let address, inside(path, file.value) != nil else { return }
    project.references.append(
      ReferencedProject(name: entry.key, file: path, range: file.value.textRange, url: address)
    )
  }
}
