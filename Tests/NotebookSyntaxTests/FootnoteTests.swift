import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Footnotes")
struct FootnoteTests {
  private func parse(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  /// Documents with notes, and what is said of them.
  private static let documents: [(text: String, expected: [String])] = [
    ("A[^a].\n\n[^b]: Lost.\n", ["warning 1:2 unknown-footnote", "warning 3:1 uncalled-footnote"]),
    ("A[^a].\n\n[^a]: One.\n[^a]: Two.\n", ["warning 4:1 doubled-footnote"]),
    ("A[^a].\n\n[^a]: One.\n\n[^A]: Two.\n", ["warning 5:1 doubled-footnote"]),
    ("> A[^Ä].\n>\n> [^ä]: One.\n", []),
    ("- A[^x] [^y]\n\n[^x]: One[^z].\n\n[^z]: Two.\n", ["warning 1:9 unknown-footnote"]),
    ("`[^a]` and \\[^a] and [\\^a] and [^a](u)\n\n```text\n[^a]\n```\n", []),
    ("A class such as [^a-z] or [^0-9] or [^\\s].\n", []),
    ("# A [^h]\n\n| a[^t] |\n| --- |\n| b |\n\n[^h]: H.\n\n[^t]: T.\n", []),
    (
      "```swift label=fig-a caption=\"A[^a]\"\n1\n```\nB[^a].\n\n[^a]: One.\n",
      [
        "warning 1:32 footnote-in-caption"
      ]
    ),
    ("<p>A[^a]</p>\n", []),
  ]

  @Test("calls and notes that miss each other are told at their places", arguments: documents)
  func diagnostics(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }

  @Test("a note that only looks alike is offered")
  func suggestion() {
    let help = parse("A[^sorce].\n\n[^source]: A book.\n\nB[^source].\n").diagnostics.first?.help
    #expect(help == "did you mean [^source]?")
  }

  @Test("cells in notes that the page leaves out are run, and their promises are known")
  func droppedCells() {
    let text = """
      A[^b] and[^a].

      [^u]: Uncalled `{swift} n`=3.

          ```swift
          let n = 2  // => 3
          ```

      [^a]: One.
      [^a]: Two.

          ```swift
          let m = 4
          ```
          ```output
          5
          ```

      [^b]: $$ x $$ {#eq-x} See @eq-x.

      """
    let notebook = parse(text)
    let cells = notebook.pieces.compactMap { piece -> String? in
      if case .cell(let cell) = piece { cell.code.text } else { nil }
    }
    #expect(cells == ["let n = 2  // => 3", "let m = 4"])
    #expect(notebook.outputs.map(\.text.text) == ["5"])
    #expect(notebook.pieces.count == 3)
    // The notes of the page and their numbers are those that they would be without the others.
    #expect(notebook.footnotes.map(\.name) == ["b", "a"])
    #expect(notebook.footnotes.map(\.number) == [1, 2])
    #expect(notebook.footnotes.map(\.referenceCount) == [1, 1])
    #expect(notebook.dump.contains("FootnoteReference 1 #1"))
    #expect(notebook.dump.contains("FootnoteReference 2 #1"))
    #expect(notebook.blocks.first?.range.lowerBound == 0)
    #expect(notebook.diagnostics.map(\.identifier) == ["uncalled-footnote", "doubled-footnote"])
  }

  @Test("what a note labels that the page leaves out is nowhere to be found")
  func droppedLabels() {
    let text = "See @eq-u.\n\n[^u]: $$ x $$ {#eq-u}\n"
    #expect(parse(text).diagnostics.map(\.identifier) == ["unknown-label", "uncalled-footnote"])
  }

  @Test("a document's other places are the same with a note that nothing calls")
  func places() {
    let body = "# T {#sec-t}\n\n- `{swift} 1` and $x$\n\n```swift\n1\n```\n"
    let plain = parse(body)
    let other = parse(body + "\n[^u]: Uncalled.\n")
    #expect(other.pieces.map(\.range) == plain.pieces.map(\.range))
    #expect(other.blocks.map(\.range) == plain.blocks.map(\.range))
    #expect(other.labels == plain.labels)
  }
}
