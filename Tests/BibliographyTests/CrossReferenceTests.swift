import Bibliography
import Testing

@Suite("Cross-references")
struct CrossReferenceTests {
  private static let proceedings = """
    @proceedings{proc, editor={D. S. Touretzky}, title={Proc. of X}, subtitle={Vol. A}, year=1990,
      publisher={MK}, doi={10.1/whole}, pages={1--500}, note={Whole}}
    """

  @Test("a part takes what it lacks from the whole, wherever that stands")
  func inherits() {
    let part =
      "@inproceedings{part, author={A. Bee}, title={Wings}, pages={1-2}, crossref={proc}}\n"
    let expected =
      "Bee, A. (1990). Wings. In D. S. Touretzky (Ed.), *Proc. of X: Vol. A* (pp. 1–2). MK."
    for text in [part + Self.proceedings, Self.proceedings + part] {
      let bibliography = Bibliography(text)
      #expect(bibliography.findings.isEmpty)
      #expect(bibliography.references(citing: ["part"]).entries.map(\.text.markdown) == [expected])
    }
  }

  @Test("what a part says itself counts")
  func own() {
    let bibliography = Bibliography(
      Self.proceedings
        + "@incollection{p, author={A. Bee}, title={W}, booktitle={Y}, year=2000, crossref=\"PROC\"}"
    )
    #expect(
      bibliography.references(citing: ["p"]).entries.map(\.text.markdown) == [
        "Bee, A. (2000). W. In D. S. Touretzky (Ed.), *Y: Vol. A*. MK."
      ]
    )
  }

  @Test("a chapter takes the author of its book, or names it")
  func chapters() {
    let bibliography = Bibliography(
      """
      @book{b, author={C. Dee}, title={Bees}, year=2000}
      @inbook{x, chapter=3, crossref={b}}
      @inbook{y, author={A. Bee}, title={Wings}, crossref={b}}
      @book{z, title={More bees}, crossref={b}}
      """
    )
    #expect(bibliography.findings.isEmpty)
    #expect(
      bibliography.references(citing: ["x", "y", "z"]).entries.map(\.text.markdown) == [
        "Bee, A. (2000). Wings. In C. Dee, *Bees*.", "Dee, C. (2000a). *Bees* (chap. 3).",
        "Dee, C. (2000b). *More bees*.",
      ]
    )
  }

  @Test("a chain is followed to its end")
  func chain() {
    let count = 20_000
    let links = (0..<count).map { "@misc{k\($0), author={A}, crossref={k\($0 + 1)}}" }
    let bibliography = Bibliography(links.joined(separator: "\n") + "@misc{k\(count), title={End}}")
    #expect(bibliography.findings.isEmpty)
    #expect(
      bibliography.references(citing: ["k0"]).entries.map(\.text.markdown) == ["A. (n.d.). *End*."]
    )
  }

  @Test(
    "a cross-reference that leads nowhere or in a circle is an error",
    arguments: [
      ("@misc{a, title={x}, crossref={b}}", ["1:31 error bib-unknown-crossref"]),
      ("@misc{a, title={x}, crossref={a}}", ["1:31 error bib-crossref-cycle"]),
      (
        "@misc{a, title={x}, crossref={b}}\n@misc{b, title={y}, crossref = {a}}",
        ["2:33 error bib-crossref-cycle"]
      ),
      (
        "@misc{c, title={z}, crossref={a}}\n@misc{a, title={x}, crossref={b}}\n@misc{b, title={y}, crossref={a}}",
        ["3:31 error bib-crossref-cycle"]
      ),
      ("@misc{a, title={x}, crossref={}}", []),
    ]
  )
  func errors(_ text: String, _ findings: [String]) {
    let bibliography = Bibliography(text)
    #expect(bibliography.findings == findings)
    #expect(bibliography.references.count == bibliography.keys.count)
  }
}
