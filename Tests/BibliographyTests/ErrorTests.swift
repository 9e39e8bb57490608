import Bibliography
import Documents
import Testing

@Suite("Errors in files")
struct ErrorTests {
  /// A file, what is told of it, and the keys that can be cited all the same.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var findings: [String]
    var keys: [String]

    init(_ text: String, _ findings: [String], _ keys: [String]) {
      self.text = text
      self.findings = findings
      self.keys = keys
    }

    var testDescription: String { text }
  }

  static let cases = [
    // Keys
    Case("@misc{, title = {x}}", ["1:7 error bib-missing-key"], []),
    Case("@misc{title = {x}, year = 2000}", ["1:7 error bib-missing-key"], []),
    Case("@misc{}", ["1:7 error bib-missing-key"], []),
    Case("@misc{a b, title = {x}}", ["1:7 error bib-space-in-key"], ["a"]),
    Case("@misc{a\n title = {x}}", ["1:8 error bib-missing-comma"], ["a"]),
    Case("@misc{a title = {x}}", ["1:8 error bib-missing-comma"], ["a"]),
    Case(
      "@misc{Ab, title = {x}}\n\n @misc{aB, title = {y}}",
      ["3:8 error bib-doubled-key"],
      ["Ab"]
    ),
    // Commas and equals signs
    Case("@misc{a, title = {x} year = 2000}", ["1:21 error bib-missing-comma"], ["a"]),
    Case("@misc{a, title = \"x\"\n  year = 2000}", ["1:21 error bib-missing-comma"], ["a"]),
    Case("@misc{a, title {x}, year = 2000}", ["1:15 error bib-missing-equals"], ["a"]),
    Case("@misc{a, title, year = 2000}", ["1:15 error bib-missing-equals"], ["a"]),
    Case("@misc{a,, title = {x}}", ["1:9 warning bib-stray-comma"], ["a"]),
    Case("@misc{a, title = {x}, = {y}}", ["1:23 error bib-no-field"], ["a"]),
    Case("@misc{a, title = {x}, 12 = {y}}", ["1:23 error bib-no-field"], ["a"]),
    Case("@misc{a, title = {x}, % note\n year = 1}", ["1:23 warning bib-comment-in-entry"], ["a"]),
    // Values
    Case("@misc{a, title = {x}, year = }", ["1:29 error bib-missing-value"], ["a"]),
    Case("@misc{a, title = {x} # , year = 1}", ["1:23 error bib-missing-value"], ["a"]),
    Case("@misc{a, title = {x}, pages = 1--2}", ["1:31 error bib-bare-value"], ["a"]),
    Case("@misc{a, title = nam}", ["1:18 error bib-unknown-string"], ["a"]),
    Case("@misc{a, title = {x} {y}}", ["1:22 error bib-after-value"], ["a"]),
    Case("@misc{a, title = \"a \"b\" c\", year = 1}", ["1:22 error bib-after-value"], ["a"]),
    Case("@misc{a, title = {ö}, Title = {y}}", ["1:24 warning bib-doubled-field"], ["a"]),
    // Braces
    Case("@misc{a, title = {x\n\n@misc{b, title = {y}}", ["1:18 error bib-unclosed"], ["a", "b"]),
    Case("@misc{a, title = \"x\n\n@misc{b, title = {y}}", ["1:18 error bib-unclosed"], ["a", "b"]),
    Case(
      "@misc{a, title = \"x {y\"\n@misc{b, title={z}}",
      ["1:21 error bib-unclosed"],
      ["a", "b"]
    ),
    Case(
      "@misc{a, title = {x}\n\n  @misc{b, title = {y}}",
      ["1:6 error bib-unclosed"],
      ["a", "b"]
    ),
    Case(
      "@misc{a,\n  title = {x {y},\n  year = 2000\n}\n@misc{b, title = {z}}",
      ["2:11 error bib-unclosed"],
      ["a", "b"]
    ),
    Case("@misc{a, title = {x}", ["1:6 error bib-unclosed"], ["a"]),
    Case("@misc{a", ["1:6 error bib-unclosed"], ["a"]),
    Case("@misc{a, title = {x}}, year = 2000}", ["1:21 error bib-closed-early"], ["a"]),
    Case("@misc(a, title = {x}}", ["1:21 error bib-wrong-closer"], ["a"]),
    Case(
      "@misc{a, title = {x})\n@misc{b, title={y}}",
      ["1:21 error bib-wrong-closer"],
      ["a", "b"]
    ),
    Case("@comment{ {\n@misc{a, title = {x}}", ["1:9 error bib-unclosed"], ["a"]),
    Case("@preamble{ \"x\"\n@misc{a, title = {x}}", ["1:10 error bib-unclosed"], ["a"]),
    Case("@string{a = {x}\n@misc{a, title = {x}}", ["1:8 error bib-unclosed"], ["a"]),
    Case("@article a, title = {x}}", ["1:9 error bib-missing-brace"], []),
    // Meaning
    Case("@artcle{a, title = {x}}", ["1:2 warning bib-unknown-type"], ["a"]),
    Case("@misc{a}", ["1:7 warning bib-empty-entry"], ["a"]),
    Case("@misc{a, title={x}, date={May 1}}", ["1:27 warning bib-bad-date"], ["a"]),
    Case("@misc{a, title={x}, date={2016-13}}", ["1:27 warning bib-bad-date"], ["a"]),
    Case("@misc{a, title={x}, doi={x/y}}", ["1:26 warning bib-bad-doi"], ["a"]),
    Case("@misc{a, title={x}, url={javascript:x}}", ["1:26 warning bib-unsafe-link"], ["a"]),
    Case("@misc{a, title={x \\foo{y}}}", ["1:19 warning bib-unknown-command"], ["a"]),
    Case("@misc{a, title={x} # { \\foo y}}", ["1:24 warning bib-unknown-command"], ["a"]),
    Case("@misc{a, title={costs $5}}", ["1:23 warning bib-open-math"], ["a"]),
    Case("@misc{a, author={A and and B}}", ["1:24 warning bib-empty-name"], ["a"]),
    Case("@misc{a, author={A, B, C, D}}", ["1:18 warning bib-name-commas"], ["a"]),
  ]

  @Test("each error is told once at its place, and reading goes on", arguments: cases)
  func places(_ example: Case) {
    let bibliography = Bibliography(example.text)
    #expect(bibliography.findings == example.findings)
    #expect(bibliography.keys == example.keys)
  }

  @Test(
    "help names what was meant",
    arguments: [
      ("@string{jmlr={J}}@misc{a, title = jmrl}", "did you mean 'jmlr'?"),
      ("@misc{a, title={x}, month = setp}", "did you mean 'sep'?"),
      (
        "@misc{a, title = later}@string{later={J}}",
        "its @string comes later; move it in front of its first use"
      ),
      ("@artcle{a, title={x}}", "did you mean 'article'?"),
      ("@misc{lecun, title={x}, crossref={lecum}}", "did you mean 'lecun'?"),
      ("@misc{a, title={x}, note={y}, note={z}}", "the first one, at 1:21, is used"),
    ]
  )
  func help(_ text: String, _ help: String) {
    #expect(Bibliography(text).diagnostics.map(\.help) == [help])
  }

  @Test("a key that is taken names the file and place of the first entry")
  func doubledKey() {
    let bibliography = Bibliography([
      SourceText(path: "a.bib", text: "\n@misc{k, title = {First}}"),
      SourceText(path: "b.bib", text: "@misc{K, title = {Second}}"),
    ])
    let diagnostic = bibliography.diagnostics.first
    #expect(bibliography.diagnostics.count == 1)
    #expect(diagnostic?.path == "b.bib")
    #expect(diagnostic?.start == SourcePosition(line: 1, column: 7))
    #expect(diagnostic?.end == SourcePosition(line: 1, column: 8))
    #expect(diagnostic?.message == "the key 'K' is taken already as 'k', at a.bib:2:7")
    #expect(bibliography.references == ["*First*. (n.d.)."])
  }

  @Test("all errors of a file come at once, in the order of their places")
  func together() {
    let text = """
      @misc{a, title = {x} year = 2000}
      @misc{b, title {y}, crossref = {none}}
      @misc{c, title = nam, note = {\\foo}}
      @misc{a, title = {z}
      """
    #expect(
      Bibliography(text).findings == [
        "1:21 error bib-missing-comma", "2:15 error bib-missing-equals",
        "2:33 error bib-unknown-crossref", "3:18 error bib-unknown-string",
        "3:31 warning bib-unknown-command", "4:6 error bib-unclosed", "4:7 error bib-doubled-key",
      ]
    )
  }

  @Test("what an abbreviation gets wrong is told once, where it is defined")
  func abbreviations() {
    let text = """
      @string{s = {A \\foo{b}}}
      @misc{a, title = s}
      @misc{b, title = {x} # s}
      """
    #expect(Bibliography(text).findings == ["1:16 warning bib-unknown-command"])
    #expect(Bibliography(text).references == ["*A b*. (n.d.).", "*xA b*. (n.d.)."])
  }

  @Test("what can be read of a broken entry is kept")
  func kept() {
    let bibliography = Bibliography(
      "@book{a, author {Ada Lovelace} title = {Notes}, year == 1843, publisher = {P}}"
    )
    #expect(bibliography.references == ["Lovelace, A. (n.d.). *Notes*. P."])
  }
}
