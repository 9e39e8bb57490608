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
    "are told at their places where they say nothing",
    arguments: [
      ("<!-- lectern: no-run -->\ntext\n\n```swift\n1\n```\n", ["1:1 loose-comment"]),
      ("<!-- lectern: no-run -->\n\n```json\n1\n```\n", ["1:1 loose-comment"]),
      ("- a\n\n  <!-- lectern: no-run -->\n", ["3:3 loose-comment"]),
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
