import Foundation
import TestSupport
import Testing

@Suite("Ninja")
struct NinjaTests {
  private let course: PlannedCourse
  private var folder: ScratchFolder { course.folder }
  private static let all = [
    "index.md", "week1/one.md", "week1/three.md", "week1/two.md", "week2/five.md", "week2/four.md",
  ]

  init() throws { course = try PlannedCourse() }

  /// Adds to a file of the course.
  private func append(_ text: String, to name: String) throws {
    try folder.write(try folder.read("course/" + name) + text, to: "course/" + name)
  }

  @Test("makes the bytes that one run makes, and then has no work to do")
  func same() async throws {
    var course = course
    // As users have it: results are kept in a folder beside the notebooks.
    course.environment = ["LECTERN_STORE": ""]
    try await course.plan()
    #expect(try await course.make() == Self.all)
    try await course.expectSameAsWhole()
    #expect(try folder.files(in: "Site").count == 6)
    #expect(try folder.files(in: "course/.lectern").contains { $0.hasPrefix("objects/") })
  }

  @Test("makes pages in several forms, the same as one run makes")
  func forms() async throws {
    var course = course
    course.options += ["--to", "html,md"]
    try await course.plan()
    #expect(try await course.make() == Self.all.flatMap { [$0, $0] })
    try await course.expectSameAsWhole()
    #expect(try folder.files(in: "Site").filter { $0.hasSuffix(".md") }.count == 6)
    try append("More.\n", to: "week2/five.md")
    #expect(try await course.make() == ["week2/five.md", "week2/five.md"])
  }

  @Test("makes a changed notebook's page alone, and those that use its labels")
  func changed() async throws {
    try await course.plan()
    _ = try await course.make()
    try append("More.\n", to: "week2/four.md")
    #expect(try await course.make() == ["week2/four.md"])
    try await course.expectSameAsWhole()

    try append("", to: "week2/five.md")
    let date = try modificationDate("Site/week2/five.html")
    #expect(try await course.make() == ["week2/five.md"])
    #expect(try modificationDate("Site/week2/five.html") == date)

    let one = try folder.read("course/week1/one.md")
    try folder.write("$$ y $$ {#eq-zero}\n\n" + one, to: "course/week1/one.md")
    #expect(try await course.make() == ["week1/one.md", "week1/two.md", "week2/five.md"])
    #expect(try folder.read("Site/week1/two.html").contains("Equation\u{A0}2"))
    try await course.expectSameAsWhole()
  }

