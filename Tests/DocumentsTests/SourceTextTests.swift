import Documents
import Testing

@Suite("A source text")
struct SourceTextTests {
  @Test("has lines and columns whatever ends its lines, and none for a byte order mark")
  func positions() {
    let source = SourceText(path: "a.md", text: "\u{FEFF}é\r\nb\rc\n\nd")
    #expect(source.lineCount == 5)
    #expect((1...5).map { source[source.lineRange($0)] } == ["é", "b", "c", "", "d"])
    for offset in source.contentStart...source.contentEnd {
      #expect(source.offset(of: source.position(at: offset)) == offset)
    }
    #expect(source.position(at: source.contentStart) == SourcePosition(line: 1, column: 1))
    #expect(source.position(at: 1_000) == SourcePosition(line: 5, column: 2))
    #expect(source.offset(of: SourcePosition(line: 99, column: 99)) == source.contentEnd)
  }

  @Test("has parts whose places are its own")
  func parts() {
    let source = SourceText(path: "a.md", text: "one\ntwo\nthree\n")
    let part = source.part(4..<8)
    #expect(part.lineCount == 2)
    #expect(part.position(at: 4) == SourcePosition(line: 2, column: 1))
    #expect(part[part.lineRange(2)] == "two")
  }

  @Test("says where it is no document")
  func faults() {
    #expect(SourceText(path: "a.md", text: "é\n").faults.isEmpty)
    let bad = SourceText(path: "a.md", bytes: Array("a\nb".utf8) + [0xFF])
    #expect(bad.faults.map(\.identifier) == ["not-utf8"])
    #expect(bad.faults.first?.start == SourcePosition(line: 2, column: 2))
    let nul = SourceText(path: "a.md", text: "a\0")
    #expect(nul.faults.map(\.identifier) == ["nul-byte"])
    #expect(nul.faults.first?.start == SourcePosition(line: 1, column: 2))
  }
}

@Suite("A snippet")
struct SnippetTests {
  @Test("knows where each of its bytes came from, whoever asks")
  func origins() {
    // A quote of two lines: `> a b` and `>  c`.
    let snippet = Snippet(text: "a b\n c", lineOrigins: [2, 8])
    let lines = SnippetLines(snippet)
    let origins = [2, 3, 4, 5, 8, 9, 10]
    for (offset, origin) in origins.enumerated() {
      #expect(snippet.origin(of: offset) == origin)
      #expect(lines.origin(of: offset) == origin)
    }
    #expect(lines.trimmedPart(1..<6) == Snippet(text: "b\n c", lineOrigins: [4, 8]))
    #expect(lines.trimmedPart(4..<6) == Snippet(text: "c", lineOrigins: [9]))
  }
}
