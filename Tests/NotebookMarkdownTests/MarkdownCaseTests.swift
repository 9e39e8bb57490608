import Bibliography
import Documents
import Foundation
import TestSupport
import Testing

@Suite("The Markdown of the cases")
struct MarkdownCaseTests {
  @Test("is as expected, for GitHub and for Jupyter", arguments: GoldenCase.all())
  func expected(_ example: GoldenCase) throws {
    let results = try (try? Data(contentsOf: example.folder.appending(path: "results.json")))
      .map(Results.init(json:))
    let literature = (try? Data(contentsOf: example.folder.appending(path: "refs.bib"))).map {
      Bibliography([SourceText(path: "refs.bib", bytes: Array($0))])
    }
    let source = try example.source
    let page = markdown(source, results ?? [:], bibliography: literature ?? Bibliography([]))
    let pictures = page.pictures.map { "<!-- picture \($0.name): \($0.words) -->\n" }.joined()
    let left = page.diagnostics.map {
      "<!-- \($0.start.map { "\($0.line)" } ?? "?"): \($0.message) -->\n"
    }
    let text = page.text + pictures + left.joined()
    #expect(try example.difference(of: text, from: "expected.md") == nil)
    let other = markdown(
      source,
      results ?? [:],
      for: .jupyter,
      bibliography: literature ?? Bibliography([])
    )
    #expect(try example.difference(of: other.text, from: "expected-jupyter.md") == nil)
  }

  @Test("have no files that nothing uses", arguments: GoldenCase.all())
  func noStrayFiles(_ example: GoldenCase) throws {
    let known: Set = [
      "notebook.md", "expected.md", "expected-jupyter.md", "results.json", "refs.bib",
    ]
    #expect(try example.strayFiles(besides: known) == [])
  }
}
