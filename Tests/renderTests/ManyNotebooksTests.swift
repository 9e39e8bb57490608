import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Several notebooks at once")
struct ManyNotebooksTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("messages come in the order of the inputs, whatever takes how long, and pages are the same")
  func jobs() async throws {
    // The first takes longest, and every second one fails.
    try folder.write("```swift\nimport Foundation\nsleep(1)\n1\n```\n", to: "n/0.md")
    try folder.write("```swift\nlet a = nothing\n```\n", to: "n/1.md")
    try folder.write("Value: `{swift} 6 * 7`\n", to: "n/2.md")
    try folder.write("# A {#sec-a}\n\n# B {#sec-a}\n", to: "n/3.md")
    try folder.write("# Last\n", to: "n/4.md")
    let one = await Rendered("n", in: folder) { $0.runOptions.jobs = 1 }
    let many = await Rendered("n", in: folder) {
      $0.runOptions.jobs = 5
      $0.outputFolder = folder.path("Other")
    }
    #expect(one.status == .failure)
    #expect(many.status == .failure)
    #expect(
      one.output == """
        n/0.md → Output/0.html
        n/2.md → Output/2.html
        n/4.md → Output/4.html

        """
    )
    #expect(many.output == one.output.replacing("Output", with: "Other"))
    #expect(one.errors == many.errors)
    let files = try folder.files(in: "Output")
    #expect(files == ["0.html", "2.html", "4.html"])
    #expect(try folder.files(in: "Other") == files)
    for file in files {
      #expect(try folder.data("Output/" + file) == folder.data("Other/" + file))
    }
  }

  @Test("Markdown's extensions hold in every notebook, however many are read at once")
  func extensions() async throws {
    let lines = (0..<100).map {
      "Line \($0) is ~~struck~~ and links to www.example.org and a@b.org.\n"
    }
    for number in 0..<24 { try folder.write(lines.joined(separator: "\n"), to: "n/\(number).md") }
    let rendered = await Rendered("n", in: folder) {
      $0.runsCells = false
      $0.runOptions.jobs = 8
    }
    #expect(rendered.status == .success)
    for file in try folder.files(in: "Output") {
      let page = try folder.read("Output/" + file)
      #expect(page.matches(of: /<del>struck<\/del>/).count == 100)
      #expect(page.matches(of: /href="http:\/\/www\.example\.org"/).count == 100)
      #expect(page.matches(of: /href="mailto:a@b\.org"/).count == 100)
    }
  }

  @Test("rendering twice gives the same bytes")
  func twice() async throws {
    let text = """
      # Twice

      ```swift
      import Plotting
      let words = ["a": 1, "b": 2, "c": 3]
      words.keys.sorted()
      ```

      ```swift label=fig-line caption="A line"
      Chart { Line(x: [0, 1, 2], y: [0, 1, 4]) }
      ```

      """
    try folder.write(text, to: "a.md")
    let first = await Rendered("a.md", in: folder)
    #expect(first.errors.replacing(/^warning.*\n/.anchorsMatchLineEndings(), with: "") == "")
    #expect(first.status == .success)
    let page = try folder.data("Output/a.html")
    #expect(await Rendered("a.md", in: folder).status == .success)
    #expect(try folder.data("Output/a.html") == page)
  }

  @Test("a link to another notebook leads to its page, and other links stay")
  func links() async throws {
    let text = """
      # A

      [b](b.md), [part](part/c.md#top), [gone](gone.md), [web](https://example.org/b.md)

      """
    try folder.write(text, to: "n/a.md")
    try folder.write("# B\n\n[a](a.md)\n", to: "n/b.md")
    try folder.write("# C\n\n[a](../a.md)\n", to: "n/part/c.md")
    #expect(await Rendered("n", in: folder).status == .success)
    let page = try folder.read("Output/a.html")
    let links = page.matches(of: /<a href="([^"#][^"]*)"/).map { String($0.1) }
    #expect(links == ["b.html", "part/c.html#top", "gone.md", "https://example.org/b.md"])
    #expect(try folder.read("Output/part/c.html").contains("<a href=\"../a.html\""))
  }
}
