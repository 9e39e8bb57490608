import Files
import Foundation
import NotebookSyntax
import ResultStore
import TestSupport
import Testing
import Timing

@testable import NotebookProject
@testable import render

@Suite("Pages that are as they were", .serialized)
struct KeptPagesTests {
  private let folder: ScratchFolder
  private let store: ResultStore

  init() throws {
    folder = try ScratchFolder()
    store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { Issue.record("\($0)") }
    try folder.write(
      """
      ---
      title: A page
      bibliography: lit.bib
      inputs: [data.txt, folder]
      env: [LECTERN_TEST_PLANET]
      ---
      As @eq-far and @key2000 say, $x^2$; see [the other](far.md) and [a third](third.md).

      ![A dot](dot.svg)

      ```swift
      #if canImport(Glibc)
        import Glibc
      #endif
      String(cString: getenv("LECTERN_TEST_PLANET") ?? strdup("none"))
      let data = fopen("data.txt", "r")
      fgetc(data)
      (try? contents(of: "opened.txt")) ?? "nothing"
      ```

      """,
      to: "n/a.md"
    )
    try folder.write("$$ y $$ {#eq-far}\n", to: "n/far.md")
    try folder.write("7", to: "n/data.txt")
    try folder.write("8", to: "n/folder/deep/data.txt")
    try folder.write(literature, to: "n/lit.bib")
    try folder.write(dot, to: "n/dot.svg")
  }

  private let literature = "@book{key2000, title={One}, author={Ada Ray}, year={2000}}\n"
  private let dot = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"

  /// The stages of a call that renders the notebook.
  private func stages(
    reads: Bool = true,
    to output: String = "Output",
    change: (inout RenderJob) -> Void = { _ in }
  ) async -> (rendered: Rendered, names: Set<String>) {
    let timeline = Timeline()
    let rendered = await timeline.recording {
      await Rendered("n/a.md", in: folder) { job in
        job.outputFolder = folder.path(output)
        job.runOptions.store = StoreUse(store, reads: reads)
        change(&job)
      }
    }
    return (rendered, Set(timeline.spans.map(\.stage.name)))
  }

  /// Renders, and expects the page that is made from nothing.
  /// - Returns: whether the page was left as it was.
  private func isLeft(
    _ comment: Comment = "",
    change: (inout RenderJob) -> Void = { _ in }
  ) async throws -> Bool {
    let (rendered, names) = await stages(change: change)
    let (fresh, _) = await stages(reads: false, to: "Fresh", change: change)
    #expect(rendered.status == .success, comment)
    #expect(rendered.errors == fresh.errors, comment)
    #expect(try folder.data("Output/a.html") == folder.data("Fresh/a.html"), comment)
    return !names.contains("parsing")
  }

