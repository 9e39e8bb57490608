import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Markdown without our extras")
struct PlainMarkdownTests {
  private static let documents = [
    "# One #\n\nTwo\n===\n\nthree\n---\n",
    "* a\n\n  b\n* c\n\n\n- d\n1) e\n2) f\n\n7. g\n",
    "> a\nlazy\n> > b\n\n> c\n\n    code\n\ttab code\n",
    "``a ` b`` `c` **d *e* f** __g__ _h_ ***i*** ~~j~~ ~k~\n",
    "[a](b \"c\") [d] [e][d] ![f](<g h> 'i') <http://j.k> www.l.mn\n\n[d]: /url 'title'\n",
    "| a | b |\n|:-:|--:|\n| `c` | *d* |\n| e \\| f | |\n\n| x |\n| - |\n",
    "<div>\n*a*\n\n*b*\n</div>\n\n<!-- c\n\nd -->\n\n<b>e</b> <i x='y'>f</i>\n",
    "- [ ] a\n- [x] b\n  - [ ] c\n\na  \nb\\\nc\n\n&amp; &copy; &#97; \\* \\`\n",
    "~~~ info string\ncode\n```\n~~~\n\n```x\nunclosed\n",
    "* * *\n***\n---\n_ _ _\n\n- a\n-\n- b\n\n1.\n\n   c\n",
  ]

  @Test("a document gives the blocks and inlines that cmark-gfm gives", arguments: documents)
  func document(_ markdown: String) throws {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    #expect(try NotebookOutline(notebook).lines == CMarkProgram.outline(markdown))
  }

  @Test("documents put together at random do too", arguments: 0..<8)
  func randomDocuments(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let markdown = RandomMarkdown.document(&random)
      let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
      let expected = try CMarkProgram.outline(markdown)
      try #require(NotebookOutline(notebook).lines == expected, "\(markdown.debugDescription)")
    }
  }

  @Test("a formula in a document changes nothing around it", arguments: 0..<8)
  func formulasLeaveTheRestAlone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      // Apart, because two dollars together open a display formula.
      let markdown = RandomMarkdown.document(&random, word: " W ")
      let formula = #"$W_*|_`"#.dropLast() + #"$"#
      let plain = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
      let extra = NotebookParser.parse(
        SourceText(path: "a.md", text: markdown.replacing("W", with: formula))
      )
      let expected = plain.shape
      try #require(extra.shape == expected, "\(markdown.debugDescription)")
    }
  }

  @Test(
    "a citation in a document changes nothing around it",
    arguments: 0..<8,
    ["@w_1", "-@w_1", "[see @w_1, p. *3*; @{w|2*}]", #"\ref{w_1}"#]
  )
  func citationsLeaveTheRestAlone(seed: UInt64, citation: String) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let markdown =
        "---\nbibliography: a.bib\n---\n" + RandomMarkdown.document(&random, word: " W ")
      let plain = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
      let extra = NotebookParser.parse(
        SourceText(path: "a.md", text: markdown.replacing("W", with: citation))
      )
      let expected = plain.shape
      try #require(extra.shape == expected, "\(markdown.debugDescription)")
    }
  }
}

extension Notebook {
  /// The kinds of the blocks, in order and nested, without any text.
  fileprivate var shape: String {
    dump.split(separator: "\n").compactMap { line -> String? in
      let indent = line.prefix { $0 == " " }
      let name = line.dropFirst(indent.count).prefix { $0.isLetter }
      let blocks = [
        "Paragraph", "Heading", "Quote", "List", "Item", "Code", "HTML", "Table", "Row", "Cell",
        "ThematicBreak",
      ]
      return blocks.contains(String(name)) ? String(indent) + String(name) : nil
    }.joined(separator: "\n")
  }
}
