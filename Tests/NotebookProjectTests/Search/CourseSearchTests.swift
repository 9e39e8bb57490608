import Foundation
import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("The index of a search")
struct CourseSearchTests {
  private static let project = "chapters: [one.md, w/two.md, three.md]\nnumbering: chapters\n"

  private func course() throws -> CourseFolder {
    try CourseFolder(
      Self.project,
      [
        "one.md": "# One\n\n## Sums {#sec-s}\n\nThe $\\sum$ of \"all\".\n",
        "w/two.md": "# Two\n\n> [!DEFINITION] Even\n> So.\n",
        "three.md": "# Three\n\n" + String(repeating: "A long chapter of words. ", count: 2000),
        "index.md": "# Start\n\nWelcome.\n",
      ]
    )
  }

  private func index(of course: CourseFolder, in output: String = "Output") throws -> [String:
    [UInt8]]
  {
    try course.pages(in: output).filter { $0.key.hasPrefix("search/") }
  }

  @Test("names the words, and has titles, sections, statements and texts")
  func contents() async throws {
    let course = try course()
    #expect(try await course.render("course").messages == [])
    let files = try index(of: course).mapValues { String(decoding: $0, as: UTF8.self) }
    let words = try #require(files["search/words-0.js"])
    #expect(words.hasPrefix(#"lecternSearch.take("words-0","1 "#))
    #expect(words.contains(#"\n\\sum A"#))
    #expect(words.contains(#"\neven "#))
    let texts = try #require(files["search/texts-0.js"])
    #expect(
      texts.contains(
        #"["one.html","One",["","","","sec-s","1.1 Sums","The \#u{2}\\sum\#u{3} of “all”."]]"#
      )
    )
    #expect(
      texts.contains(
        "[\"w/two.html\",\"Two\",[\"\",\"\",\"\",\"definition.2.1\",\"Definition\u{A0}2.1 (Even)\",\"So.\"]]"
      )
    )
    // The start is no chapter, and can be found.
    #expect(files["search/texts-1.js"]?.contains(#"["index.html","Start""#) == true)
    #expect(files["search/index.js"]?.contains(#"{pages:4,texts:[0, 3],words:["1"]"#) == true)
  }

  @Test("is the same to the byte in shards, when made alone, and after a change and back")
  func sameBytes() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    _ = try await course.render("course", output: "Whole")
    let whole = try course.pages(in: "Whole")
    for number in 1...2 {
      _ = try await course.render("course", output: "Parts") { $0.shard = try Shard("\(number)/2") }
    }
    #expect(try course.pages(in: "Parts") == whole)
    _ = try await course.render("course", output: "Alone") { $0.makesSiteAlone = true }
    #expect(try index(of: course, in: "Alone") == index(of: course, in: "Whole"))
    let text = try course.folder.read("course/one.md")
    _ = try await course.render("course", store: store)
    try course.folder.write(text + "Newcomer.\n", to: "course/one.md")
    _ = try await course.render("course", store: store)
    let changed = try index(of: course)
    #expect(changed != whole.filter { $0.key.hasPrefix("search/") })
    try course.folder.write(text, to: "course/one.md")
    _ = try await course.render("course", store: store)
    #expect(try course.pages() == whole)
  }

  @Test("is written where it is not as it should be, and only there")
  func rewriting() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    // What was just written may be written again within a tick of the clock.
    for path in try course.folder.files(in: "course") { try age("course/" + path) }
    func age(_ path: String) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -100)],
        ofItemAtPath: course.folder.path(path)
      )
    }
    func dates() throws -> [String: Date] {
      try index(of: course).keys.reduce(into: [:]) { dates, name in
        let path = course.folder.path("Output/" + name)
        dates[name] =
          try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      }
    }
    _ = try await course.render("course", store: store)
    let first = try index(of: course)
    for name in first.keys { try age("Output/" + name) }
    let old = try dates()
    _ = try await course.render("course", store: store)
    #expect(try dates() == old)
    try course.folder.write("broken", to: "Output/search/words-0.js")
    _ = try await course.render("course", store: store)
    #expect(try index(of: course) == first)
    #expect(try dates().filter { $0.value == old[$0.key] }.count == old.count - 1)
  }

  @Test("goes in part when there is less to be found, and wholly with the list of chapters")
  func going() async throws {
    let course = try course()
    _ = try await course.render("course")
    #expect(try index(of: course).keys.contains("search/texts-1.js"))
    try course.folder.write("# Three\n", to: "course/three.md")
    _ = try await course.render("course")
    #expect(try index(of: course).keys.contains("search/texts-0.js"))
    #expect(try !index(of: course).keys.contains("search/texts-1.js"))
    try course.folder.write("mine", to: "Output/search/own.js")
    try course.folder.write("title: No list\n", to: "course/lectern.yml")
    _ = try await course.render("course")
    #expect(try index(of: course).keys.sorted() == ["search/own.js"])
    #expect(try course.folder.files(in: "Output").contains("one.html"))
    #expect(try !course.folder.files(in: "Output").contains(".lectern-pages"))
  }

  @Test("finds macros by what they stand for")
  func macros() async throws {
    let course = try CourseFolder(
      "chapters: [one.md]\ndefaults: {macros: {R: '\\mathbb{R}'}}\n",
      ["one.md": "# One\n\nFor $x \\in \\R$.\n"]
    )
    _ = try await course.render("course")
    let words = try course.folder.read("Output/search/words-0.js")
    for word in [#"\\R"#, #"\\mathbb"#, "r"] { #expect(words.contains("\(word) AB"), "\(word)") }
  }
}

@Suite("A page of a course that is made alone")
struct UnmadePagesTests {
  @Test("is told to lead to pages that are not made, until they are")
  func note() async throws {
    let course = try CourseFolder(
      "chapters: [one.md, two.md, three.md]\n",
      ["one.md": "# One\n", "two.md": "# Two\n", "three.md": "# Three\n"]
    )
    let alone = try await course.render("course/one.md")
    #expect(
      alone.messages
        == ["course/lectern.yml: 2 of its pages are not made yet, and links to them lead nowhere"]
    )
    let page = try course.folder.data("Output/one.html")
    #expect(try await course.render("course").messages == [])
    #expect(try course.folder.data("Output/one.html") == page)
    #expect(try await course.render("course/one.md").messages == [])
    let part = try await course.render("course", output: "Part") { $0.shard = try Shard("1/3") }
    #expect(part.messages == [])
  }
}
