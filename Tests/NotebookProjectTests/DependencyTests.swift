import Files
import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("What a page depends on")
struct DependencyTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      ---
      bibliography: books.bib
      inputs: [data.csv, later.csv]
      ---
      # A

      @sec-b, [@knuth] and [more](gone.txt), [c](c.md#part), [d](d.md).

      ![p](p.png)

      ```swift
      print(try contents(of: "opened.txt"))
      ```
      """,
      to: "n/a.md"
    )
    try folder.write("# B {#sec-b}\n", to: "n/b.md")
    try folder.write("# C\n\n## Part\n", to: "n/c.md")
    try folder.write("# D\n", to: "n/d.md")
    try folder.write("---\ndraft: true\n---\n# E\n", to: "n/e.md")
    try folder.write("@book{knuth, title = {Sorting}, year = 1973}", to: "n/books.bib")
    try folder.write("1,2\n", to: "n/data.csv")
    try folder.write("text\n", to: "n/opened.txt")
    try folder.write("\u{89}PNG", to: "n/p.png")
    try folder.write("{{{content}}}\n", to: "page.mustache")
  }

  /// What each page depends on, by its notebook, and what they all do.
  private func render(store: ResultStore? = nil) async -> (
    pages: [String: Set<String>], all: Set<String>
  ) {
    var job = RenderJob(paths: [folder.path("n")], outputFolder: folder.path("Output"))
    job.templatePath = folder.path("page.mustache")
    job.runOptions.store = store.map { StoreUse($0) }
    var pages: [String: Set<String>] = [:]
    let ending = await job.run { event in
      if case .outcome(let outcome) = event {
        pages[folder.relative(outcome.path)] = told(outcome.dependencies)
      }
    }
    return (pages, told(ending.dependencies))
  }

  private func told(_ dependencies: [FileDependency]) -> Set<String> {
    Set(dependencies.map { "\($0.use) \(folder.relative($0.path))" })
  }

  private let expected: Set = [
    "content n/a.md", "content n/books.bib", "content n/data.csv", "content n/later.csv",
    "content n/opened.txt", "excerpt n/b.md", "excerpt n/c.md", "excerpt n/p.png",
    "presence n/c.md", "presence n/d.md", "presence n/gone.txt", "presence n/p.png",
    "presence Output/gone.txt", "names n",
  ]

  @Test("is told with what was looked for and not there, by a page that is made or left as it is")
  func page() async throws {
    let store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { _ in }
    let made = await render(store: store)
    #expect(made.pages["n/a.md"]?.subtracting(["presence n/books.bib"]) == expected)
    #expect(made.pages["n/d.md"] == ["content n/d.md"])
    let left = await render(store: store)
    #expect(left.pages["n/a.md"] == expected)
    #expect(left.pages["n/d.md"] == ["content n/d.md"])
    #expect(made.all == left.all)
  }

  @Test("lies outside of it, too: which notebooks there are, and the template")
  func selection() async throws {
    let all = await render().all
    #expect(
      all.isSuperset(of: [
        "names n", "excerpt n/a.md", "excerpt n/b.md", "excerpt n/e.md", "content page.mustache",
      ])
    )
  }

  @Test("is each notebook that a label may come from, where none has it yet")
  func unknownLabel() async throws {
    try folder.write("# D\n\n@sec-later\n", to: "n/d.md")
    let pages = await render().pages
    #expect(
      pages["n/d.md"]?.isSuperset(of: ["excerpt n/a.md", "excerpt n/b.md", "excerpt n/c.md"])
        == true
    )
  }

  @Test(
    "is what the package is built from whose libraries its cells import, if it can be built or not",
    arguments: [("public let one = 1\n", JobStatus.success), ("public let one\n", .failure)]
  )
  func package(source: String, status: JobStatus) async throws {
    try folder.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "Ones",
        products: [.library(name: "Ones", targets: ["Ones"])],
        targets: [.target(name: "Ones")]
      )
      """,
      to: "p/Package.swift"
    )
    try folder.write(source, to: "p/Sources/Ones/One.swift")
    let path = try folder.write("```swift\nimport Ones\nprint(one)\n```\n", to: "p/a.md")
    var job = RenderJob(paths: [path], outputFolder: folder.path("Output"))
    job.runOptions.package = .folder(folder.path("p"))
    var told: Set<String> = []
    let ending = await job.run { event in
      if case .outcome(let outcome) = event { told = self.told(outcome.dependencies) }
    }
    #expect(ending.status == status)
    let sources =
      status == .success
      ? ["content p/Sources/Ones/One.swift", "names p/Sources/Ones/."] : ["content p/Sources"]
    #expect(told.isSuperset(of: ["content p/a.md", "content p/Package.swift"] + sources))
    #expect(!told.contains { $0.contains("/.build/") })
  }

  @Test("is the notebook alone where that cannot be read")
  func unreadable() async throws {
    var job = RenderJob(paths: [folder.path("new.md")], outputFolder: folder.path("Output"))
    job.files.put([0xFF], at: folder.path("new.md"))
    var told: [Set<String>] = []
    _ = await job.run { event in
      if case .outcome(let outcome) = event { told.append(self.told(outcome.dependencies)) }
    }
    #expect(told == [["content new.md"]])
  }
}
