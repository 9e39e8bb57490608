import Foundation
import NotebookExecution
import NotebookSyntax
import Testing
import Typesetting

@testable import NotebookProject
@testable import ResultStore

@Suite("Reasons in words")
struct ReasonTextTests {
  private func change(
    _ name: String,
    _ kind: PartChange.Kind = .changed,
    of result: ResultKind = .transcript
  ) -> [PartChange] {
    var parts = KeyParts(kind: result)
    var other = parts
    let name = result.part(name)
    if kind != .removed { parts.add(name, "a") }
    if kind != .added { other.add(name, "b") }
    return parts.changes(since: other)
  }

  @Test(
    "name each part so that a stranger knows what is meant",
    arguments: [
      (.transcript, "cell", "cell 1 changed"),
      (.transcript, "value", "value 1 in the text changed"),
      (.transcript, "module LayerCalculus", "module LayerCalculus changed"),
      (.transcript, "env HOME", "environment variable HOME changed"),
      (.transcript, "input a b.csv", "input a b.csv changed"),
      (.transcript, "file data.csv", "file data.csv changed"),
      (.transcript, "toolchain", "the toolchain changed"),
      (.storedValue, "value of input 2", "the value of input 2 changed"),
      (.storedValue, "declaration loss", "'loss' changed"),
      (.storedValue, "declaration a, b", "'a, b' changed"),
      (.storedValue, "declaration flags", "'flags' changed"),
      (.storedValue, "import Foundation", "import Foundation changed"),
      (.storedValue, "extension Array", "extension Array changed"),
      (.storedValue, "statements before", "the statements before it changed"),
      (.page, "label eq-far", "what label eq-far names changed"),
      (.page, "link link a%20b.md#c", "what 'a b.md#c' leads to changed"),
      (.chart, "specification", "what its cell shows changed"),
      (.chart, "of another version", "'of another version' changed"),
    ] as [(ResultKind, String, String)]
  )
  func names(kind: ResultKind, name: String, text: String) {
    #expect(ReasonText().text(change(name, of: kind)) == [text])
  }

  @Test("tell what came from what went")
  func kinds() {
    let text = ReasonText()
    #expect(text.text(change("cell", .added)) == ["cell 1 is new"])
    #expect(text.text(change("cell", .removed)) == ["cell 1 of before is gone"])
    #expect(text.text(change("module A", .added)) == ["module A is imported now"])
    #expect(text.text(change("module A", .removed)) == ["module A is imported no more"])
    let loss = change("declaration loss", .removed, of: .storedValue)
    #expect(text.text(loss) == ["'loss' is used no more"])
    #expect(text.text(now: .isMissing) == ["the store holds it no more"])
    #expect(text.text(then: .isMissing) == ["the store did not hold it"])
  }

  @Test("leave out what follows from others")
  func consequences() {
    let text = ReasonText()
    func page(_ name: String) -> [PartChange] { change(name, of: .page) }
    func formulas(_ name: String) -> [PartChange] { change(name, of: .formulas) }
    #expect(text.text(change("cell") + change("order")) == ["cell 1 changed"])
    #expect(text.text(change("order")) == ["the order of cells and values changed"])
    #expect(
      text.text(page("flags") + page("module A") + page("running")) == ["--no-run changed"]
    )
    #expect(text.text(change("file a") + change("input a")) == ["input a changed"])
    #expect(
      text.text(change("file a") + change("input b")) == ["file a changed", "input b changed"]
    )
    #expect(text.text(formulas("formula") + formulas("numbers")) == ["a formula changed"])
    #expect(text.text(formulas("formula") + formulas("formula")) == ["2 formulas changed"])
  }

  @Test(
    "are there for each part of what is explained, and no two parts have a name in common",
    arguments: [ResultKind.transcript, .storedValue, .page, .formulas, .chart]
  )
  func declaredNames(kind: ResultKind) {
    #expect(!kind.parts.isEmpty)
    for name in kind.parts {
      for own in ["", "a", "link a.md", "of flags", "before"] {
        var part = name
        if case .named = name.wording { part = name[own] }
        let found = kind.part(part.text)
        #expect(found == part && found.isOne(of: part))
        var parts = KeyParts(kind: kind)
        parts.add(part, "")
        let none = KeyParts(kind: kind)
        for changes in [parts.changes(since: none), none.changes(since: parts)] {
          #expect(changes.map(\.name) == [part])
          #expect(ReasonText().text(changes).allSatisfy { $0.contains(" ") })
        }
      }
    }
    #expect(Set(kind.parts).count == kind.parts.count)
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
