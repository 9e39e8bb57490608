import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What render leaves behind")
struct OutputTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test(
    "a notebook that fails leaves its earlier page as it was",
    arguments: [
      "# Two\n\n@sec-nowhere\n",
      "```swift\nlet a: Int = \"text\"\n```\n",
      "```swift\nfatalError(\"no\")\n```\n",
      "```swift\nprint(1)\n```\n\n```output\n2\n```\n",
    ]
  )
  func earlierPage(_ text: String) async throws {
    try folder.write("# One\n", to: "notebook.md")
    #expect(await Rendered("notebook.md", in: folder).status == .success)
    let earlier = try folder.data("Output/notebook.html")
    try folder.write(text, to: "notebook.md")
    let rendered = await Rendered("notebook.md", in: folder)
    #expect(rendered.status == .failure)
    #expect(rendered.errors.hasSuffix("notebook.md: note: Output/notebook.html is as it was\n"))
    #expect(try folder.data("Output/notebook.html") == earlier)
    #expect(try folder.files() == ["Output/notebook.html", "notebook.md"])
  }

  @Test("a notebook that holds again replaces its page")
  func replaced() async throws {
    try folder.write("# One\n", to: "notebook.md")
    _ = await Rendered("notebook.md", in: folder)
    try folder.write("# Two\n", to: "notebook.md")
    _ = await Rendered("notebook.md", in: folder)
    #expect(try folder.read("Output/notebook.html").contains("<title>Two</title>"))
  }

  @Test("an output folder below a file cannot be made")
  func unwritableFolder() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write("", to: "file")
    let rendered = await Rendered("a.md", in: folder) {
      $0.outputFolder = folder.path("file/pages")
    }
    #expect(rendered.status == .inputOutput)
    #expect(
      rendered.errors
        == "file/pages/a.html: error: the page cannot be written: Not a directory\n"
    )
    #expect(try folder.files() == ["a.md", "file"])
  }

  @Test("a folder in the page's place is an error, and no part of the page is left")
  func folderInPlace() async throws {
    try folder.write("# A\n", to: "a.md")
    try folder.write("kept", to: "Output/a.html/file")
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.status == .inputOutput)
    #expect(
      rendered.errors
        == "Output/a.html: error: the page cannot be written: Is a directory\n"
    )
    #expect(try folder.files(in: "Output") == ["a.html/file"])
  }

  @Test("what a page needs in the browser is put beside it, once for all pages")
  func assetsAreCopied() async throws {
    try folder.write("# A\n\n$x$\n", to: "Course/a.md")
    try folder.write("# B\n\n$x$\n", to: "Course/part/b.md")
    try folder.write("// MathJax", to: "data/mathjax/tex-svg-full.js")
    let rendered = await Rendered("Course", in: folder) {
      $0.assets = AssetFolder(source: folder.path("data"))
      $0.typesetting = .browser
    }
    #expect(rendered.errors == "")
    #expect(
      try folder.files(in: "Output")
        == ["a.html", "assets/mathjax/tex-svg-full.js", "part/b.html"]
    )
    #expect(try folder.read("Output/a.html").contains("\"assets/mathjax/tex-svg-full.js\""))
    #expect(
      try folder.read("Output/part/b.html").contains("\"../assets/mathjax/tex-svg-full.js\"")
    )
  }

  @Test("notebooks that are made side by side do not get in each other's way")
  func sharedAssets() async throws {
    for number in 0..<8 { try folder.write("# A\n\n$x$\n", to: "Course/part/\(number).md") }
    try folder.write(Data(count: 1 << 20), to: "data/mathjax/tex-svg-full.js")
    for attempt in 0..<10 {
      let rendered = await Rendered("Course", in: folder) {
        $0.assets = AssetFolder(source: folder.path("data"))
        $0.typesetting = .browser
        $0.outputFolder = folder.path("Output/\(attempt)")
        $0.runOptions.jobs = 8
      }
      #expect(rendered.status == .success)
      #expect(rendered.errors == "")
      let files = try folder.files(in: "Output/\(attempt)")
      #expect(files.count == 9)
      #expect(files.allSatisfy { !$0.hasSuffix(".part") })
    }
  }

  @Test(
    "what the browser needs and is not installed is said once, with the script that installs it"
  )
  func missingAssets() async throws {
    for name in ["a.md", "b.md"] { try folder.write("# A\n\n$x$\n", to: "Course/" + name) }
    let rendered = await Rendered("Course", in: folder) {
      $0.assets = AssetFolder(source: folder.path("no assets"))
      $0.typesetting = .browser
    }
    #expect(rendered.status == .success)
    #expect(
      rendered.errors == "warning: MathJax, which sets formulas, is not installed, so pages show "
        + "the source instead; run Scripts/setup, or set LECTERN_ASSETS to the folder that holds "
        + "mathjax/tex-svg-full.js\n"
    )
    #expect(try folder.read("Output/a.html").contains(">x</span>"))
  }

  @Test("where nothing can be set there is one error, which says what to do, and no page")
  func nothingCanBeSet() async throws {
    for name in ["a.md", "b.md"] { try folder.write("# A\n\n$x$\n", to: "Course/" + name) }
    try folder.write("// MathJax", to: "data/mathjax/tex-svg-full.js")
    let rendered = await Rendered("Course", in: folder) {
      $0.assets = AssetFolder(source: folder.path("data"))
    }
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors == "error: no formula and no chart can be set: data/mathjax/loader.js is "
        + "missing; run Scripts/setup, which fetches it, or leave formulas and charts to the "
        + "reader's browser with --math browser\n"
    )
    #expect(try folder.files(in: "Output").isEmpty)
  }

  @Test("a notebook without formulas and charts needs none of what sets them")
  func nothingToSet() async throws {
    try folder.write("# A\n\nWords.\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder) {
      $0.assets = AssetFolder(source: folder.path("no assets"))
    }
    #expect(rendered.status == .success)
    #expect(rendered.errors == "")
  }

  @Test("what sets formulas is looked for where the set-up script puts it")
  func homeFolder() async throws {
    try folder.write("$x$\n", to: "a.md")
    let rendered = try await Program.render(
      "a.md",
      environment: ["HOME": folder.path("home"), "XDG_DATA_HOME": "", "LECTERN_ASSETS": ""],
      in: folder
    )
    #expect(rendered.status == 1)
    let place = folder.path("home/.local/share/lectern/mathjax/loader.js")
    #expect(
      rendered.errors.contains("error: no formula and no chart can be set: \(place) is missing")
    )
  }
}
