import Files
import Foundation
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject

@Suite("A course around its pages")
struct CourseSiteTests {
  private let project = """
    title: Sums & more
    authors: [A. Noether]
    chapters:
      - first.md
      - part: The <middle>
        chapters: ['week 1/two#.md', third.md]
    numbering: chapters
    license: CC BY 4.0
    url: https://example.org/sums/
    repository: https://github.com/noether/sums
    """

  private let notebooks = [
    "first.md":
      "---\ndate: 2026-03-01\nabstract: The \"beginning\".\n---\n# A & B\n\n## S\n\n## T\n\n## U\n",
    "week 1/two#.md":
      "# Two $x^2$\n\n> [!DEFINITION] Even\n> So.\n\n> [!THEOREM] {#thm-a}\n> Yes.\n",
    "third.md": "# Third\n",
    "index.txt": "",
  ]

  private func course() throws -> CourseFolder {
    let course = try CourseFolder(project, notebooks)
    try course.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    return course
  }

  /// A page's part between two texts.
  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let begin = try #require(page.range(of: start), "\(start)").lowerBound
    let rest = page[begin...]
    return String(rest[..<(try #require(rest.range(of: end))).upperBound])
  }

  @Test("marks the page in its contents, with the page's own sections")
  func contents() async throws {
    let course = try course()
    let run = try await course.render("course")
    #expect(run.messages == [])
    let first = try part(
      course.folder.read("Output/first.html"),
      from: "<nav class=\"contents course\"",
      to: "</nav>"
    )
    #expect(
      first.contains(
        "<li><a href=\"first.html\" aria-current=\"page\"><span class=\"section-number\">1</span> A &amp; B</a>"
      )
    )
    #expect(first.contains("href=\"#s\""))
    #expect(first.contains("<summary>The &lt;middle&gt;</summary>"))
    #expect(first.contains("href=\"week%201/two%23.html\""))
    #expect(first.contains("href=\"index.html\">Sums &amp; more</a>"))
    let second = try part(
      course.folder.read("Output/week 1/two#.html"),
      from: "<nav class=\"contents course\"",
      to: "</nav>"
    )
    #expect(second.contains("href=\"../first.html\"><span class=\"section-number\">1</span>"))
    #expect(second.contains("href=\"../week%201/two%23.html\" aria-current=\"page\""))
    #expect(!second.contains("href=\"#s\""))
  }

  @Test("lists in a long course the chapters around each, and leads to the list of all")
  func longCourse() async throws {
    let names = (1...120).map { "n\($0).md" }
    let course = try CourseFolder(
      "title: Long\nchapters: [\(names.joined(separator: ", "))]\n",
      Dictionary(uniqueKeysWithValues: names.map { ($0, "# Title of \($0)\n") })
    )
    _ = try await course.render("course")
    func listed(_ page: String) throws -> [Int] {
      let contents = try part(
        course.folder.read("Output/\(page).html"),
        from: "<nav class=\"contents course\"",
        to: "</nav>"
      )
      #expect(contents.contains("<a href=\"index.html\">All chapters</a>"))
      return contents.matches(of: /href="n(\d+)\.html"/).compactMap { Int($0.1) }
    }
    #expect(try listed("n1") == Array(1...21))
    #expect(try listed("n60") == Array(40...80))
    #expect(try listed("n120") == Array(100...120))
    let start = try course.folder.read("Output/index.html")
    #expect(start.matches(of: /href="n\d+\.html"/).count == 120)
  }

  @Test("keeps code, emphasis and formulas in the titles of other chapters")
  func markedTitles() async throws {
    let course = try CourseFolder(
      "title: T\nurl: https://example.org\nchapters: [a.md, b.md]\ndefaults: {macros: {R: '\\mathbb{R}'}}\n",
      [
        "a.md": "# The `map` of *all* [links](b.md), $\\R^2$ & \"more\"\n",
        "b.md": "# B\n\n> [!THEOREM] On `map` and $\\alpha$\n> It holds.\n",
      ]
    )
    #expect(try await course.render("course").messages == [])
    let begin = "The <code>map</code> of <em>all</em> links, <math"
    let end = "</math> &amp; “more”"
    let page = try course.folder.read("Output/b.html")
    let contents = try part(page, from: "<li><a href=\"a.html\">\(begin)", to: "</a></li>")
    #expect(contents.contains("ℝ</mi>") && contents.contains("<mn>2</mn>"))
    #expect(contents.contains(end))
    #expect(page.contains("<span class=\"name\">\(begin)"))
    #expect(try course.folder.read("Output/index.html").contains("a.html\">\(begin)"))
    let own = try course.folder.read("Output/a.html")
    #expect(own.contains("<li aria-current=\"page\">\(begin)"))
    #expect(
      try course.folder.read("Output/definitions.html").contains("(On <code>map</code> and <math")
    )
    // Where only text may stand.
    let plain = "The map of all links, ℝ² &amp; “more”"
    #expect(own.contains("<title>\(plain)"))
    for name in ["property=\"og:title\"", "name=\"citation_title\""] {
      #expect(own.contains("<meta \(name) content=\"\(plain)\""))
    }
    // And where nobody can set them.
    let unset = try await course.render("course", output: "Other") { job in
      job.assets = AssetFolder(source: course.folder.path("none"))
    }
    #expect(unset.messages.contains { $0.contains("is missing; run Scripts/setup") })
  }

