import Documents
import NotebookSyntax
import Testing

@Suite("Texts of the front matter")
struct FrontMatterTextTests {
  private func notebook(_ frontMatter: String) -> Notebook {
    NotebookParser.parse(
      SourceText(path: "n.md", text: "---\n\(frontMatter)\n---\n\n`{swift} last`\n")
    )
  }

  @Test(
    "have values with their places, however they are written, and these run last",
    arguments: [
      "title: The `{swift} a + b` of it",
      "title: 'The `{swift} a + b` of it''s'",
      #"title: "The \"`{swift} a + b`\" of it""#,
      "title: The long\n  title `{swift} a + b` of\n  it",
      "abstract: |\n  One.\n\n  - The `{swift} a + b`\n    of it",
      "abstract: >-\n      One\n      `{swift} a + b` of\n\n      it",
      "abstract: |\n\n  $x^\\swift{a + b}$",
      "subtitle: Ä `{swift} a + b`=3 of it",
    ]
  )
  func values(_ frontMatter: String) throws {
    let notebook = notebook(frontMatter)
    #expect(notebook.diagnostics.isEmpty)
    let values = notebook.pieces.compactMap { piece -> InlineValue? in
      if case .value(let value) = piece { value } else { nil }
    }
    #expect(values.map(\.expression.text) == ["last", "a + b"])
    let value = try #require(values.last)
    let written = notebook.source[value.range]
    #expect(written.hasPrefix("`{swift} a + b`") || written == #"\swift{a + b}"#)
    let start = value.expression.origin(of: 0)
    #expect(notebook.source[start..<start + 5] == "a + b")
    #expect(value.id == value.range.lowerBound)
  }

  @Test("refer, cite and promise at their places")
  func references() {
    let notebook = notebook("bibliography: r.bib\ntitle: A `{swift} x`=1 of @eq-a and @doe2020")
    #expect(notebook.referencedLabels.map { notebook.source[$0.range] } == ["@eq-a"])
    #expect(notebook.citations.flatMap(\.items).map { notebook.source[$0.range] } == ["@doe2020"])
    #expect(notebook.diagnostics.map(\.start) == [SourcePosition(line: 3, column: 27)])
  }

  @Test("a title that looks like a list or a tag is a line of text")
  func lines() {
    let notebook = notebook("title: 1. Array<Int> of `{swift} n`\nsubtitle: '# No heading'")
    #expect(notebook.frontMatter.titleText?.first == .text("1. Array"))
    #expect(notebook.frontMatter.subtitleText == [.text("# No heading")])
  }

  @Test("a value behind escapes is an error at its text")
  func escapes() {
    let notebook = notebook(#"title: "\u0041 `{swift} n`""#)
    #expect(notebook.diagnostics.map(\.identifier) == ["escaped-value"])
    #expect(notebook.diagnostics.first?.start == SourcePosition(line: 2, column: 8))
    #expect(notebook.pieces.count == 1)
  }
}
