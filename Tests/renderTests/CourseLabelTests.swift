import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("A label that stands on another page of the course")
struct CourseLabelTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("$$ x $$ {#eq-far}\n", to: "course/part/far.md")
    try folder.write("See @eq-far, @eq-none.\n", to: "course/other/a.md")
    try folder.write("See @eq-far.\n", to: "course/other/deep/b.md")
  }

  @Test("is an error with the option that finds it", arguments: ["a.md", "deep/b.md"])
  func advice(_ name: String) async throws {
    let rendered = await Rendered("course/other/" + name, in: folder)
    #expect(rendered.status == .failure)
    #expect(rendered.errors.contains("nothing is labelled 'eq-far'\n"))
    #expect(
      rendered.errors.contains("help: it stands in course/part/far.md: render this page as a part")
    )
    #expect(
      rendered.errors.contains("with '--root \(folder.path("course"))'\n")
        || rendered.errors.contains("with '--root course'\n")
    )
    let rooted = await Rendered("course/other/deep/b.md", in: folder) {
      $0.roots = [folder.path("course")]
    }
    #expect(rooted.errors == "")
  }

  @Test("is not looked for in what git does not hold")
  func repository() async throws {
    try folder.write("", to: "course/other/.git/HEAD")
    let rendered = await Rendered("course/other/a.md", in: folder)
    #expect(rendered.errors.contains("nothing is labelled 'eq-far'\n"))
    #expect(!rendered.errors.contains("--root"))
  }
}
