import Foundation
import NotebookExecution
import NotebookSyntax
import TestSupport
import Testing

@Suite("Golden notebooks")
struct CaseTests {
  /// From how many variables on a program is first compiled as a library's file.
  private static let many = [RunOptions().manyVariables, 0]

  @Test(
    "a notebook gives the transcript that is written down, in either form of its program",
    arguments: GoldenCase.all(),
    many
  )
  func transcript(of golden: GoldenCase, manyVariables: Int) async throws {
    let notebook = NotebookParser.parse(try golden.source)
    #expect(!notebook.hasErrors)
    var options = RunOptions(timeout: .seconds(20))
    options.manyVariables = manyVariables
    let transcript = await NotebookRunner(options: options).run(notebook)
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
