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

  @Test("all errors of a document come together, in the order of the source")
  func allErrors() {
    let notebook = parse(
      """
      ---
      toc: perhaps
      ---
      See @eq-nowhere.

      ```swift nonsense
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

  @Test("random bytes of markup never crash the parser", arguments: 0..<8)
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("$`\\{}[]()<>!#*_|@-:=~\"'\n\n\t >&1ab\u{F0000}é".unicodeScalars)
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
      }
      let notebook = parse(text)
      for piece in notebook.pieces {
        #expect(piece.range.upperBound <= notebook.source.bytes.count)
      }
    }
  }
}
