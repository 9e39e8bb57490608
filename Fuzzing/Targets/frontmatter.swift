import Documents

@testable import NotebookSyntax

/// Front matter, whatever stands in it, gives settings and messages at places in it.
func fuzz(_ bytes: [UInt8]) {
  let text = Array("---\n".utf8) + bytes + Array("\n---\n\ntext\n".utf8)
  let source = SourceText(path: "a.md", bytes: text)
  guard source.faults.isEmpty else { return }
  let head = FrontMatterParser(source, defaults: nil)
  hold(head.diagnostics, in: source)
  if let range = head.frontMatter.range { holdInside(range, source, "front matter") }
  let file = SourceText(path: "a.yml", bytes: bytes)
  let yaml = YAMLFile(file, Diagnostic.Kind("front-matter"))
  for entry in yaml.entries {
    holdInside(entry.keyRange, file, "a key")
  }
}
