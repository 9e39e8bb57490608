import Foundation
import Testing

@testable import render

@Suite("References to other pages")
struct OtherPagesTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func write() throws {
    try folder.write(
      """
      # First {#sec-first}

      What @sec-first is about.

      $$ x = 1 $$ {#eq-one}

      ## A section {#sec-here}

      > [!THEOREM] {#thm-big}
      > It holds.

      """,
      to: "course/part one/a.md"
    )
    try folder.write(
      "See @sec-first: @eq-one, @sec-here, \\eqref{eq-one} and $\\eqref{eq-one}$, and @thm-big.\n",
      to: "course/b.md"
    )
  }

  @Test("reach the pages of the same folder, in words and in formulas")
  func folderOfPages() async throws {
    try write()
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.errors == "")
    #expect(rendered.status == .success)
    let page = try folder.read("Output/b.html")
    #expect(
      try folder.read("Output/part one/a.html")
        .contains("What <a href=\"#sec-first\" class=\"ref\">First</a> is about.")
    )
    for link in [
      "<a href=\"part%20one/a.html#sec-first\" class=\"ref\">First</a>",
      "<a href=\"part%20one/a.html#eq-one\" class=\"ref\">Equation\u{A0}1</a>",
      "<a href=\"part%20one/a.html#sec-here\" class=\"ref\">A section</a>",
      "<a href=\"part%20one/a.html#eq-one\" class=\"ref\">(1)</a>",
      "<a href=\"part%20one/a.html#thm-big\" class=\"ref\">Theorem\u{A0}1</a>",
      "<a href=\"part%20one/a.html#eq-one\"><",
    ] {
      #expect(page.contains(link), "\(link)")
    }
  }

  @Test("reach the notebooks beside one that is rendered alone")
  func neighbours() async throws {
    try folder.write("$$ x $$ {#eq-one}\n", to: "a.md")
    try folder.write("See @eq-one.\n", to: "b.md")
    #expect(await Rendered("b.md", in: folder).status == .success)
    #expect(try folder.read("Output/b.html").contains("href=\"a.html#eq-one\""))
  }

  @Test("are errors where several other pages have the label, and where none has")
  func ambiguous() async throws {
    try folder.write("$$ x $$ {#eq-one}\n", to: "course/a.md")
    try folder.write("$$ x $$ {#eq-one}\n", to: "course/b.md")
    try folder.write("See @eq-one and @eq-two.\n", to: "course/c.md")
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.contains(
        "course/c.md:1:5: error: 'eq-one' is a label in course/a.md and in course/b.md\n"
      )
    )
    #expect(rendered.errors.contains("course/c.md:1:17: error: nothing is labelled 'eq-two'\n"))
  }

  @Test(
    "lead from page to page by the shortest way",
    arguments: [
      ("a.html", "b.html", "b.html"), ("x/a.html", "x/b.html", "b.html"),
      ("x/a.html", "b.html", "../b.html"), ("a.html", "x/b.html", "x/b.html"),
      ("x/y/a.html", "x/z/b.html", "../z/b.html"), ("x/a.html", "x/x/b.html", "x/b.html"),
    ]
  )
  func paths(_ page: String, _ other: String, _ way: String) {
    #expect(LabelIndex.relativePath(from: page, to: other) == way)
  }
}
