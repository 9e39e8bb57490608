import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  private func parse(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  @Test("bytes that are not UTF-8 are an error at the first of them")
  func notUTF8() throws {
    let bytes = Array("# é\n\nab".utf8) + [0xC3, 0x28] + Array("\n".utf8)
    let notebook = NotebookParser.parse(SourceText(path: "a.md", bytes: bytes))
    let diagnostic = try #require(notebook.diagnostics.first)
    #expect(notebook.diagnostics.count == 1)
    #expect(diagnostic.identifier == "not-utf8")
    #expect(diagnostic.start == SourcePosition(line: 3, column: 3))
  }

  @Test("a NUL byte is an error at its place")
  func nul() throws {
    let notebook = parse("a\nb\0c\n")
    #expect(notebook.diagnostics.map(\.identifier) == ["nul-byte"])
    #expect(notebook.diagnostics.first?.start == SourcePosition(line: 2, column: 2))
    #expect(notebook.blocks.isEmpty)
  }

  @Test("an empty document is an empty notebook", arguments: ["", "\n", "  \n\t\n", "\u{FEFF}"])
  func empty(_ text: String) {
    let notebook = parse(text)
    #expect(notebook.blocks.isEmpty)
    #expect(notebook.diagnostics.isEmpty)
  }

  @Test(
    "blocks nested ten thousand deep are an error, not a crash",
    arguments: ["> ", "- ", "1. "]
  )
  func nestedBlocks(_ marker: String) throws {
    let notebook = parse(String(repeating: marker, count: 10_000) + "a\n")
    #expect(notebook.diagnostics.map(\.identifier) == ["nested-too-deep"])
    #expect(notebook.diagnostics.first?.start?.line == 1)
  }

  @Test("ten thousand images in one another are an error, not a crash")
  func nestedImages() {
    let count = 10_000
    let text = String(repeating: "![", count: count) + "a" + String(repeating: "](b)", count: count)
    #expect(parse(text).diagnostics.map(\.identifier) == ["nested-too-deep"])
  }

  @Test("ten thousand brackets are text")
  func brackets() throws {
    let text = String(repeating: "[", count: 10_000) + "a" + String(repeating: "]", count: 10_000)
    let notebook = parse(text)
    #expect(notebook.diagnostics.isEmpty)
    guard case .paragraph(let inlines)? = notebook.blocks.first?.content,
      case .text(let only)? = inlines.first
    else {
      Issue.record("not one paragraph of text")
      return
    }
    #expect(only == text)
  }

  @Test("a control character in front matter is told at its place, and not repeated")
  func controlCharacter() {
    let notebook = parse("---\ntitle: é\u{13}b\n---\n")
    #expect(
      notebook.diagnostics.map(\.message) == [
        "the front matter is not YAML: control characters are not allowed"
      ]
    )
    #expect(notebook.diagnostics.first?.start == SourcePosition(line: 2, column: 10))
  }

  @Test("all errors of a document come together, in the order of the source")
  func allErrors() {
    let notebook = parse(
      """
      ---
      toc: perhaps
      ---
      See @eq-nowhere.

      ```swift no_run
      ```

      > [!NONSENSE]
      """
    )
    #expect(
      notebook.diagnostics.map(\.identifier) == [
        "front-matter", "unknown-label", "unknown-fence-word", "unknown-callout",
      ]
    )
  }

  /// Texts that would take long, or all of the stack, if marks that open were searched for again and
  /// again.
  private static let repeated: [(text: String, count: Int)] = [
    ("@", 1_000_000), ("-@", 100_000), ("@a", 100_000), ("@a ", 30_000), ("[@a;", 30_000),
    ("[@a ", 30_000), ("[@a [p ", 30_000), ("@a [", 30_000), ("@a [[", 30_000), ("[@a] ", 30_000),
    ("[@a; @b, *c*] ", 10_000), ("[@eq-a x ", 30_000), ("@a<b", 100_000), ("@{", 100_000),
    ("@a&", 100_000), (#"\ref{"#, 100_000), (#"\ref{a} "#, 10_000), (#"$$\label{$$ "#, 10_000),
    ("_@", 100_000), ("@_", 100_000), ("@-", 100_000), ("@a:", 100_000), ("]", 100_000),
    ("<?", 30_000), ("a <?\n", 30_000), ("<![CDATA[", 30_000), ("a <!A ", 30_000),
    ("@a<!A", 30_000),
    (#"$\text{$"#, 30_000), (#"$\swift{"#, 30_000), (#"\( "#, 30_000), (#"\begin{a}"#, 30_000),
    ("* ", 100_000), ("$$\n\n", 30_000), ("|", 100_000), ("|-\n", 30_000), ("| a |\n|-|\n", 10_000),
    ("<p>[@a;", 30_000), ("> [!THEOREM] @a\n\n", 3_000), ("|a|\n|-|\n: a\n\n: b\n\n", 3_000),
  ]

  @Test("the same mark over and over again takes no longer than other text", arguments: repeated)
  func repetition(_ text: String, _ count: Int) {
    let body = String(repeating: text, count: count)
    let notebook = parse("---\nbibliography: a.bib\n---\n" + body + "\n")
    #expect(notebook.citations.allSatisfy { $0.range.upperBound <= notebook.source.bytes.count })
  }

  @Test("brackets with mentions that are nested ten thousand deep are text")
  func nestedMentions() {
    for (open, close) in [("[@a ", "]"), ("@a [", "]"), ("[@eq-a x", "]"), ("[[@a [", "]]]")] {
      let text = String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
      let notebook = parse("---\nbibliography: a.bib\n---\n" + text + "\n")
      #expect(notebook.blocks.count == 1)
    }
  }

  @Test("a formula with ten thousand unclosed and closed labels")
  func labelsInTeX() {
    for label in [#"\label{"#, #"\label{a} "#, "\\label{a}\n", #"\eqref{a"#] {
      let text = "$$" + String(repeating: label, count: 10_000) + "x$$"
      #expect(parse(text).blocks.count == 1)
    }
  }

  @Test("a front matter with ten thousand entries in one line")
  func longLine() {
    let paths = (0..<10_000).map { "é\($0)" }.joined(separator: ", ")
    let notebook = parse("---\nbibliography: [\(paths)]\n---\n")
    #expect(notebook.frontMatter.bibliography.count == 10_000)
    #expect(notebook.frontMatter.bibliography.last.map { notebook.source[$0.range] } == "é9999")
  }

  @Test(
    "random bytes of markup never crash the parser",
    arguments: 0..<8,
    ["", "---\nbibliography: a.bib\n---\n"]
  )
  func randomBytes(seed: UInt64, head: String) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("$`\\{}[]()<>!#*_|@@-:;=~\"'\n\n\t >&1ab\u{F0000}é".unicodeScalars)
    for _ in 0..<500 {
      var text = head
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
      }
      let notebook = parse(text)
      for piece in notebook.pieces {
        #expect(piece.range.upperBound <= notebook.source.bytes.count)
      }
      for citation in notebook.citations {
        #expect(notebook.source[citation.range].contains("@"))
        for item in citation.items { #expect(notebook.source[item.range].hasPrefix("@")) }
      }
    }
  }
}
