import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What render says about a notebook that fails")
struct ErrorTextTests {
  private static let cases = GoldenCase.all().filter { !$0.isDocument }

  @Test("is the text that is written down, and status 1", arguments: cases)
  func errors(of golden: GoldenCase) async throws {
    let folder = try ScratchFolder()
    let notebook = try Data(contentsOf: golden.folder.appending(path: "notebook.md"))
    try folder.write(notebook, to: "notebook.md")
    let rendered = await Rendered("notebook.md", in: folder)
    #expect(rendered.status == .failure)
    #expect(rendered.output == "")
    #expect(try golden.difference(of: rendered.errors, from: "expected.err") == nil)
    #expect(try folder.files() == ["notebook.md"])
  }

  @Test("comes from cases that leave no file unused")
  func strayFiles() throws {
    #expect(!Self.cases.isEmpty)
    for golden in GoldenCase.all() {
      let expected = golden.isDocument ? "expected.tex" : "expected.err"
      #expect(try golden.strayFiles(besides: ["notebook.md", expected]) == [])
    }
  }
}

extension GoldenCase {
  /// Whether the case is a document for the browser, and not a notebook that fails.
  var isDocument: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "expected.tex").path)
  }
}
