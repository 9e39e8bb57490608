import Foundation
import TestSupport
import Testing

@Suite("What changes while a render is at work", .serialized)
struct MovingGroundTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A cell that puts a file in another's place, as an editor does that saves.
  private func replacing(_ name: String, by other: String) -> String {
    """
    ```swift
    import Foundation
    _ = rename("../\(other)", "\(name)")
    ```

    """
  }

  /// The page that a folder gives from nothing.
  private func expected(_ names: [String], _ arguments: String...) async throws -> Snapshot {
    let fresh = try ScratchFolder()
    for name in names { try fresh.write(folder.read(name), to: name) }
    let result = try await Program(
      Program.render,
      ["n", "--fresh", "--sandbox", "off"] + arguments,
      in: fresh
    ).result()
    #expect(result.status == 0, "\(result.errors)")
    return Snapshot(of: fresh.path("Output"))
  }

  @Test("a notebook that is saved meanwhile gives the page of its old text, and then of the new")
  func notebook() async throws {
    let text = "# Old\n\n" + replacing("a.md", by: "new.md") + "The $x$ is old.\n"
    try folder.write(text, to: "n/a.md")
    let old = try await expected(["n/a.md"])
    try folder.write("# New\n", to: "new.md")
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).errors == "")
    #expect(Snapshot(of: folder.path("Output")) == old)
    #expect(try folder.read("n/a.md") == "# New\n")
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).errors == "")
    #expect(try await Snapshot(of: folder.path("Output")) == expected(["n/a.md"]))
  }

  @Test("a template that is saved meanwhile is used from the next run on")
  func template() async throws {
    try folder.write("<html>old {{{title}}}</html>", to: "page.mustache")
    try folder.write("# A\n\n" + replacing("../page.mustache", by: "new.mustache"), to: "n/a.md")
    try folder.write("# B\n\n```swift\n1\n```\n", to: "n/b.md")
    let names = ["page.mustache", "n/a.md", "n/b.md"]
    let old = try await expected(names, "--template", "page.mustache")
    try folder.write("<html>new {{{title}}}</html>", to: "new.mustache")
    let arguments = ["n", "--template", "page.mustache", "--sandbox", "off"]
    #expect(try await Program(Program.render, arguments, in: folder).result().errors == "")
    #expect(Snapshot(of: folder.path("Output")) == old)
    #expect(try folder.read("page.mustache").hasPrefix("<html>new"))
    #expect(try await Program(Program.render, arguments, in: folder).result().errors == "")
    let new = try await expected(names, "--template", "page.mustache")
    #expect(new != old)
    #expect(Snapshot(of: folder.path("Output")) == new)
  }

  @Test("labels, literature and images that are saved meanwhile are on the page of the next run")
  func others() async throws {
    let cell = """
      ```swift
      import Foundation
      for name in ["b.md", "dot.svg", "book.bib"] { _ = rename("../new/" + name, name) }
      ```

      """
    try folder.write(
      "---\nbibliography: book.bib\n---\n# A\n\n\(cell)@sec-b ![](dot.svg) [@knuth]\n",
      to: "n/a.md"
    )
    try folder.write("# B\n\n## B {#sec-b}\n", to: "n/b.md")
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"old\"/>", to: "n/dot.svg")
    let book = "@book{knuth, author = {Donald Knuth}, title = {Old}, year = 1984}\n"
    try folder.write(book, to: "n/book.bib")
    try folder.write("# B\n\n## First\n\n## B {#sec-b}\n", to: "new/b.md")
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"new\"/>", to: "new/dot.svg")
    try folder.write(book.replacing("Old", with: "New"), to: "new/book.bib")
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).errors == "")
    #expect(try folder.files(in: "new") == [])
    for _ in 0..<2 {
      #expect(try await Program.render("n", "--sandbox", "off", in: folder).errors == "")
    }
    let pages = try await expected(["n/a.md", "n/b.md", "n/dot.svg", "n/book.bib"])
    #expect(Snapshot(of: folder.path("Output")) == pages)
    #expect(try folder.read("Output/a.html").contains("New"))
    #expect(try images(of: "a").contains("new"))
  }

  @Test("an image of the same size is shown, whatever its date")
  func olderImage() async throws {
    try folder.write("# A\n\n![](dot.svg)\n", to: "n/a.md")
    try folder.write("<svg id=\"new\"/>", to: "n/dot.svg")
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).status == 0)
    let old = try folder.write("<svg id=\"old\"/>", to: "old.svg")
    let date = Date(timeIntervalSinceNow: -1e6)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: old)
    #expect(rename(old, folder.path("n/dot.svg")) == 0)
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).status == 0)
    #expect(try images(of: "a").contains("old"))
  }

  /// The images that a page holds, as text.
  private func images(of page: String) throws -> String {
    try folder.read("Output/\(page).html").matches(of: /base64,([^"]+)"/)
      .map { String(decoding: Data(base64Encoded: String($0.1)) ?? Data(), as: UTF8.self) }.joined()
  }

  @Test("a page that is read-only is replaced like any other")
  func readOnlyPage() async throws {
    try folder.write("# A\n", to: "n/a.md")
    let page = try folder.write("mine", to: "Output/a.html")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: page)
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).status == 0)
    #expect(try await Snapshot(of: folder.path("Output")) == expected(["n/a.md"]))
  }

  #if os(Linux)
    @Test("a folder that is read-only keeps its pages, and each of them is named")
    func readOnlyFolder() async throws {
      try folder.write("# A\n", to: "n/a.md")
      let disk = try SmallDisk(["Output": "size=1m"], in: folder)
      #expect(try await disk.render("n").status == 0)
      let before = Snapshot(of: disk.path("Output"))
      try await disk.change("Output", "ro")
      try folder.write("# A 2\n", to: "n/a.md")
      let result = try await disk.render("n")
      #expect(result.status == 74)
      #expect(
        result.errors
          == "Output/a.html: error: the page cannot be written: Read-only file system\n"
      )
      #expect(Snapshot(of: disk.path("Output")) == before)
    }
  #endif

  @Test("an output folder that goes meanwhile is made again; a file in its place is named")
  func vanishingFolder() async throws {
    try folder.write(
      "# A\n\n```swift\nimport Foundation\ntry FileManager.default.removeItem(atPath: \"../Output\")\n```\n",
      to: "n/a.md"
    )
    try folder.write("", to: "Output/other")
    #expect(try await Program.render("n", "--sandbox", "off", in: folder).errors == "")
    #expect(try folder.files(in: "Output") == ["a.html"])

    let text = try folder.read("n/a.md")
    try folder.write(
      text.replacing(
        "```\n",
        with: "_ = FileManager.default.createFile(atPath: \"../Output\", contents: nil)\n```\n"
      ),
      to: "n/a.md"
    )
    let result = try await Program.render("n", "--sandbox", "off", in: folder)
    #expect(result.status == 74)
    #expect(result.errors == "Output/a.html: error: the page cannot be written: Not a directory\n")
  }

  @Test("an output folder that goes again and again never holds a part of a page")
  func vanishingAgain() async throws {
    try Course.write(.first, to: folder)
    #expect(try await Program.render("course", in: folder).status == 0)
    let pages = try await Course.pages(.first)
    let none = Snapshot(of: folder.path("nowhere"))
    for round in 0..<20 {
      let program = try Program(Program.render, ["course"], in: folder)
      while program.isRunning {
        try? FileManager.default.removeItem(atPath: folder.path("Output"))
        #expect(Snapshot(of: folder.path("Output")).faults(since: none, until: pages) == [])
        try await Task.sleep(for: .milliseconds(5))
      }
      let result = try await program.result()
      if result.status != 0 {
        #expect(result.status == 74, "round \(round)")
        #expect(
          result.errors.contains(": error: the page cannot be written: No such file"),
          "\(result.errors)"
        )
      }
    }
    #expect(try await Program.render("course", in: folder).status == 0)
    #expect(Snapshot(of: folder.path("Output")) == pages)
  }
}
