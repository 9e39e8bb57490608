import Bibliography
import Documents
import Foundation
import NotebookHTML
import NotebookSyntax
import TestSupport
import Testing
import Typesetting

@Suite("The pages of the cases")
struct PageCaseTests {
  // Styles and scripts are the same on all pages, so the expected page goes without them.
  static let frame = SiteOptions.Template(
    text: "{{{header}}}\n{{{contents}}}\n<main id=\"content\">\n{{{content}}}</main>\n",
    path: "frame.mustache"
  )

  @Test("are as expected", arguments: GoldenCase.all())
  func expected(_ example: GoldenCase) throws {
    let page = try example.page(SiteOptions(template: Self.frame))
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(try example.difference(of: text, from: "expected.html") == nil)
    // Of the one page that means harm something is left out.
    let isHostile = example.folder.lastPathComponent == "hostile"
    #expect(page.diagnostics.map(\.kind.rawValue) == (isHostile ? ["unsafe-markup"] : []))
  }

  @Test("are well formed, and every link within them leads somewhere", arguments: GoldenCase.all())
  func wellFormed(_ example: GoldenCase) throws {
    let page = String(decoding: try example.page().html, as: UTF8.self)
    #expect(MarkupCheck(page).faults == [])
  }

  @Test("are the same bytes each time", arguments: GoldenCase.all())
  func deterministic(_ example: GoldenCase) throws {
    #expect(try example.page().html == example.page().html)
  }

  @Test("have no files that nothing uses", arguments: GoldenCase.all())
  func noStrayFiles(_ example: GoldenCase) throws {
    #expect(
      try example.strayFiles(besides: ["notebook.md", "expected.html", "results.json", "refs.bib"])
        == []
    )
  }
}

extension GoldenCase {
  fileprivate func page(_ site: SiteOptions = SiteOptions()) throws -> Page {
    let notebook = NotebookParser.parse(try source)
    let file = folder.appending(path: "results.json")
    let results = try (try? Data(contentsOf: file)).map(Results.init(json:)) ?? [:]
    var site = site
    site.typesetting = .browser
    site.typesetter = .shared
    var options = PageOptions()
    if let data = try? Data(contentsOf: folder.appending(path: "refs.bib")) {
      options.bibliography = Bibliography([SourceText(path: "refs.bib", bytes: Array(data))])
    }
    let transcript = results.transcript(of: notebook)
    return PageRenderer(site).page(for: notebook, transcript: transcript, options: options)
  }
}
