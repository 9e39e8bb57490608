import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Options")
struct OptionTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("without a run nothing is compiled, and the page shows expressions instead of values")
  func noRun() async throws {
    let text = "The sum is `{swift} 20 + 22`.\n\n```swift\nthis does not compile\n```\n"
    try folder.write(text, to: "a.md")
    let rendered = await Rendered("a.md", in: folder) {
      $0.runsCells = false
      $0.runOptions.compiler = "/nowhere/swiftc"
    }
    #expect(rendered.status == .success)
    #expect(rendered.errors == "")
    let page = try folder.read("Output/a.html")
    #expect(page.contains("20 + 22"))
    #expect(!page.contains("The sum is 42"))
    #expect(page.contains("Its code was not run when this page was made."))
  }

  @Test("a run puts values into the page")
  func run() async throws {
    try folder.write("The sum is `{swift} 20 + 22`.\n", to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    let page = try folder.read("Output/a.html")
    #expect(page.contains("42"))
    #expect(page.contains("Its results were computed when this page was made."))
  }

  @Test("a quiet call says nothing of what went well")
  func quiet() async throws {
    try folder.write("# A\n", to: "a.md")
    let rendered = await Rendered("a.md", "b.md", in: folder, isQuiet: true)
    #expect(rendered.output == "")
    #expect(rendered.errors == "b.md: error: there is no such file or folder\n")
  }

  @Test(
    "the folder for pages is named without slashes behind it",
    arguments: [("out", "out"), ("out/", "out"), ("a/b//", "a/b"), ("/", "/"), ("./", ".")]
  )
  func outputFolder(_ written: String, _ folder: String) throws {
    #expect(try PageArguments.parse(["-o", written]).outputFolder == folder)
  }

  @Test("a template takes the place of the built-in one")
  func template() async throws {
    try folder.write("# A & B\n\nText.\n", to: "a.md")
    try folder.write("<title>{{pageTitle}}</title>\n{{{content}}}\n", to: "page.mustache")
    let rendered = await Rendered("a.md", in: folder) {
      $0.templatePath = folder.path("page.mustache")
    }
    #expect(rendered.status == .success)
    let page = try folder.read("Output/a.html")
    #expect(page.hasPrefix("<title>A &amp; B</title>\n"))
    #expect(page.contains("<p>Text.</p>"))
  }

  @Test("a broken template is an error at its place, and no page is written")
  func brokenTemplate() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write("<main>\n{{/content}}\n</main>\n", to: "page.mustache")
    let rendered = await Rendered("a.md", in: folder) {
      $0.templatePath = folder.path("page.mustache")
    }
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.hasPrefix("page.mustache:2:")
    )
    #expect(rendered.errors.contains("error: the template cannot be read: "))
    #expect(try folder.files(in: "Output") == [])
  }

  @Test("a missing template is no input, and no page is written")
  func missingTemplate() async throws {
    try folder.write("# A\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder) {
      $0.templatePath = folder.path("page.mustache")
    }
    #expect(rendered.status == .noInput)
    #expect(rendered.errors == "page.mustache: error: there is no such template\n")
    #expect(try folder.files(in: "Output") == [])
  }

  @Test("a template that is not UTF-8 cannot be read")
  func binaryTemplate() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write(Data([0x3C, 0xFF]), to: "page.mustache")
    let rendered = await Rendered("a.md", in: folder) {
      $0.templatePath = folder.path("page.mustache")
    }
    #expect(rendered.status == .inputOutput)
    #expect(
      rendered.errors
        == "page.mustache: error: the template cannot be read as UTF-8 text\n"
    )
  }

  @Test("a pipe in place of a notebook is told at once, and nobody waits for what comes of it")
  func pipe() async throws {
    try #require(mkfifo(folder.path("a.md"), 0o600) == 0)
    let rendered = await Rendered("a.md", in: folder) { _ in }
    #expect(rendered.status == .inputOutput)
    #expect(rendered.errors == "a.md: error: the notebook cannot be read\n")
  }

  @Test("a notebook that runs too long is ended and fails")
  func timeout() async throws {
    try folder.write("```swift\nprint(\"begun\")\nwhile true {}\n```\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder) { $0.runOptions.timeout = .seconds(1) }
    #expect(rendered.status == .failure)
    #expect(rendered.errors.hasPrefix("a.md:3:1: error: the notebook ran longer than 1 s\n"))
    #expect(try folder.files(in: "Output") == [])
  }
}
