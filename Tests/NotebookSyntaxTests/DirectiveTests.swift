import Documents
import NotebookSyntax
import Testing

@Suite("Directives")
struct DirectiveTests {
  private func read(_ markdown: String) -> (text: String, directives: [Directive]) {
    let source = SourceText(path: "a.md", text: markdown)
    let read = DirectiveText(source)
    let lines = (1...read.text.lineCount).map { source[read.text.textRange(ofLine: $0)] }
    return (lines.joined(separator: "\n"), read.directives)
  }

  @Test(
    "leave the Markdown that they hold, without what it is indented by",
    arguments: [
      ("a\n@A {\n    b\n      c\n}\nd", "a\n\nb\n  c\n\nd"),
      ("@A {\n  @B(\"x\") {\n      b\n  }\n  c\n}", "\n\nb\n\nc\n"),
      ("@A(x: 1,\n   y: \"(\\\")\") {\n\tb\n}", "\n\nb\n"),
      ("@A { @B(c) }\n    d", "\n    d"),
      ("```swift\n@main struct A {\n}\n```\n    b", "```swift\n@main struct A {\n}\n```\n    b"),
      ("@A {\n  ```\n  }\n  ```\n}\n    b", "\n```\n}\n```\n\n    b"),
      ("}\n  b", "}\n  b"), ("a @b {\n    c", "a @b {\n    c"),
      ("@A(never closed\n  b", "@A(never closed\n  b"),
    ]
  )
  func text(_ markdown: String, _ expected: String) {
    #expect(read(markdown).text == expected)
  }

  @Test("know their arguments, each at its place")
  func arguments() {
    let markdown = "@Code(name: \"A b.swift\", file: c.swift)\n@Tab(\"D\") {\n  @Row\n}\n"
    let directives = read(markdown).directives
    #expect(directives.map(\.name) == ["Code", "Tab", "Row"])
    #expect(directives[0].arguments.map(\.name) == ["name", "file"])
    #expect(directives[0].arguments.map(\.value) == ["A b.swift", "c.swift"])
    #expect(directives[1].arguments.map(\.value) == ["D"])
    let source = SourceText(path: "a.md", text: markdown)
    #expect(directives[0].argument("name").map { source[$0.range] } == "A b.swift")
  }
}
