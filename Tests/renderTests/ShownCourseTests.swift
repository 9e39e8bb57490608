import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("A course in a browser")
struct ShownCourseTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      title: A course with a rather long title, as courses have it
      chapters:
        - one.md
        - part: Foundations
          chapters: [w/two.md, w/three.md]
      numbering: chapters
      defaults: {toc: true}
      """,
      to: "course/lectern.yml"
    )
    for (name, title) in [("one", "One"), ("w/two", "The second chapter"), ("w/three", "Three")] {
      try folder.write(
        "# \(title)\n\n## A section\n\nText.\n\n## Another\n\n\(String(repeating: "Words. ", count: 900))\n",
        to: "course/\(name).md"
      )
    }
  }

  private func answer(_ page: String, width: Int, _ script: String) async throws -> String {
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.status == .success, "\(rendered.errors)")
    return try await PageFrame(
      around: folder.url.appending(path: "Output/" + page),
      width: width,
      telling: script,
      in: folder
    ).answer
  }

  @Test("folds its contents on a telephone and a tablet, and has them beside the text on a screen")
  func folding() async throws {
    let script = """
      [page.querySelector("nav.course summary"), page.querySelector("nav.course .chapters")]
        .map((element) => element.checkVisibility()).join(" ")
        + " " + (page.documentElement.scrollWidth <= frame.contentWindow.innerWidth)
      """
    #expect(try await answer("w/two.html", width: 360, script) == "true false true")
    #expect(try await answer("w/two.html", width: 768, script) == "true false true")
    #expect(try await answer("w/two.html", width: 1440, script) == "false true true")
  }

  @Test("has contents that are wholly to be seen beside the text, and do not cover it")
  func place() async throws {
    let script = """
      (() => {
        const nav = page.querySelector("nav.course").getBoundingClientRect();
        const text = page.querySelector("main").getBoundingClientRect();
        return (nav.left >= 0) + " " + (nav.right <= text.left) + " " + (nav.top < text.bottom);
      })()
      """
    #expect(try await answer("w/two.html", width: 1440, script) == "true true true")
    #expect(try await answer("w/two.html", width: 1160, script) == "true true true")
  }

  @Test("has landmarks with names of their own, one current page, and ways that lead somewhere")
  func landmarks() async throws {
    let script = """
      [...page.querySelectorAll("nav")].map((nav) => nav.getAttribute("aria-label")).join(", ")
        + "; " + [...page.querySelectorAll("a[aria-current=page]")].map((link) => link.textContent)
        + "; " + [...page.querySelectorAll(".pager a")].map((link) => link.getAttribute("href"))
        + "; " + page.querySelector("a").getAttribute("href")
      """
    #expect(
      try await answer("w/two.html", width: 1440, script)
        == "Course, Breadcrumbs, Chapters; 2 The second chapter; ../one.html,../w/three.html; #content"
    )
    for page in ["index.html", "one.html", "w/two.html", "w/three.html"] {
      let text = try folder.read("Output/" + page)
      for match in text.matches(of: /href="([^"#]+\.html)/) {
        let base = folder.url.appending(path: "Output/" + page)
        let target = URL(string: String(match.1), relativeTo: base)?.path ?? ""
        #expect(FileManager.default.fileExists(atPath: target), "\(page): \(match.1)")
      }
    }
  }

  @Test("leads from its contents to the sections of the page")
  func reading() async throws {
    let script = """
      (frame.contentWindow.scrollTo(0, 0),
        [...page.querySelectorAll("nav.course .sections a")].map((link) => link.hash).join(" "))
      """
    #expect(try await answer("one.html", width: 1440, script) == "#a-section #another")
  }
}
