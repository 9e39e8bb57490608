import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("Text that is not saved")
struct UnsavedTextTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func render(
    _ names: String...,
    change: (inout RenderJob) -> Void
  ) async -> (status: JobStatus, messages: [String]) {
    var job = RenderJob(paths: names.map(folder.path), outputFolder: folder.path("Output"))
    change(&job)
    var messages: [String] = []
    let ending = await job.run { event in
      if case .outcome(let outcome) = event { messages += outcome.diagnostics.map(\.message) }
    }
    return (ending.status, messages)
  }

  @Test("becomes a page, though it is in no file")
  func noFile() async throws {
    let (status, messages) = await render("new.md") {
      $0.files.put("# New\n\n```swift\nprint(6 * 7)\n```\n", at: folder.path("new.md"))
    }
    #expect(status == .success)
    #expect(messages == [])
    let page = try folder.read("Output/new.html")
    #expect(page.contains("<title>New</title>"))
    #expect(page.contains("42"))
    #expect(try folder.files() == ["Output/new.html"])
  }

  @Test("stands in front of what was saved, for other notebooks and for literature too")
  func inFront() async throws {
    try folder.write("# A\n\n@sec-b and [@knuth].\n", to: "n/a.md")
    try folder.write("# Stale heading {#sec-b}\n", to: "n/b.md")
    let front = "---\nbibliography: books.bib\n---\n# A\n\n@sec-b and [@knuth].\n"
    let (status, messages) = await render("n") {
      $0.files.put(front, at: folder.path("n/a.md"))
      $0.files.put("# Fresh title {#sec-b}\n", at: folder.path("n/b.md"))
      $0.files.put(
        "@book{knuth, author = {Knuth, Donald}, title = {Sorting}, year = 1973}",
        at: folder.path("n/books.bib")
      )
    }
    #expect(status == .success)
    #expect(messages == [])
    let page = try folder.read("Output/a.html")
    #expect(page.contains("Fresh title") && !page.contains("Stale heading"))
    #expect(page.contains("Knuth"))
    #expect(try folder.read("n/b.md") == "# Stale heading {#sec-b}\n")
  }

  @Test("is held against an earlier page, which is made anew for it and kept without it")
  func keptPages() async throws {
    try folder.write("---\nbibliography: books.bib\n---\n# A\n\n[@knuth]\n", to: "a.md")
    try folder.write("@book{knuth, title = {Sorting}, year = 1973}", to: "books.bib")
    let store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { _ in }
    func page(_ text: String? = nil) async throws -> String {
      let (status, messages) = await render("a.md") {
        $0.runOptions.store = StoreUse(store)
        if let text { $0.files.put(text, at: folder.path("books.bib")) }
      }
      #expect(status == .success)
      #expect(messages == [])
      return try folder.read("Output/a.html")
    }
    let saved = try await page()
    let changed = try await page("@book{knuth, title = {Searching}, year = 1973}")
    #expect(saved.contains("Sorting") && changed.contains("Searching"))
    #expect(try await page() == saved)
  }

  @Test("is verified as it stands, and taken away again")
  func verification() async throws {
    let path = try folder.write("```swift\n1 + 1  // => 2\n```\n", to: "a.md")
    var job = VerifyJob(paths: [path])
    job.files.put("```swift\n1 + 1  // => 3\n```\n", at: path)
    #expect(await job.run { _ in } == .failure)
    job.files.takeText(at: path)
    #expect(await job.run { _ in } == .success)
  }

  @Test("has labels")
  func labels() throws {
    var job = LabelsJob(paths: [folder.path("new.md")])
    job.files.put("# New {#sec-new}\n", at: folder.path("new.md"))
    #expect(job.run { _ in Issue.record("all is well") }.keys.sorted() == ["sec-new"])
  }
}

@Suite("Files in memory")
struct MemoryTests {
  @Test("become a page with all that it shows and cites, and none of them is in any folder")
  func page() async throws {
    let folder = try ScratchFolder()
    var job = RenderJob(paths: ["/memory/course"], outputFolder: folder.path("Output"))
    job.files = .inMemory
    job.templatePath = "/memory/page.mustache"
    job.files.put("<main>{{{content}}}</main>\n", at: "/memory/page.mustache")
    job.files.put(
      """
      ---
      bibliography: books.bib
      ---
      # A

      @sec-b and [@knuth].

      ![A dot](pictures/dot.gif)

      [the data](data.csv)
      """,
      at: "/memory/course/a.md"
    )
    job.files.put("# Other {#sec-b}\n", at: "/memory/course/part/b.md")
    job.files.put("---\ndraft: true\n---\n# C\n", at: "/memory/course/c.md")
    job.files.put(
      "@book{knuth, author = {Knuth, Donald}, title = {Sorting}, year = 1973}",
      at: "/memory/course/books.bib"
    )
    job.files.put(Array("GIF89a".utf8), at: "/memory/course/pictures/dot.gif")
    job.files.put("1,2\n", at: "/memory/course/data.csv")
    var messages: [String] = []
    let ending = await job.run { event in
      if case .outcome(let outcome) = event { messages += outcome.diagnostics.map(\.message) }
    }
    #expect(ending.status == .success)
    #expect(messages == [])
    let page = try folder.read("Output/a.html")
    #expect(page.hasPrefix("<main>"))
    #expect(page.contains("data:image/gif;base64,R0lGODlh"))
    #expect(page.contains("part/b.html#sec-b"))
    #expect(page.contains("Knuth"))
    let files = try folder.files(in: "Output")
    #expect(files.filter { $0.hasSuffix(".html") } == ["a.html", "part/b.html"])
    let data = try #require(files.first { $0.hasSuffix("data.csv") })
    #expect(try folder.read("Output/\(data)") == "1,2\n")
  }
}
