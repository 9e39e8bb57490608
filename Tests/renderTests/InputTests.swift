import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What render is given")
struct InputTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("a notebook becomes a page of its name")
  func oneNotebook() async throws {
    try folder.write("# Hello\n\nText.\n", to: "hello.md")
    let rendered = await Rendered("hello.md", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.output == "hello.md → Output/hello.html\n")
    #expect(rendered.errors == "")
    #expect(try folder.files(in: "Output") == ["hello.html"])
    #expect(try folder.read("Output/hello.html").contains("<title>Hello</title>"))
  }

  @Test("a folder gives its notebooks by name, those in folders within it too")
  func nestedFolder() async throws {
    for name in ["b.md", "a.md", "part/two.md", "part/deep/one.md", "notes.txt"] {
      try folder.write("# \(name)\n", to: "Course/" + name)
    }
    let rendered = await Rendered("Course", in: folder)
    #expect(rendered.status == .success)
    #expect(
      rendered.output == """
        Course/a.md → Output/a.html
        Course/b.md → Output/b.html
        Course/part/deep/one.md → Output/part/deep/one.html
        Course/part/two.md → Output/part/two.html

        """
    )
  }

  @Test("hidden folders, hidden files and the output folder are left out")
  func leftOut() async throws {
    for name in ["a.md", ".hidden/b.md", ".c.md", "Output/d.md"] {
      try folder.write("# A\n", to: name)
    }
    let rendered = await Rendered("", in: folder)
    #expect(rendered.output == "a.md → Output/a.html\n")
  }

  @Test("a link that leads back to a folder around it is not followed")
  func linkLoop() async throws {
    try folder.write("# A\n", to: "Course/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Course/again"),
      withDestinationPath: "."
    )
    let rendered = await Rendered("Course", in: folder)
    #expect(rendered.output == "Course/a.md → Output/a.html\n")
  }

  @Test("a notebook that is named twice is made once")
  func namedTwice() async throws {
    try folder.write("# A\n", to: "Course/a.md")
    let rendered = await Rendered("Course", "Course/a.md", "Course/../Course/a.md", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.output == "Course/a.md → Output/a.html\n")
  }

  @Test("a missing notebook is named, and the others are made")
  func missingNotebook() async throws {
    try folder.write("# Good\n", to: "good.md")
    let rendered = await Rendered("missing.md", "good.md", in: folder)
    #expect(rendered.status == .noInput)
    #expect(rendered.errors == "missing.md: error: there is no such file or folder\n")
    #expect(rendered.output == "good.md → Output/good.html\n")
  }

  @Test("a folder without a notebook is no input")
  func emptyFolder() async throws {
    try folder.write("text", to: "Empty/notes.txt")
    let rendered = await Rendered("Empty", in: folder)
    #expect(rendered.status == .noInput)
    #expect(
      rendered.errors
        == "Empty: error: there is no notebook in this folder; a notebook's name ends in .md\n"
    )
  }

  @Test("two notebooks with the same page are wrong use, and nothing is made")
  func samePage() async throws {
    for name in ["one/a.md", "two/a.md", "b.md"] { try folder.write("# A\n", to: name) }
    let rendered = await Rendered("b.md", "one/a.md", "two/a.md", in: folder)
    #expect(rendered.status == .usage)
    #expect(
      rendered.errors == "two/a.md: error: its page would be that of one/a.md, a.html; "
        + "render them into different folders with -o\n"
    )
    #expect(try folder.files(in: "Output") == [])
  }

  @Test(
    "a byte order mark, line ends of any kind and an empty notebook are fine",
    arguments: ["\u{FEFF}# Title\n", "# Title\r\n\r\n$$\r\nx\r\n$$\r\n", "# Title\rText", ""]
  )
  func tolerated(_ text: String) async throws {
    try folder.write(text, to: "notebook.md")
    let rendered = await Rendered("notebook.md", in: folder, isQuiet: true)
    #expect(rendered.status == .success)
    let page = try folder.read("Output/notebook.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<title>"))
    #expect(!page.contains("\u{FEFF}"))
  }
}
