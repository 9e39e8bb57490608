import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Forms")
struct FormTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("are named once each, with commas or again")
  func names() throws {
    #expect(try PageArguments.parse([]).forms() == [.html])
    #expect(try PageArguments.parse(["--to", "md"]).forms() == [.markdown])
    let several = try PageArguments.parse(["--to", "md,html", "--to=md"]).forms()
    #expect(several == [.markdown, .html])
  }

  @Test(
    "that nobody knows are wrong use, with the nearest name",
    arguments: [
      ("mb", "--to knows no form 'mb'; it is one of \(PageForm.list). Did you mean 'md'?"),
      (
        "markdown",
        "--to knows no form 'markdown'; it is one of \(PageForm.list). Did you mean 'md'?"
      ),
      ("docx", "--to knows no form 'docx'; it is one of \(PageForm.list)."),
      ("md,", "--to names no form here: it is one of \(PageForm.list)."),
    ]
  )
  func unknown(_ word: String, _ message: String) async throws {
    let result = try await Program.render("a.md", "--to", word, in: folder)
    #expect(result.status == 64)
    #expect(result.errors.contains("Error: " + message))
  }

  @Test("are made together, and what is wrong is told once")
  func together() async throws {
    try folder.write("# A\n\n[B](b.md), [the page of B](b.html), [gone](c.md)\n", to: "a.md")
    try folder.write("# B\n", to: "b.md")
    let rendered = await Rendered("a.md", "b.md", in: folder) { $0.forms = [.html, .markdown] }
    #expect(rendered.status == .success)
    #expect(rendered.errors.matches(of: /the link 'c.md' leads nowhere/).count == 1)
    #expect(try folder.files(in: "Output") == ["a.html", "a.md", "b.html", "b.md"])
    // Links stay within a form.
    let text = try folder.read("Output/a.md")
    #expect(
      text == "<!-- Made by Lectern from a.md. -->\n\n"
        + "# A\n\n[B](b.md), [the page of B](b.md), [gone](c.md)\n"
    )
    #expect(try folder.read("Output/a.html").contains("<a href=\"b.html\">B</a>"))
  }

  @Test(
    "keep their pages apart: an unchanged one is left, and made anew where a picture of it is gone"
  )
  func kept() async throws {
    let cell = """
      ```swift echo=false label=fig-a caption="A dot"
      import NotebookDisplay
      struct Dot: Displayable {
        var display: DisplayBundle {
          DisplayBundle(plain: "a dot", [.svg: "<svg width=\\"9\\" height=\\"9\\"><circle r=\\"4\\"/></svg>"])
        }
      }
      Dot()
      ```
      """
    try folder.write("# A\n\n\(cell)\n", to: "a.md")
    func make() async throws -> Date {
      let result = try await Program.render("a.md", "--to=md", "--if-changed", in: folder)
      #expect(result.errors == "")
      let path = folder.path("Output/a.md")
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
      return try #require(date as? Date)
    }
    let first = try await make()
    #expect(try folder.read("Output/a.md").contains("![a dot](a_files/fig-a.svg)"))
    let picture = try folder.read("Output/a_files/fig-a.svg")
    #expect(picture.contains("\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let explained = try await Program.render("explain", "a.md", "--to=md", "--all", in: folder)
    #expect(explained.output.contains("page (md)"))
    try FileManager.default.removeItem(atPath: folder.path("Output/a_files/fig-a.svg"))
    #expect(try await make() == first)
    #expect(try folder.read("Output/a_files/fig-a.svg") == picture)
  }

  @Test("are no notebooks where they lie among them, unless they are named")
  func amongNotebooks() async throws {
    try folder.write("# A\n", to: "course/text/a.md")
    try folder.write("# B\n", to: "course/b.md")
    var rendered = await Rendered("course/text/a.md", in: folder) {
      $0.forms = [.markdown]
      $0.outputFolder = folder.path("course")
    }
    #expect(rendered.status == .success)
    for _ in 1...2 {
      rendered = await Rendered("course", in: folder)
      #expect(rendered.errors == "")
      #expect(try folder.files(in: "Output") == ["b.html", "text/a.html"])
    }
    rendered = await Rendered("course/a.md", in: folder)
    #expect(try folder.files(in: "Output").contains("a.html"))
  }

  @Test("never take a notebook's place, nor that of a file that is named as a folder")
  func places() async throws {
    try folder.write("# A\n", to: "a.md")
    var rendered = await Rendered("a.md", in: folder) {
      $0.forms = [.markdown]
      $0.outputFolder = folder.path("")
    }
    #expect(rendered.status == .usage)
    #expect(rendered.errors.contains("its page would take the place of a notebook"))
    #expect(try folder.read("a.md") == "# A\n")
    rendered = await Rendered("a.md", in: folder) {
      $0.forms = [.markdown]
      $0.outputFolder = "notes/x.html"
    }
    #expect(rendered.status == .usage)
    #expect(rendered.errors.contains("-o takes a folder"))
    #expect(rendered.errors.contains("'-o notes --to html'"))
  }

  @Test("do not go with options that are not theirs")
  func options() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write("{{{content}}}", to: "page.mustache")
    var rendered = await Rendered("a.md", in: folder) {
      $0.forms = [.markdown]
      $0.templatePath = folder.path("page.mustache")
    }
    #expect(rendered.status == .usage)
    #expect(
      rendered.errors == "error: --template is for pages that browsers show, and --to names none\n"
    )
    rendered = await Rendered("a.md", in: folder) {
      $0.forms = [.html, .markdown]
      $0.images = .embed
    }
    #expect(rendered.errors.contains("--images=embed and --to=md do not go together"))
    rendered = await Rendered("a.md", in: folder) {
      $0.forms = [.html, .markdown]
      $0.depfile = folder.path("a.d")
    }
    #expect(rendered.errors == "error: --depfile is about one page, and --to names 2 forms\n")
  }

  @Test("of a course go with its notebooks, each in its time")
  func course() async throws {
    try folder.write("title: C\nchapters: [a.md, b.md]\n", to: "course/lectern.yml")
    try folder.write("# A\n\nSee @sec-b.\n", to: "course/a.md")
    try folder.write("# B {#sec-b}\n", to: "course/b.md")
    _ = await Rendered("course", in: folder) { $0.forms = [.html, .markdown] }
    #expect(try folder.read("Output/a.md").contains("See [B](b.md#sec-b)."))
    let all = ["a.html", "a.md", "b.html", "b.md", "index.html"]
    #expect(try pages() == all)
    // Pages of one form do not end those of the others.
    _ = await Rendered("course", in: folder)
    #expect(try pages() == all)
    try FileManager.default.removeItem(atPath: folder.path("course/b.md"))
    try folder.write("title: C\nchapters: [a.md]\n", to: "course/lectern.yml")
    try folder.write("# A\n", to: "course/a.md")
    _ = await Rendered("course", in: folder) { $0.forms = [.markdown] }
    #expect(try pages() == ["a.html", "a.md", "index.html"])
  }

  private func pages() throws -> [String] {
    try folder.files(in: "Output").filter { !$0.hasPrefix(".") && !$0.contains("/") }.sorted()
  }
}
