import Documents
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript
import TestSupport
import Testing

@testable import NotebookChecks

@Suite("Promises that are written back into a document")
struct AcceptedSourceTests {
  private func notebook(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  private func accepted(_ text: String, shows outcomes: [String]) -> String {
    let notebook = notebook(text)
    let check = PromiseCheck(notebook, Transcript(of: notebook, dealing: outcomes))
    let accepted = AcceptedSource(notebook.source, check.findings, comments: { $0.promises($1) })
    return String(decoding: accepted.bytes, as: UTF8.self)
  }

  @Test(
    "what is written stands in the same containers",
    arguments: [
      ("- a\n\n\t```swift\n\tf()\n\t```\n\n\t```output\n\t5\n\t```\n", "\t5\n", "\t7\n\tb\n"),
      ("- a\n\n\t```swift\n\tf()\n\t```\n\n\t```output\n\t```\n", "output\n", "output\n\t7\n\tb\n"),
      (
        "- a\n\n\t```swift\n\tf()\n\t```\n\n\t```output exact\n\t 5\n\t```\n", "\t 5\n",
        "\t7\n\tb\n"
      ),
      (
        "1. > - ```swift\n   >   f()\n   >   ```\n   >   ```output\n   >   ```\n", "output\n",
        "output\n   >   7\n   >   b\n"
      ),
      (">\t```swift\n>\tf()\n>\t```\n>\t```output\n>\t5\n>\t```\n", ">\t5\n", ">\t7\n>\tb\n"),
      ("- ```output\n  5\n  ```\n", "5", "5"),
      ("```swift\nf()\n```\n\n- ```output\n  ```\n", "output\n", "output\n  7\n  b\n"),
      (
        "```swift\nf()\n```\n[^n]\n\n[^n]: ```output\n    ```\n", "output\n",
        "output\n    7\n    b\n"
      ),
      ("```swift\r\nf()\r\n```\r\n```output\r\n```\r\n", "output\r\n", "output\r\n7\r\nb\r\n"),
    ]
  )
  func containers(_ text: String, _ before: String, _ after: String) {
    let wanted = text.replacing(before, with: after, maxReplacements: 1)
    #expect(accepted(text, shows: ["7\nb"]) == wanted)
  }

  @Test(
    "what is written parses to the same blocks and holds, and all else stays",
    arguments: 1...40
  )
  func law(seed: Int) {
    var random = RandomDocument(seed: UInt64(seed))
    var edits = 0
    for _ in 0..<60 {
      let text = random.text()
      let outcomes = random.outcomes()
      let notebook = notebook(text)
      guard notebook.canRun else { continue }
      let check = PromiseCheck(notebook, Transcript(of: notebook, dealing: outcomes))
      let accepted = AcceptedSource(notebook.source, check.findings, comments: { $0.promises($1) })
      edits += accepted.accepted.count
      let new = self.notebook(String(decoding: accepted.bytes, as: UTF8.self))
      let comment =
        "\(text.debugDescription)\n\(new.source[0..<new.source.bytes.count].debugDescription)"
      #expect(accepted.refused.isEmpty, "\(text.debugDescription)")
      let again = PromiseCheck(new, Transcript(of: new, dealing: outcomes))
      #expect(again.promises.map(\.kind) == check.promises.map(\.kind), "\(comment)")
      #expect(
        again.findings.map(\.diagnostic.identifier)
          == check.findings.filter { $0.edit == nil }.map(\.diagnostic.identifier),
        "\(comment)"
      )
      #expect(kinds(of: new.blocks) == kinds(of: notebook.blocks), "\(comment)")
    }
    #expect(edits > 40)
  }

  @Test("an edit that would change more than its promise is not made")
  func refusal() throws {
    let text = "```swift\nf()\n```\n\n```output\n5\n```\n"
    let notebook = notebook(text)
    let check = PromiseCheck(notebook, Transcript(of: notebook, dealing: ["7"]))
    var finding = try #require(check.findings.first)
    // As if it had lost the fence's end.
    finding.edit = SourceEdit(
      range: finding.promise.range.lowerBound + 3..<text.utf8.count,
      text: "7\n"
    )
    let accepted = AcceptedSource(notebook.source, [finding], comments: { $0.promises($1) })
    #expect(accepted.accepted.isEmpty)
    #expect(accepted.refused.count == 1)
    #expect(accepted.bytes == Array(text.utf8))
  }

  private func kinds(of blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.content {
      case .quote(let blocks): ["quote"] + kinds(of: blocks) + ["end"]
      case .list(let list): ["list"] + list.items.flatMap { kinds(of: $0.blocks) + ["item"] }
      case .cell: ["cell"]
      case .output: ["output"]
      case .paragraph: ["paragraph"]
      case .code: ["code"]
      default: ["other"]
      }
    }
  }
}
