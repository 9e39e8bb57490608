import NotebookSyntax
import TestSupport
import Testing

@Suite("Golden documents")
struct CaseTests {
  static let cases = GoldenCase.all()

  @Test(
    "a document gives the tree, the places and the messages that are written down",
    arguments: cases
  )
  func tree(of golden: GoldenCase) throws {
    let notebook = NotebookParser.parse(try golden.source)
    var text = notebook.dump
    if !notebook.diagnostics.isEmpty { text += "\n" }
    for diagnostic in notebook.diagnostics {
      let place = diagnostic.start.map { ":\($0)" } ?? ""
      let end = diagnostic.end.map { "-\($0)" } ?? ""
      text +=
        "\(diagnostic.severity)\(place)\(end) [\(diagnostic.identifier)] \(diagnostic.message)\n"
      if let help = diagnostic.help { text += "  help: \(help)\n" }
    }
    #expect(try golden.difference(of: text, from: "expected.txt") == nil)
  }

  @Test("every case's folder holds only files that a test looks at", arguments: cases)
  func files(of golden: GoldenCase) throws {
    #expect(try golden.strayFiles(besides: ["notebook.md", "expected.txt"]) == [])
  }

  @Test(
    "every range lies in the document and each snippet's lines stand where it says",
    arguments: cases
  )
  func ranges(of golden: GoldenCase) throws {
    let notebook = NotebookParser.parse(try golden.source)
    for piece in notebook.pieces {
      #expect(piece.range.upperBound <= notebook.source.bytes.count)
      guard case .cell(let cell) = piece else { continue }
      let lines = cell.code.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, origin) in zip(lines, cell.code.lineOrigins) where !line.contains("\t") {
        #expect(notebook.source[origin..<origin + line.utf8.count] == line)
      }
    }
  }

  @Test("there are cases")
  func casesExist() {
    #expect(Self.cases.count > 20)
  }
}
