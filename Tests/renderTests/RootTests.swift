import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("A part of what is rendered as a whole")
struct RootTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for (name, text) in [
      "course/week1/a.md": "# A\n\n$$ x $$ {#eq-one}\n\n[b](../b.md)\n",
      "course/b.md": "# B\n\nSee @eq-one and @lem-c. ![p](p.png)\n",
      "course/week2/c.md": "# C\n\n> [!LEMMA] {#lem-c}\n> By @eq-one.\n",
      "course/p.png": "picture", "other/d.md": "# D\n\nSee @lem-c.\n",
    ] { try folder.write(text, to: name) }
  }

  @Test("lies where it does in the whole, and has the same bytes")
  func part() async throws {
    _ = await Rendered("course", "other/d.md", in: folder) {
      $0.outputFolder = folder.path("Whole")
    }
    let whole = try folder.files(in: "Whole")
    #expect(whole == ["b.html", "d.html", "week1/a.html", "week2/c.html"])
    for name in ["course/week1/a.md", "course/b.md", "course/week2", "other/d.md"] {
      let rendered = await Rendered(name, in: folder) {
        $0.roots = [folder.path("course"), folder.path("other/d.md")]
      }
      #expect(rendered.status == .success)
      #expect(rendered.errors == "")
      #expect(rendered.output.split(separator: "\n").count == 1)
    }
    #expect(try folder.files(in: "Output") == whole)
    for file in whole {
      #expect(try folder.data("Output/" + file) == folder.data("Whole/" + file), "\(file)")
    }
  }

  @Test("may be named by another way to the same file")
  func otherNames() async throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"),
      withDestinationPath: "course"
    )
    for name in ["course/../course/./week1/a.md", "link/week1/a.md", "link/week1"] {
      let rendered = await Rendered(name, in: folder) { $0.roots = [folder.path("course")] }
      #expect(rendered.output == "course/week1/a.md → Output/week1/a.html\n")
    }
  }

  @Test("is named by the program's options")
  func option() async throws {
    let result = try await Program.render(
      "--root",
      "course",
      "course/week1/a.md",
      "-o",
      "Site",
      in: folder
    )
    #expect(result.status == 0)
    #expect(try folder.files(in: "Site") == ["week1/a.html"])
  }

  @Test("is wrong use where it does not belong to the whole")
  func outside() async throws {
    let rendered = await Rendered("other/d.md", "course/b.md", in: folder) {
      $0.roots = [folder.path("course")]
    }
    #expect(rendered.status == .usage)
    #expect(rendered.errors == "other/d.md: error: there is no notebook of --root course here\n")
    #expect(try folder.files(in: "Output") == [])
    let missing = await Rendered("course/x.md", in: folder) { $0.roots = [folder.path("course")] }
    #expect(missing.status == .noInput)
    #expect(missing.errors == "course/x.md: error: there is no such file or folder\n")
  }

  @Test("may be several notebooks beside each other, each named, that use each other's labels")
  func named() async throws {
    try folder.write("# A\n\n> [!LEMMA] {#lem-a}\n> It holds.\n", to: "a.md")
    try folder.write("# B\n\nSee @lem-a.\n", to: "b.md")
    let result = try await Program.render("a.md", "b.md", in: folder)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }
}
