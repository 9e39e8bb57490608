import Documents
import NotebookLayout
import NotebookSyntax
import Testing

@Suite("The passages of a notebook")
struct PassageTests {
  private func passages(_ text: String, chapter: Int? = nil) -> [String] {
    let notebook = NotebookParser.parse(
      SourceText(path: "week/notes.md", text: text),
      isLabelledElsewhere: { _ in true }
    )
    return PassageReader(notebook, chapter: chapter).passages.map { passage in
      let text = passage.text.replacing(Passage.formulaStart, with: "⟨")
        .replacing(Passage.formulaEnd, with: "⟩")
      return "\(passage.kind.rawValue) #\(passage.anchor) \(passage.name): \(text)"
    }
  }

  @Test("are its beginning, its sections, its statements and its footnotes")
  func kinds() {
    let text = """
      ---
      abstract: In *short*.
      ---
      # On $x$

      First[^n], **then**.

      ## A part {#sec-a}

      Before.

      > [!THEOREM] Small
      > It is small.

      > [!PROOF]
      > Look.

      After.

      [^n]: A note.
      """
    #expect(
      passages(text, chapter: 3) == [
        "beginning # On x: In short. First, then.",
        "section #sec-a 3.1 A part: Before. Proof Look. After.",
        "statement #theorem.3.1 Theorem\u{A0}3.1 (Small): It is small.", "footnote #fn-1 : A note.",
      ]
    )
  }

  @Test("have what the page shows: code, tables, captions, formulas, text of raw HTML")
  func contents() {
    let text = """
      The sum `{swift} a`=3 is $a + \\swift{b}$, or `{swift} c`.

      ```swift
      let a = 3
      ```
      ```output
      9
      ```
      ```swift echo=false caption="A picture"
      let hidden = 1
      ```
      <!-- swift
      let unseen = 2
      -->
      <p class="x">One <b>more</b> &lt; two</p>

      | p | q |
      |---|---|
      | r | s |
      : Letters {#tbl-l}

      ![Words](a.png){#fig-a}
      """
    #expect(
      passages(text) == [
        "beginning # notes: The sum 3 is ⟨a + …⟩, or …. let a = 3 A picture One more < two p q r s Letters Words"
      ]
    )
  }

  @Test("say references as the page does, or by the names of what they refer to")
  func references() {
    let text = """
      ## A part {#sec-a}

      > [!LEMMA] {#lem-b}
      > Yes.

      By @lem-b and @sec-a, but also @eq-far and @thm-elsewhere.
      """
    #expect(
      passages(text)[1]
        == "section #sec-a A part: By Lemma 1 and A part, but also Equation far and Theorem elsewhere."
    )
  }

  @Test("that stand in a statement belong to it, with their headings")
  func nesting() {
    let text = "> [!REMARK]\n> Words.\n>\n> ## Inner\n>\n> More.\n\nBehind.\n"
    #expect(
      passages(text) == [
        "beginning # notes: Behind.", "statement #remark.1 Remark\u{A0}1: Words.",
        "section #inner Inner: More.",
      ]
    )
  }
}
