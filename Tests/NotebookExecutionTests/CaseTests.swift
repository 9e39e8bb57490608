import Foundation
import NotebookExecution
import NotebookSyntax
import TestSupport
import Testing

@Suite("Golden notebooks")
struct CaseTests {
  private static let runner = NotebookRunner(options: RunOptions(timeout: .seconds(20)))

  @Test("a notebook gives the transcript that is written down", arguments: GoldenCase.all())
  func transcript(of golden: GoldenCase) async throws {
    let notebook = NotebookParser.parse(try golden.source)
    #expect(!notebook.hasErrors)
    let transcript = await Self.runner.run(notebook)
    let dump = TranscriptDump(transcript, of: notebook).text
    let difference = try golden.difference(of: dump, from: "expected.txt")
    #expect(difference == nil)
  }

  @Test("a notebook gives the programs that are written down", arguments: GoldenCase.all())
  func programs(of golden: GoldenCase) throws {
    let dump = ProgramDump(NotebookParser.parse(try golden.source))
    #expect(try golden.difference(of: dump.text, from: "programs.txt") == nil)
  }

  @Test("no file of a case is left unused")
  func strayFiles() throws {
    #expect(!GoldenCase.all().isEmpty)
    for golden in GoldenCase.all() {
      #expect(
        try golden.strayFiles(besides: ["notebook.md", "programs.txt", "expected.txt"]) == []
      )
    }
  }
}
