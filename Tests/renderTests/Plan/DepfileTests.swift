import Foundation
import NotebookExecution
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Depfiles")
struct DepfileTests {
  private let folder: ScratchFolder

  /// The scratch folder itself, which is watched where a file in it may come.
  private let top: String

  init() throws {
    folder = try ScratchFolder()
    top = URL(filePath: folder.path("a")).deletingLastPathComponent().relativePath
  }

  @Test("name the page and everything that it was made from")
  func everything() async throws {
    try folder.write(
      """
      ---
      bibliography: refs.bib
      inputs: [data.csv, gone/too/gone.csv, inner]
      swift-flags: -I include
      math: browser
      ---
      # A

      $x$, @lem-b and @bridle1990. ![p](p.png) [gone](gone.txt) [c](c.md)

      """,
      to: "a.md"
    )
    try folder.write("> [!LEMMA] {#lem-b}\n> It holds.\n", to: "b.md")
    try folder.write("# C\n", to: "c.md")
    try folder.write(
      "@book{bridle1990, author={Bridle, J}, title={T}, year={1990}}\n",
      to: "refs.bib"
    )
    try folder.write("picture", to: "p.png")
    try folder.write("1,2", to: "data.csv")
    try folder.write("1,2", to: "inner/most/data.csv")
    try folder.write("1,2", to: "inner/.hidden")
    try folder.write("#define A 1", to: "include/a.h")
    try folder.write("{{{content}}}\n", to: "page.mustache")
    try folder.write("// MathJax", to: "data/mathjax/tex-svg-full.js")
    let rendered = await Rendered("a.md", in: folder) {
      $0.templatePath = folder.path("page.mustache")
      $0.assets = AssetFolder(source: folder.path("data"))
      $0.depfile = folder.path("a.d")
    }
    #expect(rendered.status == .success)
    #expect(
      folder.relative(try folder.read("a.d")) == """
        Output/a.html: \\
          a.md \\
          b.md \\
          data.csv \\
          \(top) \\
          inner \\
          inner/most \\
          inner/most/data.csv \\
          include/a.h \\
          refs.bib \\
          p.png \\
          page.mustache \\
          data/mathjax/tex-svg-full.js \\
          \(ThisProgram.path)

        """
    )
  }

  @Test(
    "name the files that the cells opened, or where they may come, and those too of kept results"
  )
  func opened() async throws {
    try folder.write(
      "```swift\nprint(try contents(of: \"data/a.csv\"))\n_ = try? bytes(of: \"gone\")\n```\n",
      to: "course/a.md"
    )
    try folder.write("1", to: "course/data/a.csv")
    for _ in 1...2 {
      let rendered = await Rendered("course/a.md", in: folder) {
        $0.assets = AssetFolder(source: folder.path("data"))
        $0.depfile = folder.path("a.d")
        $0.runOptions.store = StoreUse(
          ResultStore(folder: folder.path("store"), limit: 1 << 28) { _ in }
        )
      }
      #expect(rendered.status == .success)
      #expect(
        folder.relative(try folder.read("a.d")) == """
          Output/a.html: \\
            course/a.md \\
            course/data/a.csv \\
            course \\
            \(ThisProgram.path)

          """
      )
    }
  }

  @Test("name the files of MathJax that set formulas in the page, those too that were kept")
  func loaded() async throws {
    try folder.write("$x$\n", to: "a.md")
    for file in ["first.d", "second.d"] {
      _ = try await Program.render("a.md", "--depfile", file, in: folder)
      let text = try folder.read(file)
      #expect(text.contains("/mathjax/core.js"))
      #expect(!text.contains("vega"))
    }
  }

  @Test("are left as they were, like the page, by a notebook that fails")
  func failure() async throws {
    try folder.write("@lem-nowhere\n", to: "a.md")
    let first = await Rendered("a.md", in: folder) { $0.depfile = folder.path("a.d") }
    #expect(first.status == .failure)
    #expect(try folder.files() == ["a.md"])
    try folder.write("earlier", to: "a.d")
    _ = await Rendered("a.md", in: folder) { $0.depfile = folder.path("a.d") }
    #expect(try folder.read("a.d") == "earlier")
  }

  @Test("are about one notebook")
  func several() async throws {
    for name in ["n/a.md", "n/b.md"] { try folder.write("# A\n", to: name) }
    let rendered = await Rendered("n", in: folder) { $0.depfile = folder.path("a.d") }
    #expect(rendered.status == .usage)
    #expect(rendered.errors == "error: --depfile is about one notebook, and here are 2\n")
    #expect(try folder.files() == ["n/a.md", "n/b.md"])
  }

  @Test("that cannot be written are an error")
  func unwritable() async throws {
    try folder.write("# A\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder) { $0.depfile = folder.path("a.md/a.d") }
    #expect(rendered.status == .inputOutput)
    #expect(
      rendered.errors == "a.md/a.d: error: the depfile cannot be written: Not a directory\n"
    )
  }

  @Test(
    "cannot name some files, and then there is no page either",
    arguments: ["why?.md", "Bayes' rule.md", "a\nb.md", "a\\b.md", "a|b.md", "a;b.md"]
  )
  func unsayable(_ name: String) async throws {
    try folder.write("# A\n", to: name)
    let rendered = await Rendered(name, in: folder) { $0.depfile = folder.path("a.d") }
    #expect(rendered.status == .failure)
    #expect(rendered.errors.contains("error: ninja cannot read a file's name with"))
    #expect(try folder.files() == [name])
  }

  @Test(
    "are read by ninja, whatever the names",
    arguments: ["a b", "a#b", "a$b", "a:b", "a%(b)=ä"]
  )
  func names(_ name: String) async throws {
    let depfile = try Depfile(target: "out", files: ["x y", name, "z"])
    try folder.write(Data(depfile.bytes), to: "written")
    let rule =
      "rule r\n  command = touch out && cp written out.d\n  depfile = out.d\n  deps = gcc\n"
    try folder.write(rule + "build out: r\n", to: "build.ninja")
    for file in ["x y", name, "z"] { try folder.write("", to: file) }
    #expect(try await Ninja.run(in: folder).status == 0)
    let lines = try await Ninja.run("-t", "deps", in: folder).output.split(separator: "\n")
    #expect(lines.dropFirst() == ["    x y", "    \(name)", "    z"])
    #expect(try await Ninja.run(in: folder).output == Ninja.noWork)
  }
}
