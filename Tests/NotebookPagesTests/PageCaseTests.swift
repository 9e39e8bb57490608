import Foundation
import NotebookPages
import NotebookSyntax
import Testing

/// A folder of `Cases`: a notebook, what its cells showed, and the page that must come of both.
struct PageCase: CustomTestStringConvertible, Sendable {
  var name: String
  var folder: URL

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static let all: [PageCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { PageCase(name: $0, folder: folder.appending(path: $0)) }
  }()

  /// Whether the expected pages are to be written anew, which must never happen unseen.
  static let isUpdating: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return environment["LECTERN_UPDATE_CASES"] == "1" && environment["CI"] == nil
  }()

  // Styles and scripts are the same on all pages, so the expected page goes without them.
  static let frame = PageOptions.Template(
    text: "{{{header}}}\n{{{contents}}}\n<main id=\"content\">\n{{{content}}}\n</main>\n",
    path: "frame.mustache"
  )

  var testDescription: String { name }

  func data(_ file: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: file))
  }

  func page(_ options: PageOptions = PageOptions()) throws -> Page {
    let source = SourceText(path: "notebook.md", bytes: [UInt8](try data("notebook.md")))
    let notebook = NotebookParser.parse(source)
    let results = try (try? data("results.json")).map(Results.init(json:)) ?? [:]
    return PageRenderer(options: options)
      .page(for: notebook, transcript: results.transcript(of: notebook))
  }
}

@Suite("The pages of the cases")
struct PageCaseTests {
  @Test("are as expected", arguments: PageCase.all)
  func expected(_ example: PageCase) throws {
    let page = try example.page(PageOptions(template: PageCase.frame))
    let written = String(decoding: page.html, as: UTF8.self)
    if PageCase.isUpdating {
      try Data(page.html).write(to: example.folder.appending(path: "expected.html"))
    }
    let expected = String(decoding: try example.data("expected.html"), as: UTF8.self)
    #expect(written == expected)
    #expect(page.diagnostics.isEmpty)
  }

  @Test("are well formed, and every link within them leads somewhere", arguments: PageCase.all)
  func wellFormed(_ example: PageCase) throws {
    let page = String(decoding: try example.page().html, as: UTF8.self)
    #expect(MarkupCheck(page).faults == [])
  }

  @Test("are the same bytes each time", arguments: PageCase.all)
  func deterministic(_ example: PageCase) throws {
    #expect(try example.page().html == example.page().html)
  }

  @Test("have no files that nothing uses")
  func noUnusedFiles() throws {
    #expect(!PageCase.all.isEmpty)
    let used: Set = ["notebook.md", "expected.html", "results.json"]
    for example in PageCase.all {
      let files = try FileManager.default.contentsOfDirectory(atPath: example.folder.path)
      #expect(Set(files).subtracting(used) == [], "in \(example.name)")
      #expect(files.contains("notebook.md"), "in \(example.name)")
    }
  }
}
