import Documents
import NotebookHTML
import NotebookSyntax
import Testing

@testable import NotebookSlides

@Suite("Slides")
struct SlideDeckTests {
  private func deck(_ text: String, level: Int = 2) -> SlideDeck {
    SlideDeck(NotebookParser.parse(SourceText(path: "a.md", text: text)), level: level)
  }

  /// The slides, each by the kinds of its parts and how many blocks these hold.
  private func outline(_ deck: SlideDeck) -> [String] {
    deck.sections.map { section in
      let parts = section.parts.map { part in
        switch part {
        case .blocks(let blocks): "\(blocks.count)"
        case .step(let blocks): "step \(blocks.count)"
        case .steps: "steps"
        }
      }
      return parts.joined(separator: ", ") + (section.notes.isEmpty ? "" : " + notes")
    }
  }

  @Test("begin with headings of the wanted size, and with lines")
  func beginnings() {
    let text = "Words.\n\n## A\n\nText.\n\n### B\n\nText.\n\n---\n\nMore.\n\n# C\n"
    #expect(outline(deck(text)) == ["1", "4", "1", "1"])
    #expect(outline(deck(text, level: 3)) == ["1", "2", "2", "1", "1"])
    #expect(outline(deck(text, level: 1)) == ["5", "1", "1"])
    #expect(outline(deck("")) == [])
    #expect(outline(deck("---\n\n---\n\nA\n")).last == "1")
  }

  @Test("have steps and notes where comments say so, and other comments stay")
  func steps() {
    let text = """
      ## A

      First.

      <!-- step -->

      Second.

      Still second.

      <!-- steps -->

      - one
      - two

      <!-- notes: Say it *slowly*.

      And loudly. -->

      <!-- a remark -->
      """
    let deck = deck(text)
    #expect(outline(deck) == ["2, step 2, steps, 1 + notes"])
    #expect(deck.sections[0].notes.count == 2)
    #expect(deck.diagnostics.isEmpty)
  }

  @Test("tell of steps that no list follows")
  func looseSteps() {
    let deck = deck("## A\n\n<!-- steps -->\n\nWords.\n\n## B\n\n<!-- steps -->\n")
    #expect(deck.diagnostics.map { $0.start?.line } == [3, 9])
    #expect(deck.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "know their comments",
    arguments: [
      ("<!-- step -->", SlideMark.step), ("<!--steps-->\n", .steps), ("<!-- notes -->", .notes("")),
      ("<!-- notes\nA\n-->", .notes("A")), ("<!--notes: B-->", .notes("B")),
      ("<!-- stepping -->", nil),
      ("<!-- notesome -->", nil), ("<!-->", nil), ("<!-- step --> x", nil), ("<p>", nil),
      ("<!-- step --><!-- step -->", nil), ("", nil),
    ] as [(String, SlideMark?)]
  )
  func marks(_ markup: String, _ mark: SlideMark?) {
    #expect(SlideMark(markup) == mark)
  }
}
