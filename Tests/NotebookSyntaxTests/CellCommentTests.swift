import Documents
import NotebookSyntax
import Testing

@Suite("Comments about cells")
struct CellCommentTests {
  private func read(_ markdown: String) -> (cells: [String], messages: [String]) {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    let cells = notebook.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("Cell") }.map { String($0.prefix { $0 != "\"" }.dropLast()) }
    let messages = notebook.diagnostics.map {
      "\($0.start?.line ?? 0):\($0.start?.column ?? 0) \($0.identifier)"
    }
    return (cells, messages)
  }

  @Test(
    "say what the fence behind them would",
    arguments: [
      ("no-run", "Cell no-run"), ("ignore", "Cell ignore"), ("compile-fail", "Cell compile-fail"),
      ("isolated", "Cell isolated"), ("group=server, no-run", "Cell no-run group=server"),
      ("platform=watchOS", "Cell ignore"),
    ]
  )
  func words(_ words: String, _ cell: String) {
    let read = read("<!-- lectern: \(words) -->\n```swift\n1\n```\n\n```swift\n2\n```\n")
    #expect(read.cells == [cell, "Cell"])
    #expect(read.messages == [])
  }

  @Test(
    "say what the cell behind them shows",
    arguments: [
      ("<!-- lectern: expect 5.0 -->\n```swift\n1\n```\n", "5.0", 2),
      ("<!-- lectern: expect\n5.0\n  -1\n-->\n```swift\n1\n```\n", "5.0\n  -1", 5),
      ("<!-- lectern: expect 5.0\n6 -->\n\n```swift\n1\n```\n", "5.0\n6 ", 4),
      ("<!-- lectern: expect -->\n<!-- lectern: isolated -->\n```swift\n1\n```\n", "", 3),
      ("<!-- lectern: isolated -->\n<!-- lectern: expect \"a -->\n```swift\n1\n```\n", "\"a", 3),
      ("- > <!-- lectern: expect\n  > 5\n  > -->\n  > ```swift\n  > 1\n  > ```\n", "5", 4),
    ]
  )
  func expectations(_ markdown: String, _ text: String, _ line: Int) {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    #expect(notebook.outputs.map(\.text.text) == [text])
    #expect(
      notebook.outputs.compactMap(\.cell).map { notebook.source.position(at: $0).line } == [line]
    )
    #expect(notebook.diagnostics.map(\.identifier) == [])
  }

  @Test(
    "are told at their places where they say nothing",
    arguments: [
      ("<!-- lectern: no-run -->\ntext\n\n```swift\n1\n```\n", ["1:1 loose-comment"]),
      ("<!-- lectern: no-run -->\n\n```json\n1\n```\n", ["1:1 loose-comment"]),
      ("- a\n\n  <!-- lectern: no-run -->\n", ["3:3 loose-comment"]),
      ("<!-- lectern: expect 1 -->\ntext\n", ["1:1 loose-comment"]),
      (
        "<!-- lectern: expect 1 -->\n<!-- lectern: expect 2 -->\n```swift\n1\n```\n",
        ["1:1 loose-comment"]
      ),
      ("<!-- lectern: quietly -->\n```swift\n1\n```\n", ["1:15 unknown-fence-word"]),
      ("<!-- lectern: no-rnu -->\n```swift\n1\n```\n", ["1:15 unknown-fence-word"]),
      ("<!-- lectern: platform=Plan9 -->\n```swift\n1\n```\n", ["1:24 wrong-fence-value"]),
      ("<!-- lectern: ignore -->\n```swift no-run\n1\n```\n", ["1:15 contradicting-fence-words"]),
    ]
  )
  func faults(_ markdown: String, _ messages: [String]) {
    #expect(read(markdown).messages == messages)
  }
}
