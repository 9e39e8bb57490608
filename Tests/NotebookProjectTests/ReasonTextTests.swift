import Foundation
import NotebookSyntax
import ResultStore
import Testing

@testable import NotebookProject

@Suite("Reasons in words")
struct ReasonTextTests {
  private func change(_ name: String, _ kind: PartChange.Kind = .changed) -> [PartChange] {
    var parts = KeyParts(kind: ResultKind("sample", version: 1))
    var other = parts
    if kind != .removed { parts.add(name, "a") }
    if kind != .added { other.add(name, "b") }
    return parts.changes(since: other)
  }

  @Test(
    "name each part so that a stranger knows what is meant",
    arguments: [
      ("cell", "cell 1 changed"), ("value", "value 1 in the text changed"),
      ("module LayerCalculus", "module LayerCalculus changed"),
      ("env HOME", "environment variable HOME changed"),
      ("input a b.csv", "input a b.csv changed"), ("file data.csv", "file data.csv changed"),
      ("value of input 2", "the value of input 2 changed"), ("loss", "'loss' changed"),
      ("a, b", "'a, b' changed"), ("import Foundation", "import Foundation changed"),
      ("extension Array", "extension Array changed"), ("toolchain", "the toolchain changed"),
      ("statements before", "the statements before it changed"),
    ]
  )
  func names(name: String, text: String) {
    #expect(ReasonText().text(change(name)) == [text])
  }

  @Test("tell what came from what went")
  func kinds() {
    let text = ReasonText()
    #expect(text.text(change("cell", .added)) == ["cell 1 is new"])
    #expect(text.text(change("cell", .removed)) == ["cell 1 of before is gone"])
    #expect(text.text(change("module A", .added)) == ["module A is imported now"])
    #expect(text.text(change("module A", .removed)) == ["module A is imported no more"])
    #expect(text.text(change("loss", .removed)) == ["'loss' is used no more"])
    #expect(text.text(now: .isMissing) == ["the store holds it no more"])
    #expect(text.text(then: .isMissing) == ["the store did not hold it"])
  }

  @Test("leave out what follows from others")
  func consequences() {
    let text = ReasonText()
    #expect(text.text(change("cell") + change("order")) == ["cell 1 changed"])
    #expect(text.text(change("order")) == ["the order of cells and values changed"])
    #expect(
      text.text(change("flags") + change("module A") + change("running")) == ["--no-run changed"]
    )
    #expect(text.text(change("file a") + change("input a")) == ["input a changed"])
    #expect(text.text(change("formula") + change("numbers")) == ["a formula changed"])
  }

  @Test("tell how long ago something was made, in one unit")
  func ages() {
    let now = Date(timeIntervalSince1970: 1_000_000)
    for (seconds, text) in [
      (0, "just now"), (1, "1 second ago"), (59, "59 seconds ago"), (60, "1 minute ago"),
      (7199, "1 hour ago"), (7200, "2 hours ago"), (200_000, "2 days ago"), (-5, "just now"),
    ] {
      let last = Explanation.Last(seconds: 1_000_000 - seconds, reasons: ["x", "y"])
      let item = Explanation.Item(kind: .page, name: "page", state: .kept, last: last)
      #expect(
        ExplanationText(now: now, showsAll: true).text(Explanation(path: "a.md", items: [item]))
          == "a.md: page: left as it is; last made \(text), because x, y\n"
      )
    }
  }
}