  @Test("are left so, with today's date unless that is not wanted")
  func unchanged() async throws {
    #expect(try await !isLeft())
    let page = folder.path("Output/a.html")
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: page)
    #expect(try await isLeft { $0.keepsSamePages = true })
    let kept = try FileManager.default.attributesOfItem(atPath: page)
    #expect(kept[.modificationDate] as? Date == old)
    #expect(try await isLeft())
    let touched = try FileManager.default.attributesOfItem(atPath: page)
    #expect(touched[.modificationDate] as? Date != old)
  }

  @Test("are made anew when something changes that the notebook names")
  func origins() async throws {
    let notebook = try folder.read("n/a.md")
    #expect(try await !isLeft())
    let changes: [(what: Comment, file: String, text: String?)] = [
      ("a sentence", "n/a.md", notebook.replacing("see", with: "look at")),
      ("the literature", "n/lit.bib", literature.replacing("One", with: "Two")),
      ("what a cell reads", "n/data.txt", "8"),
      ("what lies in a folder that a cell reads", "n/folder/deep/data.txt", "9"),
      ("what a cell opens", "n/opened.txt", "something"),
      ("another page's number", "n/far.md", "$$ z $$ {#eq-near}\n\n$$ y $$ {#eq-far}\n"),
      ("a page that is linked to", "n/third.md", "Now there is one.\n"),
      ("the page itself", "Output/a.html", "scribble"),
      ("a page that is gone", "Output/a.html", nil),
    ]
    for (what, file, text) in changes {
      #expect(try await isLeft(what), what)
      if let text {
        try folder.write(text, to: file)
      } else {
        try FileManager.default.removeItem(atPath: folder.path(file))
      }
      #expect(try await !isLeft(what), what)
    }
    setenv("LECTERN_TEST_PLANET", "Mars", 1)
    defer { unsetenv("LECTERN_TEST_PLANET") }
    #expect(try await !isLeft("a variable"))
    #expect(try folder.read("Output/a.html").contains("Mars"))
  }

  @Test("are made anew when they are to be made in another way")
  func options() async throws {
    #expect(try await !isLeft())
    let template = folder.path("t.mustache")
    try folder.write("<title>{{title}}</title>{{{body}}}", to: "t.mustache")
    #expect(try await !isLeft { $0.typesetting = .browser })
    #expect(try await !isLeft { $0.runsCells = false })
    #expect(try await !isLeft { $0.runOptions.compilerArguments = ["-D", "OTHER"] })
    #expect(try await !isLeft { $0.templatePath = template })
    #expect(try await isLeft { $0.templatePath = template })
    try folder.write("<title>The {{title}}</title>{{{body}}}", to: "t.mustache")
    #expect(try await !isLeft { $0.templatePath = template })
  }

  @Test("are made anew for another image, and are told of one that is gone")
  func images() async throws {
    #expect(try await !isLeft())
    try folder.write("<!-- new -->" + dot, to: "n/dot.svg")
    #expect(try await !isLeft())
    #expect(try await isLeft())
    let data = Data(("<!-- new -->" + dot).utf8).base64EncodedString()
    #expect(try folder.read("Output/a.html").contains(data))
    try FileManager.default.removeItem(atPath: folder.path("n/dot.svg"))
    let (rendered, _) = await stages()
    #expect(rendered.status == .failure)
    #expect(rendered.errors.contains("n/a.md:9:10: error: the image 'dot.svg' is not there"))
  }

  @Test("have the files that they link to put beside them, whatever becomes of the copies")
  func linkedFiles() async throws {
    try folder.write("[data](data.txt), [none](none.txt)\n", to: "n/a.md")
    #expect(try await !isLeft())
    #expect(try await isLeft())
    let copy = try #require(folder.files(in: "Output").first { $0.hasSuffix("/data.txt") })
    try folder.write("scribble", to: "Output/" + copy)
    #expect(try await isLeft())
    #expect(try folder.read("Output/" + copy) == "7")
    try FileManager.default.removeItem(atPath: folder.path("Output/" + copy))
    #expect(try await isLeft())
    #expect(try folder.read("Output/" + copy) == "7")
    try folder.write("8", to: "n/data.txt")
    #expect(try await !isLeft())
    try folder.write("came", to: "n/none.txt")
    #expect(try await !isLeft())
    #expect(try await isLeft())
  }

  @Test("warn again, with the lines that are meant")
  func warnings() async throws {
    try folder.write(
      "```swift\nlet (a, b) = (1, 2)\nfunc f() { var c = a + b }\n```\n",
      to: "n/a.md"
    )
    let (first, _) = await stages()
    #expect(first.errors.contains("n/a.md:3:16: warning: "))
    let (second, names) = await stages()
    #expect(!names.contains("parsing"))
    #expect(second.errors == first.errors)
    #expect(second.output == first.output)
  }

  @Test("lead to other pages by labels that are read once")
  func labels() async throws {
    _ = await stages()
    let index = LabelIndex([NotebookInput(path: folder.path("n/far.md"), page: "far.html")])
    let site = PageSite([], outputFolder: folder.path("Output"))
    let input = NotebookInput(path: "a.md", page: "a.html")
    let others = OtherPages(of: input, index, site, FileView())
    #expect(others.hasLabel("eq-far"))
    #expect(!others.hasLabel("eq-none"))
    #expect(others.give(others.answers))
    var wrong = others.answers
    wrong.labels["eq-none"] = wrong.labels["eq-far"]
    #expect(!others.give(wrong))
  }
}
