import Bibliography
import Testing

@Suite("Hostile and large files")
struct HostileTests {
  /// A file, how many things are told of it, and a name, since the text is too long for one.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var findings: Int

    init(_ name: String, _ text: String, _ findings: Int) {
      testDescription = name
      self.text = text
      self.findings = findings
    }
  }

  private static func repeated(_ text: String, _ count: Int = 100_000) -> String {
    String(repeating: text, count: count)
  }

  static let cases = [
    Case("braces opened", "@misc{a, title = " + repeated("{"), 1),
    Case("braces closed", "@misc{a, title = " + repeated("{") + repeated("}") + "}", 1),
    Case("braces outside", repeated("{") + repeated("}"), 0),
    Case("quotation marks", "@misc{a, title = " + repeated("\""), 2),
    Case("commands", "@misc{a, title = {x" + repeated("\\emph") + "}}", 0),
    Case("accents", "@misc{a, title = {x" + repeated("\\'") + "}}", 0),
    Case(
      "commands with groups",
      "@misc{a, title = {x" + repeated("\\emph{", 40) + repeated("}", 42),
      0
    ),
    Case("open formulas", "@misc{a, title = {x" + repeated("\\(") + "}}", 100_000),
    Case("at signs", repeated("@") + repeated("\n@"), 0),
    Case("commas", "@misc{a, title = {x}" + repeated(",") + "}", 99_999),
    Case("equals signs", "@misc{a, title = {x}, " + repeated("=") + "}", 1),
    Case("hash signs", "@misc{a, title = 1" + repeated("#1") + "}", 0),
    Case("commas in a name", "@misc{a, title = {x}, author = {" + repeated(",") + "}}", 0),
    Case("names", "@misc{a, author = {A" + repeated(" and B, C") + "}}", 0),
    Case("open comments", repeated("@comment{\n", 20_000), 20_000),
    Case("entries in a line", repeated("@a{b c=}", 5_000), 19_999),
    Case("entries not closed", repeated("@misc{a, title={x}\n", 20_000), 39_999),
  ]

  @Test(
    "a hundred thousand of anything neither crash nor take long",
    .timeLimit(.minutes(10)),
    arguments: cases
  )
  func hostile(_ example: Case) {
    let bibliography = Bibliography(example.text)
    let count = bibliography.diagnostics.count
    #expect(count == example.findings)
    let references = bibliography.references(citing: bibliography.keys).entries.count
    let keys = bibliography.keys.count
    #expect(references == keys)
  }

  @Test("abbreviations that double one another are cut off")
  func doubling() {
    let definitions = (0..<64).map { "@string{a\($0 + 1) = a\($0) # a\($0)}\n" }
    let text = "@string{a0 = {xxxxxxxx}}\n" + definitions.joined() + "@misc{k, title = {x} # a64}"
    let bibliography = Bibliography(text)
    #expect(bibliography.findings == ["1:1 error bib-string-limit"])
    #expect(bibliography.keys == ["k"])
  }

  @Test("ten thousand entries are read and listed", .timeLimit(.minutes(10)))
  func large() {
    let entries = (0..<10_000).map { number in
      """
      @article{key\(number),
        author = {Fam\(number % 997), Ann B. and M{\\"u}ller, J{\\"u}rgen and van der Foo, X.},
        title = {A {Title} of $x_{\(number)}$}, journal = jrn, volume = \(number), year = 1990,
        pages = {1--2}, crossref = {proc}, doi = {10.1000/\(number)}
      }

      """
    }
    let head = "@string{jrn = {Journal}}\n"
    let tail = "@proceedings{proc, title = {P}, publisher = {ACM}}\n"
    let bibliography = Bibliography(head + entries.joined() + tail)
    #expect(bibliography.diagnostics.isEmpty)
    #expect(bibliography.keys.count == 10_001)
    let list = bibliography.references(citing: bibliography.keys)
    #expect(list.entries.count == 10_001)
    #expect(list.entries.first?.key == "proc")
    #expect(list.label(for: "key997")?.year == "1990j")
  }

  // With the square of the size this would take hours.
  @Test("a large file with an error in each entry is read", .timeLimit(.minutes(10)))
  func manyErrors() {
    let count = 8_000
    let text = (0..<count).map { number in
      "@misc{k\(number), crossref={z\(number)}, year=foo\(number), title={x {y} \\foo}, author={A and}}\n"
    }.joined()
    let bibliography = Bibliography(text)
    #expect(bibliography.keys.count == count)
    #expect(bibliography.diagnostics.count >= count)
  }
}
