import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("This package's own course")
struct OwnCourseTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try FileManager.default.copyItem(
      at: PackageFiles.folder.appending(path: "Notebooks"),
      to: folder.url.appending(path: "Notebooks")
    )
    // The examples of the libraries are verified elsewhere.
    let project = try folder.read("Notebooks/lectern.yml")
    try folder.write(project.replacing(/\napi: .*/, with: ""), to: "Notebooks/lectern.yml")
  }

  @Test("is made without a word, and every way in it leads to a page")
  func site() async throws {
    let rendered = await Rendered("Notebooks", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.errors == "")
    let pages = try folder.files(in: "Output").filter { $0.hasSuffix(".html") }
    #expect(
      Set(pages)
        == Set(PackageFiles.notebooks.map { $0 + ".html" } + ["index.html", "definitions.html"])
    )
    for page in pages {
      let text = try folder.read("Output/" + page)
      let ways = text.matches(of: /href="([\w-]+\.html)(?:#([^"]*))?"/)
      #expect(ways.count >= PackageFiles.notebooks.count, "\(page)")
      for way in ways {
        #expect(pages.contains(String(way.1)), "\(page): \(way.1)")
        guard let anchor = way.2, pages.contains(String(way.1)) else { continue }
        #expect(
          try folder.read("Output/\(way.1)").contains("id=\"\(anchor)\""),
          "\(page): \(anchor)"
        )
      }
    }
    #expect(try folder.read("Output/softmax.html").contains("Theorem\u{A0}1.1"))
  }

  @Test("has pages no wider than a telephone, whose ways are not on paper")
  func sizes() async throws {
    let rendered = await Rendered("Notebooks/json-report.md", in: folder)
    #expect(rendered.status == .success, "\(rendered.errors)")
    let page = folder.url.appending(path: "Output/json-report.html")
    #expect(try await NarrowFrame(around: page, in: folder).contentWidth <= NarrowFrame.width)
    let shown = try await PageFrame(
      around: page,
      width: 1440,
      telling: """
        [...page.styleSheets[0].cssRules].filter((rule) => rule.conditionText === "print")
          .flatMap((rule) => [...rule.cssRules])
          .filter((rule) => rule.style?.display === "none")
          .flatMap((rule) => [...page.querySelectorAll(rule.selectorText)])
          .filter((element) => element.matches("nav")).length
          + " of " + page.querySelectorAll("nav").length
        """,
      in: folder
    )
    #expect(shown.answer == "3 of 3")
  }
}
