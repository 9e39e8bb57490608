import NotebookProject
import TestSupport
import Testing

@Suite("A folder of documents, for any program")
struct ProjectTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      # Sums {#sec-sums}

      ```swift
      1 + 2  // => 3
      ```
      """,
      to: "course/sums.md"
    )
    try folder.write("# More\n\nSee @sec-sums.\n", to: "course/more.md")
  }

  @Test("becomes pages, and what came of each is told in their order")
  func pages() async throws {
    let progress = ProgressRecord()
    var job = RenderJob(paths: [folder.path("course")], outputFolder: folder.path("Output"))
    job.progress = progress
    var outcomes: [NotebookOutcome] = []
    let ending = await job.run { event in
      if case .outcome(let outcome) = event { outcomes.append(outcome) }
    }
    #expect(ending.status == .success)
    #expect(outcomes.map(\.path) == ["more.md", "sums.md"].map { folder.path("course/" + $0) })
    #expect(outcomes.map(\.page) == outcomes.map(\.pagePath))
    #expect(outcomes.flatMap(\.diagnostics) == [])
    #expect(try folder.files(in: "Output") == ["more.html", "sums.html"])
    #expect(try folder.read("Output/more.html").contains("href=\"sums.html#sec-sums\""))
    #expect(progress.phases[folder.path("course/sums.md")]?.contains(.checking) == true)
  }

  @Test("is verified, document by document")
  func verification() async throws {
    try folder.write("```swift\n1 + 2  // => 4\n```\n", to: "course/wrong.md")
    var broken: [String: Int] = [:]
    let status = await VerifyJob(paths: [folder.path("course")]).run { event in
      if case .report(let report) = event { broken[report.path] = report.findings.count }
    }
    #expect(status == .failure)
    let expected = ["course/more.md": 0, "course/sums.md": 0, "course/wrong.md": 1]
    #expect(broken == Dictionary(uniqueKeysWithValues: expected.map { (folder.path($0), $1) }))
  }

  @Test("has labels, which are found without a run")
  func labels() throws {
    let labels = LabelsJob(paths: [folder.path("course")]).run { _ in Issue.record("all is well") }
    #expect(labels.keys.sorted() == ["sec-sums"])
    let entries = try #require(labels["sec-sums"])
    #expect(entries.map(\.notebook) == [folder.path("course/sums.md")])
    #expect(entries.map(\.page) == ["sums.html"])
    #expect(entries.map(\.target.address) == ["#sec-sums"])
  }

  @Test("is told to lack what is not there")
  func missing() async {
    var faults: [String] = []
    let job = RenderJob(paths: [folder.path("no.md")], outputFolder: folder.path("Output"))
    let ending = await job.run { event in
      if case .fault(let fault) = event { faults.append(folder.relative(fault.message)) }
    }
    #expect(ending.status == .noInput)
    #expect(faults == ["no.md: error: there is no such file or folder"])
  }
}
