import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What is written is a file")
struct WrittenFileTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("# A\n", to: "n/a.md")
  }

  private func isPipe(_ name: String) -> Bool {
    var status = stat()
    return lstat(folder.path(name), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  @Test(
    "and never in the place of a pipe, by its name or by a link",
    arguments: [
      (["n/a.md"], "Output/a.html", "Output/a.html"), (["n/a.md", "--trace", "p"], "p", "p"),
      (["n/a.md", "--depfile", "p"], "p", "p"), (["n/a.md", "--depfile", "link"], "p", "link"),
      (["plan", "n", "--file", "p"], "p", "p"), (["plan", "n", "--file", "x"], "x.d", "x"),
      (["n/a.md", "--if-changed"], "Output/a.html", "Output/a.html"),
    ]
  )
  func pipes(_ arguments: [String], _ pipe: String, _ named: String) async throws {
    try folder.write("", to: "Output/other")
    try #require(mkfifo(folder.path(pipe), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"),
      withDestinationPath: "p"
    )
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("\(named): error: "))
    #expect(result.errors.contains("this is a device or a pipe, and no file"))
    #expect(isPipe(pipe))
  }

  @Test("where a link leads, though nothing is there yet")
  func danglingLink() async throws {
    for (link, place) in [("Output/a.html", "../kept/page.html"), ("t.json", "kept/t.json")] {
      try folder.write("", to: "Output/other")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(link),
        withDestinationPath: place
      )
    }
    let result = try await Program.render("n/a.md", "--trace", "t.json", in: folder)
    #expect(result.errors == "")
    #expect(try folder.read("kept/page.html").contains("<title>A</title>"))
    #expect(try folder.files(in: "kept") == ["page.html", "t.json"])
    let page = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path("Output/a.html")
    )
    #expect(page == "../kept/page.html")
  }

  @Test("not at all where links lead round in a circle")
  func circle() async throws {
    try folder.write("", to: "Output/other")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Output/a.html"),
      withDestinationPath: "a.html"
    )
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.status == .inputOutput)
  }

  @Test(
    "that is named",
    arguments: [
      ["n/a.md", "-o", ""], ["n/a.md", "--trace="], ["n/a.md", "--depfile="],
      ["plan", "n", "--file="],
      ["plan", "n", "-o", ""], ["n/a.md", "--template="], ["n/a.md", "--store="], [""],
      ["verify", ""], ["verify", "n", "--trace="], ["explain", ""], ["clean", ""],
      ["n/a.md", "--root="], ["n/a.md", "--package="],
    ]
  )
  func unnamed(_ arguments: [String]) async throws {
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == 64, "\(result.errors)")
    #expect(try folder.files().filter { !$0.hasPrefix(".") } == ["n/a.md"])
  }

  @Test(
    "and takes no document's place",
    arguments: [
      ["n/a.md", "--trace", "n/a.md"], ["n/a.md", "--depfile", "n/a.md"],
      ["plan", "n", "--file", "n/a.md"], ["verify", "n", "--trace", "n/a.md"],
      ["n/b.html", "-o", "n"], ["n/a.md", "--depfile", "Output/a.html"],
    ]
  )
  func documents(_ arguments: [String]) async throws {
    try folder.write("# B\n", to: "n/b.html")
    let result = try await Program(Program.render, arguments, in: folder).result()
    #expect(result.status == 64, "\(result.errors)")
    #expect(try folder.read("n/a.md") == "# A\n")
    #expect(try folder.read("n/b.html") == "# B\n")
  }

  @Test("in a folder, which a file is not")
  func fileAsFolder() async throws {
    try folder.write("mine", to: "Output")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.status == .inputOutput)
    #expect(rendered.errors == "Output: error: the pages need a folder, and this is none\n")
    #expect(try folder.read("Output") == "mine")
  }
}