  @Test("leads to the chapters before and after, and back to the start")
  func ways() async throws {
    let course = try course()
    _ = try await course.render("course")
    let page = try course.folder.read("Output/week 1/two#.html")
    let pager = try part(page, from: "<nav class=\"pager\"", to: "</nav>")
    #expect(pager.contains("class=\"prev\" href=\"../first.html\" rel=\"prev\""))
    #expect(pager.contains("class=\"next\" href=\"../third.html\" rel=\"next\""))
    let trail = try part(page, from: "<nav class=\"trail\"", to: "</nav>")
    #expect(trail.contains("<li><a href=\"../index.html\">Sums &amp; more</a></li>"))
    #expect(trail.contains("<li>The &lt;middle&gt;</li>"))
    #expect(trail.contains("<li aria-current=\"page\">"))
    #expect(!(try course.folder.read("Output/first.html")).contains("rel=\"prev\""))
    #expect(!(try course.folder.read("Output/third.html")).contains("rel=\"next\""))
  }

  @Test("has a start page, a list of definitions and theorems, and what search engines read")
  func madePages() async throws {
    let course = try course()
    _ = try await course.render("course")
    let start = try course.folder.read("Output/index.html")
    #expect(start.contains("<title>Sums &amp; more</title>"))
    #expect(start.contains("A. Noether"))
    #expect(start.contains("<h2>The &lt;middle&gt;</h2>"))
    #expect(start.contains("href=\"definitions.html\""))
    let list = try course.folder.read("Output/definitions.html")
    #expect(
      list.contains(
        "<a href=\"week%201/two%23.html#definition.2.1\">Definition\u{A0}2.1</a> (Even)"
      )
    )
    #expect(list.contains("<a href=\"week%201/two%23.html#thm-a\">Theorem\u{A0}2.1</a></li>"))
    let second = try course.folder.read("Output/week 1/two#.html")
    #expect(second.contains("id=\"definition.2.1\""))
    #expect(second.contains("id=\"thm-a\""))
    let map = try course.folder.read("Output/sitemap.xml")
    let addresses = map.matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
    #expect(
      addresses
        == [
          "", "definitions.html", "first.html", "third.html", "week%201/two%23.html",
        ].map { "https://example.org/sums/" + $0 }
    )
    // It is shown at any address.
    let missing = try course.folder.read("Output/404.html")
    #expect(missing.contains("href=\"https://example.org/sums/\""))
    #expect(missing.contains("href=\"https://example.org/sums/week%201/two%23.html\""))
    #expect(!missing.contains("rel=\"canonical\""))
  }

  @Test("has an inventory of what has a name, for documentation that Sphinx makes")
  func inventory() async throws {
    let course = try course()
    _ = try await course.render("course")
    let bytes = Array(try course.folder.data("Output/objects.inv"))
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 4)
    #expect(
      lines.prefix(4).map { String(decoding: $0, as: UTF8.self) } == [
        "# Sphinx inventory version 2", "# Project: Sums & more", "# Version: ",
        "# The remainder of this file is compressed using zlib.",
      ]
    )
    let stream = Array(try #require(lines.last))
    // One last block that is stored, its length twice, the text, and a checksum.
    #expect(stream.prefix(3) == [0x78, 0x01, 0x01])
    let length = Int(stream[3]) | Int(stream[4]) << 8
    #expect(Int(stream[5]) | Int(stream[6]) << 8 == 65_535 - length)
    #expect(stream.count == 7 + length + 4)
    #expect(
      String(decoding: stream[7..<7 + length], as: UTF8.self) == """
        first std:doc -1 first.html A & B
        week%201/two%23 std:doc -1 week%201/two%23.html Two x²
        third std:doc -1 third.html Third
        thm-a std:label -1 week%201/two%23.html#thm-a Theorem 2.1

        """
    )
  }

  @Test("tells machines where a page is and what it is, and readers where it can be changed")
  func metadata() async throws {
    let course = try course()
    _ = try await course.render("course")
    let first = try course.folder.read("Output/first.html")
    for line in [
      "<link rel=\"canonical\" href=\"https://example.org/sums/first.html\">",
      "<meta property=\"og:title\" content=\"A &amp; B\">",
      "<meta property=\"og:site_name\" content=\"Sums &amp; more\">",
      "<meta property=\"og:description\" content=\"The “beginning”.\">",
      "<meta name=\"citation_author\" content=\"A. Noether\">",
      "<meta name=\"citation_publication_date\" content=\"2026/03/01\">",
      "<a href=\"https://github.com/noether/sums/edit/HEAD/course/first.md\">Edit this page</a>",
      "License: CC BY 4.0",
    ] {
      #expect(first.contains(line), "\(line)")
    }
    let start = try course.folder.read("Output/index.html")
    #expect(start.contains("<link rel=\"canonical\" href=\"https://example.org/sums/\">"))
    try course.folder.write(
      "chapters: [first.md]\nexclude: ['week*', third.md]\n",
      to: "course/lectern.yml"
    )
    _ = try await course.render("course")
    let plain = try course.folder.read("Output/first.html")
    for word in ["canonical", "og:", "citation_", "Edit this page"] {
      #expect(!plain.contains(word), "\(word)")
    }
  }

  @Test("leaves out of the list the notebooks that would have one of its pages themselves")
  func ownPages() async throws {
    var own = notebooks
    own["index.md"] =
      "# Mine\n\n[The list](definitions.html), [me](index.html) and [a](first.md).\n"
    own["404.md"] = "# Lost\n"
    let course = try CourseFolder(project + "\nexclude: [404.md]\n", own)
    let run = try await course.render("course")
    #expect(run.messages == [])
    let start = try course.folder.read("Output/index.html")
    #expect(start.contains("<title>Mine</title>"))
    #expect(start.contains("<nav class=\"pager\"") == false)
    #expect(try course.folder.read("Output/404.html").contains("There is no page here"))
  }

  @Test("removes the pages of notebooks that are gone, and nothing else")
  func removal() async throws {
    let course = try course()
    _ = try await course.render("course")
    try course.folder.write("mine", to: "Output/own.html")
    try course.folder.write("mine", to: "Output/week 1/own.txt")
    let move = FileManager.default
    try move.moveItem(
      atPath: course.folder.path("course/third.md"),
      toPath: course.folder.path("course/last.md")
    )
    try course.folder.write(
      project.replacing("third.md", with: "last.md").replacing(
        "url: https://example.org/sums/",
        with: ""
      ),
      to: "course/lectern.yml"
    )
    // A part of the course removes nothing.
    _ = try await course.render("course/first.md")
    #expect(try course.folder.files(in: "Output").contains("third.html"))
    _ = try await course.render("course")
    let files = try course.folder.files(in: "Output")
    #expect(
      files.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") } == [
        "definitions.html", "first.html", "index.html", "last.html", "own.html", "week 1/own.txt",
        "week 1/two#.html",
      ]
    )
  }

  @Test("is made in the forms that its file names, unless others are asked for")
  func forms() async throws {
    let course = try CourseFolder("chapters: [a.md]\nto: [md, html]\n", ["a.md": "# A\n"])
    func made(_ output: String, _ change: (inout RenderJob) -> Void) async throws -> [String] {
      #expect(try await course.render("course", output: output, change: change).messages == [])
      return try course.folder.files(in: output).filter { $0.hasPrefix("a.") }
    }
    #expect(try await made("Named") { $0.takesProjectForms = true } == ["a.html", "a.md"])
    #expect(try await made("Usual") { _ in } == ["a.html"])
    #expect(try await made("Other") { $0.forms = [.jupyter] } == ["a.ipynb"])
    let wrong = try CourseFolder("chapters: [a.md]\nto: [markdown, docx]\n", ["a.md": "# A\n"])
    #expect(
      try await wrong.render("course").messages
        == [6, 16].map { "course/lectern.yml:2:\($0): 'to' is a form of pages, or a list of them" }
    )
  }

  @Test("removes the pictures of a page in Markdown with it, and nothing else beside them")
  func pictures() async throws {
    let course = try CourseFolder(
      "chapters: [a.md, b.md]\n",
      ["a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"]
    )
    _ = try await course.render("course") { $0.forms = [.markdown] }
    for page in ["a", "b"] {
      let picture = PagePictures.marked("<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
      try course.folder.write(picture, to: "Output/\(page)_files/figure-1.svg")
    }
    try course.folder.write("<svg/>", to: "Output/c_files/own.svg")
    try course.folder.write(PagePictures.marked("<svg/>"), to: "Output/c_files/figure-1.svg")
    for gone in ["a.md", "c.md"] {
      try FileManager.default.removeItem(atPath: course.folder.path("course/" + gone))
    }
    try course.folder.write("chapters: [b.md]\n", to: "course/lectern.yml")
    _ = try await course.render("course") { $0.forms = [.markdown] }
    #expect(
      try course.folder.files(in: "Output").filter { !$0.hasPrefix(".") }
        == ["b.md", "b_files/figure-1.svg", "c_files/own.svg"]
    )
    #expect(!FileManager.default.fileExists(atPath: course.folder.path("Output/a_files")))
  }

  @Test("removes nothing that a list names which somebody else has written")
  func hostileList() async throws {
    let course = try course()
    _ = try await course.render("course")
    try course.folder.write("mine", to: "precious.html")
    try course.folder.write("mine", to: "Output/own.txt")
    for list in [#"["../precious.html", "own.txt", "/etc/x.html", "."]"#, "not a list", "[1]"] {
      try course.folder.write(list, to: "Output/.lectern-pages")
      let run = try await course.render("course")
      #expect(run.status == .success)
      #expect(run.messages.isEmpty == list.hasPrefix("[\""))
      #expect(try course.folder.read("precious.html") == "mine")
      #expect(try course.folder.read("Output/own.txt") == "mine")
    }
  }

  @Test("is the same to the byte in shards")
  func shards() async throws {
    let course = try course()
    _ = try await course.render("course", output: "Whole")
    for number in 1...3 {
      _ = try await course.render("course", output: "Parts") { $0.shard = try Shard("\(number)/3") }
    }
    #expect(try course.pages(in: "Parts") == course.pages(in: "Whole"))
  }

  @Test("has pages made anew that show what changed, and leaves the others")
  func anew() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    func dates() throws -> [String: Date] {
      try ["first", "third", "week 1/two#"].reduce(into: [:]) { dates, name in
        let path = course.folder.path("Output/\(name).html")
        dates[name] =
          try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      }
    }
    func render() async throws {
      _ = try await course.render("course", store: store) { $0.keepsSamePages = true }
    }
    try await render()
    let before = try dates()
    try course.folder.write("# Third\n\nMore text.\n", to: "course/third.md")
    try await render()
    let text = try dates()
    #expect(text.filter { before[$0.key] != $0.value }.map(\.key) == ["third"])
    try course.folder.write("# The third\n\nMore text.\n", to: "course/third.md")
    try await render()
    #expect(try dates().filter { text[$0.key] != $0.value }.count == 3)
    #expect(try course.folder.read("Output/first.html").contains("</span> The third</a>"))
  }

  @Test("shows titles as they stand, whether they are kept, changed just now or not saved")
  func titles() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    func shown(unsaved text: String? = nil) async throws -> String {
      let run = try await course.render("course/first.md", store: store) {
        if let text { $0.files.put(text, at: course.folder.path("course/third.md")) }
      }
      #expect(run.status == .success)
      let page = try course.folder.read("Output/first.html")
      let link = try #require(page.firstMatch(of: /href="third.html">(.*?)<\/a>/))
      return String(String(link.1).suffix(5))
    }
    func settle() async throws {
      // A file that was written just now is read again.
      for name in ["first.md", "third.md", "week 1/two#.md"] {
        let path = course.folder.path("course/" + name)
        while FileStamp(of: path)?.isSettled != true {
          try await Task.sleep(for: .milliseconds(50))
        }
      }
    }
    #expect(try await shown() == "Third")
    try await settle()
    #expect(try await shown() == "Third")
    #expect(try await shown(unsaved: "# Draft\n") == "Draft")
    #expect(try await shown() == "Third")
    try course.folder.write("# Other\n", to: "course/third.md")
    #expect(try await shown() == "Other")
    try await settle()
    #expect(try await shown() == "Other")
  }

  @Test("gives templates of one's own what it is made of")
  func template() async throws {
    let course = try course()
    try course.folder.write(
      "{{#courseData}}{{title}}|{{start}}|{{chapter.number}} {{chapter.title}}|{{previous.address}}|"
        + "{{next.title}}|{{canonical}}{{/courseData}}",
      to: "page.mustache"
    )
    let run = try await course.render("course") {
      $0.templatePath = course.folder.path("page.mustache")
    }
    #expect(run.messages == [])
    #expect(
      try course.folder.read("Output/week 1/two#.html")
        == "Sums &amp; more|../index.html|2 Two x²|../first.html|Third|"
        + "https://example.org/sums/week%201/two%23.html"
    )
  }

  @Test("is not there without chapters")
  func withoutChapters() async throws {
    let course = try CourseFolder("title: T\ndefaults: {lang: de}\n", ["a.md": "# A\n"])
    _ = try await course.render("course")
    #expect(try course.folder.files(in: "Output") == ["a.html"])
    #expect(!(try course.folder.read("Output/a.html")).contains("class=\"contents course\""))
  }
}