  @Test("makes what is around the pages of a course, and anew the pages that show what changed")
  func projectFile() async throws {
    try folder.write(
      """
      numbering: chapters
      chapters: [week1/one.md, week1/two.md, week1/three.md, week2/four.md, week2/five.md]
      url: https://example.org
      """,
      to: "course/lectern.yml"
    )
    var course = course
    course.options = []
    try await course.plan()
    #expect(try await course.make() == Self.all)
    try await course.expectSameAsWhole()
    #expect(
      Set(try folder.files(in: "Site")).isSuperset(of: [
        "404.html", "definitions.html", "sitemap.xml",
      ])
    )
    try append("More.\n", to: "week2/four.md")
    #expect(try await course.make() == ["week2/four.md"])
    try await course.expectSameAsWhole()
    let five = try folder.read("course/week2/five.md").replacing("# Five", with: "# Fünf")
    try folder.write(five, to: "course/week2/five.md")
    #expect(try await course.make() == Self.all)
    try await course.expectSameAsWhole()
    try FileManager.default.removeItem(atPath: folder.path("Site/definitions.html"))
    #expect(try await course.make() == [])
    try await course.expectSameAsWhole()
    try FileManager.default.removeItem(atPath: folder.path("course/lectern.yml"))
    #expect(try await course.make() == Self.all)
  }

  @Test("makes the pages that cite when the literature changes, and all for another template")
  func sharedFiles() async throws {
    try await course.plan()
    _ = try await course.make()
    let bibliography = try folder.read("course/refs.bib").replacing("1990}", with: "1991}")
    try folder.write(bibliography, to: "course/refs.bib")
    #expect(try await course.make() == ["week1/two.md", "week2/five.md"])
    #expect(try folder.read("Site/week1/two.html").contains("1991"))
    try await course.expectSameAsWhole()

    // The same size, so that only the date tells.
    try folder.write("z picture", to: "course/week1/curve.png")
    #expect(try await course.make() == ["week1/three.md", "week1/two.md"])
    try await course.expectSameAsWhole()

    try folder.write("<title>{{pageTitle}}</title>{{{content}}}", to: "page.mustache")
    #expect(try await course.make() == Self.all)
    try await course.expectSameAsWhole()
  }

  @Test("makes a page whose cell looked for a file that was not there, when it comes")
  func comingFile() async throws {
    try append(
      "\n```swift\n(try? contents(of: \"notes/late.txt\")) ?? \"none\"\n```\n",
      to: "week2/four.md"
    )
    try await course.plan()
    _ = try await course.make()
    #expect(try await course.make() == [])
    try folder.write("It came.", to: "course/week2/notes/late.txt")
    #expect(try await course.make() == ["week2/four.md"])
    #expect(try folder.read("Site/week2/four.html").contains("It came."))
    try folder.write("It changed.", to: "course/week2/notes/late.txt")
    #expect(try await course.make() == ["week2/four.md"])
    try await course.expectSameAsWhole()
  }

  @Test("shows why a notebook fails, leaves its earlier page, and tries again")
  func failure() async throws {
    try await course.plan()
    _ = try await course.make()
    let earlier = try folder.data("Site/week2/four.html")
    let text = try folder.read("course/week2/four.md")
    try folder.write(text.replacing("42", with: "43"), to: "course/week2/four.md")
    for _ in 0..<2 {
      let result = try await course.ninja()
      #expect(result.status != 0)
      #expect(result.output.contains("course/week2/four.md:9:1: error: '43' is promised here"))
      #expect(try folder.data("Site/week2/four.html") == earlier)
    }
    try folder.write(text, to: "course/week2/four.md")
    #expect(try await course.make() == ["week2/four.md"])
    try await course.expectSameAsWhole()
  }

  @Test("sees notebooks come and go, labels move, and links that lead to a page now")
  func comeAndGo() async throws {
    try await course.plan()
    _ = try await course.make()
    #expect(try folder.read("Site/index.html").contains("href=\"week2/six.md\""))
    let lemma = "> [!LEMMA] {#lem-one}\n> It holds.\n"
    try folder.write("# Six\n\n" + lemma, to: "course/week2/six.md")
    let doubled = try await course.ninja()
    #expect(doubled.status != 0)
    #expect(doubled.output.contains("error: 'lem-one' is a label in course/week1/one.md and in"))

    let one = try folder.read("course/week1/one.md").replacing(lemma, with: "")
    try folder.write(one, to: "course/week1/one.md")
    #expect(try await course.make().contains("week2/five.md"))
    #expect(try folder.read("Site/index.html").contains("href=\"week2/six.html\""))
    try await course.expectSameAsWhole()

    try FileManager.default.removeItem(atPath: folder.path("course/week2/six.md"))
    try FileManager.default.removeItem(atPath: folder.path("Site/week2/six.html"))
    try append("\n" + lemma, to: "week1/one.md")
    #expect(try await course.make().contains("index.md"))
    try await course.expectSameAsWhole()
  }

  @Test("reads names with spaces, dollars and colons, and copies what pages share once")
  func names() async throws {
    var course = course
    course.options += ["--math", "browser", "--swift-flag=-DNAME=a b", "--timeout", "90"]
    course.environment = ["LECTERN_ASSETS": folder.path("my data")]
    try folder.write("// MathJax", to: "my data/mathjax/tex-svg-full.js")
    for name in ["week 3: $x/a#b.md", "week 3: $x/seven.md"] {
      try folder.write("# A\n\n$x$ and ![p](p%20q$.png), @lem-one\n", to: "course/" + name)
    }
    try folder.write("picture", to: "course/week 3: $x/p q$.png")
    try await course.plan()
    #expect(try await course.make().count == 8)
    try await course.expectSameAsWhole()
    #expect(try folder.files(in: "Site/assets") == ["mathjax/tex-svg-full.js"])
  }

  private func modificationDate(_ name: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder.path(name))[.modificationDate] as? Date
  }
}
