import Documents
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript
import Testing

@testable import NotebookChecks

@Suite("Output fences against a transcript")
struct PromiseCheckTests {
  private func findings(
    _ markdown: String,
    shows text: String,
    status: Transcript.Record.Status = .ran,
    diagnostics: [Diagnostic] = []
  ) -> [Diagnostic] {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    let output = [Transcript.Output.text(text, .standardOutput)]
    let records = Dictionary(
      uniqueKeysWithValues: notebook.pieces.map {
        ($0.id, Transcript.Record(status: status, output: output))
      }
    )
    return PromiseCheck(notebook, Transcript(records: records, diagnostics: diagnostics)).findings
      .map(\.diagnostic)
  }

  @Test("a promise that holds is no finding")
  func holds() {
    #expect(findings("```swift\na\n```\n\n```output\n1.0 2.5\n```\n", shows: "1.0 2.52\n").isEmpty)
  }

  @Test("a broken promise is an error at the first token that differs")
  func broken() throws {
    let found = findings(
      "```swift\na\n```\n\n```output\n1.0\n2.0 3.0\n```\n",
      shows: "1.0\n2.5 3.0"
    )
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.start == SourcePosition(line: 7, column: 1))
    #expect(finding.end == SourcePosition(line: 7, column: 4))
    #expect(finding.message == "'2.0' is promised here, but the cell shows '2.5'")
  }

  @Test("places are right in a list and in a quote")
  func places() {
    let list = findings("- a\n\n  ```swift\n  a\n  ```\n  ```output\n  x y\n  ```\n", shows: "x z")
    #expect(list.map(\.start) == [SourcePosition(line: 7, column: 5)])
    let quote = findings("> ```swift\n> a\n> ```\n> ```output\n> x y\n> ```\n", shows: "x z")
    #expect(quote.map(\.start) == [SourcePosition(line: 5, column: 5)])
  }

  @Test("a promise in a footnote is checked too")
  func footnote() {
    let text = "A[^n].\n\n[^n]: B\n\n    ```swift\n    a\n    ```\n    ```output\n    x\n    ```\n"
    #expect(findings(text, shows: "x").isEmpty)
    #expect(findings(text, shows: "y").map(\.start) == [SourcePosition(line: 9, column: 5)])
  }

  @Test("too little and too much are told")
  func lengths() {
    let less = findings("```swift\na\n```\n```output\n1 2\n```\n", shows: "1")
    #expect(less.map(\.message) == ["'2' is promised here, but the cell shows nothing more"])
    let more = findings("```swift\na\n```\n```output\n1\n```\n", shows: "1 2")
    #expect(more.map(\.message) == ["nothing more is promised here, but the cell shows '2'"])
  }

  @Test("a cell that did not come so far is a fault, unless an error says why")
  func failed() {
    let text = "```swift\na\n```\n```output\n1\n```\n"
    let error = Diagnostic(.error, "trap", "it trapped", path: "a.md")
    for status in [Transcript.Record.Status.failed, .notRun] {
      let silent = findings(text, shows: "", status: status)
      #expect(silent.map(\.identifier) == ["promise-not-checked"])
      #expect(findings(text, shows: "", status: status, diagnostics: [error]).isEmpty)
    }
  }

  @Test("all broken promises of a notebook come together")
  func several() {
    let text = "```swift\na\n```\n```output\n1\n```\n\n```swift\nb\n```\n```output\n3\n```\n"
    #expect(findings(text, shows: "2").count == 2)
  }
}
