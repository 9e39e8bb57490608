import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("PDF files")
struct PDFTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func poppler(_ name: String, _ arguments: String...) async throws -> String {
    let program = try Program.installed(name, package: "poppler-utils")
    let result = try await Program(program, arguments, in: folder).result()
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// How many shapes a sheet shows that are no letters.
  private func shapes(_ sheet: String, in file: String) async throws -> Int {
    let svg = try await poppler("pdftocairo", "-svg", "-f", sheet, "-l", sheet, file, "-")
    let drawn = svg.components(separatedBy: "</defs>").last ?? ""
    return drawn.components(separatedBy: "<path").count - 1
  }

  private static let notebook = """
    ---
    title: "Sums & <more>"
    author: A. Noether
    date: 2026-03-04
    ---

    ## First {#sec-first}

    $$ \\sum_{k=1}^n k = \\frac{n(n+1)}{2} $$ {#eq-sum}

    See [the other](b.md#sec-b), @eq-sum and @sec-second.

    <div style="break-after: page"></div>

    ## Second {#sec-second}

    Words at the end.

    """

  @Test("have tags, an outline, running heads, page numbers, links, and formulas as shapes")
  func content() async throws {
    try folder.write(Self.notebook, to: "a.md")
    try folder.write("# B {#sec-b}\n", to: "b.md")
    _ = try Program.installed("chromium", package: "chromium")
    let rendered = await Rendered("a.md", "b.md", in: folder) { $0.forms = [.pdf] }
    #expect(rendered.errors == "")
    try #require(rendered.status == .success)
    let file = folder.path("Output/a.pdf")
    let facts = try await poppler("pdfinfo", "-isodates", file)
    #expect(facts.contains("Title:           Sums & <more>"))
    #expect(facts.contains("Tagged:          yes"))
    #expect(facts.contains("Pages:           2"))
    #expect(facts.contains("CreationDate:    2026-03-04T00:00:00"))
    #expect(facts.contains("(A4)"))
    let second = try await poppler("pdftotext", "-f", "2", "-layout", file, "-")
    #expect(second.contains(/Sums & <more>\s+A. Noether/))
    #expect(second.contains("Words at the end."))
    #expect(second.contains(/2 ?\/ ?2/))
    let outline = try await poppler("pdftohtml", "-xml", "-stdout", "-i", file)
    #expect(outline.contains("<item page=\"1\">First</item>"))
    #expect(outline.contains("<item page=\"2\">Second</item>"))
    #expect(try await poppler("pdfimages", "-list", file).split(separator: "\n").count == 2)
    let links = try await poppler("pdfinfo", "-url", file)
    #expect(links.contains("b.pdf#sec-b"))
    #expect(!links.contains("file:"))
    #expect(!links.contains("lectern-beside"))
    // The same page is the same file.
    let again = await Rendered("a.md", "b.md", in: folder) {
      $0.forms = [.pdf]
      $0.outputFolder = folder.path("Other")
    }
    #expect(again.status == .success)
    #expect(try folder.data("Other/a.pdf") == folder.data("Output/a.pdf"))
  }

  @Test("of a whole course are one file too, whose chapters lead to each other")
  func course() async throws {
    let project = "title: Two\nchapters: [a.md, week/b.md]\nnumbering: chapters\n"
    try folder.write(project, to: "course/lectern.yml")
    let first = "# A\n\n## Same\n\nSee @eq-b and [B](week/b.md).\n\n> [!THEOREM]\n> It holds.\n"
    try folder.write(first, to: "course/a.md")
    let second = "# B\n\n## Same {#sec-same}\n\n$$ b = 1 $$ {#eq-b}\n\nBack to [A](../a.md#same).\n"
    try folder.write(second, to: "course/week/b.md")
    let rendered = await Rendered("course", in: folder) { $0.forms = [.pdf] }
    #expect(rendered.errors == "")
    let file = folder.path("Output/course.pdf")
    let facts = try await poppler("pdfinfo", file)
    #expect(facts.contains("Title:           Two"))
    #expect(facts.contains("Pages:           4"))
    let outline = try await poppler("pdftohtml", "-xml", "-stdout", "-i", file)
    for (page, words) in [(2, "1 A"), (2, "1.1 Same"), (3, "2 B"), (3, "2.1 Same")] {
      #expect(outline.contains("<item page=\"\(page)\">\(words)</item>"), "\(words)")
    }
    #expect(try await poppler("pdftotext", file, "-").contains("Equation 2.1"))
    // No link leads out of it, and those within lead somewhere.
    #expect(try await poppler("pdfinfo", "-url", file).split(separator: "\n").count == 1)
    // Its formulas are drawn as in the chapter's own file.
    let own = try await shapes("1", in: folder.path("Output/week/b.pdf"))
    #expect(own > 3)
    #expect(try await shapes("3", in: file) == own)
    let places = try await poppler("pdfinfo", "-dests", file)
    for name in ["chapter-1", "chapter-2", "chapter-1-same", "chapter-2-eq-b"] {
      #expect(places.contains("\"\(name)\""), "\(name): \(places)")
    }
  }

  @Test("of a course are printed anew only when something in it changed")
  func keptCourse() async throws {
    try folder.write("title: T\nchapters: [a.md]\n", to: "course/lectern.yml")
    try folder.write("# A\n", to: "course/a.md")
    let log = folder.path("log")
    let chromium = try Program.installed("chromium", package: "chromium")
    let text = "#!/bin/sh\necho begun >>'\(log)'\nexec '\(chromium)' \"$@\"\n"
    let browser = try folder.write(text, to: "browser")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    func printed() async throws -> Int {
      try folder.write("", to: "log")
      let result = try await Program.render(
        "course",
        "--to=pdf",
        environment: ["LECTERN_CHROMIUM": browser],
        in: folder
      )
      #expect(result.status == 0 && result.errors == "", "\(result.errors)")
      return try folder.read("log").split(separator: "\n").count
    }
    #expect(try await printed() == 2)
    #expect(try await printed() == 0)
    // The course's title stands on its own file alone.
    try folder.write("title: U\nchapters: [a.md]\n", to: "course/lectern.yml")
    #expect(try await printed() > 0)
    try FileManager.default.removeItem(atPath: folder.path("Output/course.pdf"))
    #expect(try await printed() == 1)
  }

  @Test("are not begun where there is no Chromium, which is told once, with how to get it")
  func missing() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write("# B\n", to: "b.md")
    let result = try await Program(
      Program.render,
      ["a.md", "b.md", "--to=pdf"],
      environment: ["LECTERN_CHROMIUM": "/nowhere/chromium"],
      in: folder
    ).result()
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error: there is no Chromium, which prints pages as PDF
            = help: install it ('apt-get install chromium'), or name its program in LECTERN_CHROMIUM

        """
    )
    #expect(!FileManager.default.fileExists(atPath: folder.path("Output/a.pdf")))
  }

  @Test("leave the earlier file where Chromium fails, and say what it says")
  func failing() async throws {
    try folder.write("# A\n", to: "a.md")
    let program = try folder.write("#!/bin/sh\necho 'no room here' >&2\nexit 1\n", to: "browser")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try folder.write("earlier", to: "Output/a.pdf")
    let result = try await Program(
      Program.render,
      ["a.md", "--to=pdf"],
      environment: ["LECTERN_CHROMIUM": program],
      in: folder
    ).result()
    #expect(result.status == 1)
    #expect(result.errors.contains("error: Chromium does not print the page: no room here"))
    #expect(try folder.read("Output/a.pdf") == "earlier")
  }
}
