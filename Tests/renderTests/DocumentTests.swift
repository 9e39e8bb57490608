import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Documents full of raw HTML")
struct DocumentTests {
  private static let documents = GoldenCase.all().filter(\.isDocument)
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("keep each formula whole, and it is set", arguments: documents)
  func formulas(of golden: GoldenCase) async throws {
    try folder.write(
      Data(contentsOf: golden.folder.appending(path: "notebook.md")),
      to: "notebook.md"
    )
    let rendered = await Rendered("notebook.md", in: folder) {
      $0.runsCells = false
    }
    #expect(rendered.status == .success)
    #expect(rendered.errors == "")

    let written = PageText(text: try folder.read("Output/notebook.html"))
    let list = written.formulas.map { $0 + "\n" }.joined(separator: "----\n")
    #expect(try golden.difference(of: list, from: "expected.tex") == nil)

    let page = folder.url.appending(path: "Output/notebook.html")
    let browser = try await Browser(opening: page, in: folder)
    let shown = PageText(text: browser.document)
    #expect(browser.messages == [])
    #expect(shown.typesetFormulas == written.formulas.count)
    #expect(try await NarrowFrame(around: page, in: folder).contentWidth <= NarrowFrame.width)
  }
}
