import Foundation
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject

@Suite("References to other projects")
struct ReferenceTests {
  /// An inventory of eight lines, of which the last is broken, as Python's zlib has compressed it.
  private static let inventory = Data(
    base64Encoded: """
      IyBTcGhpbnggaW52ZW50b3J5IHZlcnNpb24gMgojIFByb2plY3Q6IE51bVB5CiMgVmVyc2lvbjogMi4xCiMgVGhlIHJlbWFp\
      bmRlciBvZiB0aGlzIGZpbGUgaXMgY29tcHJlc3NlZCB1c2luZyB6bGliLgp42o2QTU7DMBCF9znFqEXsnKjbSghxAcSCC0zs\
      aWKwx5Z/RH03dlwM2wGl7NjZL+/7HD3O1peRrh58OV8yy6QdwwkCXSgQS5oWYgqYSE382x3XZM3xDsSwRUYzmmVkF+y/NTfM\
      rtOs6AoxqbNyEsQJetC/w3O2LwVqni1xwvbATd/gTKYROVKYdqxqX1fqKSxZKxowBCwCvf7L7X/aC3Gj9/JTO4Gb30imCPdg\
      XaguYLQEHzqtED1Kil2aqA5RnYtxMWIom6ulAkUjRCPEDyEGp1TbTWHCulm/4UKdesSHw3w4fn3W2hzcOzHU5Wj4BnW7nCE=
      """
  )

  private static let project = """
    references:
      numpy: {file: inventories/numpy.inv, url: https://numpy.org/doc/stable/}
    """

  private func course(
    _ notebook: String,
    project: String = Self.project
  ) throws -> CourseFolder {
    let course = try CourseFolder(project, ["a.md": notebook])
    try write(try #require(Self.inventory), in: course)
    return course
  }

  private func write(_ inventory: Data, in course: CourseFolder) throws {
    let url = course.folder.url.appending(path: "course/inventories/numpy.inv")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try inventory.write(to: url)
  }

  @Test("become links with their titles, or with the author's words")
  func links() async throws {
    let course = try course(
      """
      # Of [](xref:numpy#numpy.exp)

      [](xref:numpy#numpy.exp), [the *norm*](xref:numpy#numpy.linalg.norm),
      [](xref:numpy#array-api), [](xref:numpy), [](<xref:numpy#a name with spaces>),
      [](xref:numpy#std:doc:index), <xref:numpy#numpy.linalg.norm>, <a href="xref:numpy#array-api">raw</a>.
      """
    )
    #expect(try await course.render("course").messages == [])
    let page = try course.folder.read("Output/a.html")
    let start = "https://numpy.org/doc/stable/"
    for link in [
      "<a href=\"\(start)reference/generated/numpy.exp.html#numpy.exp\"><code>numpy.exp</code></a>",
      "<a href=\"\(start)reference/generated/numpy.linalg.norm.html#numpy.linalg.norm\">the <em>norm</em></a>",
      "<a href=\"\(start)reference/arrays.html#array-api\">Array objects &amp; more</a>",
      "<a href=\"\(start)\">NumPy</a>",
      "<a href=\"\(start)glossary.html#term-a-name-with-spaces\">a name with spaces</a>",
      "<a href=\"\(start)index.html\">NumPy documentation</a>",
      "<code>numpy.linalg.norm</code></a>",
      "<a href=\"\(start)reference/arrays.html#array-api\">raw</a>",
      "<title>Of numpy.exp</title>",
    ] { #expect(page.contains(link), "\(link)") }
  }

  @Test("that lead nowhere are told at their places, with what may be meant")
  func faults() async throws {
    let course = try course(
      """
      # A

      [](xref:nunpy#numpy.exp) and [](xref:numpy#exp) and [](xref:numpy#numpy.exq)
      and [](xref:numpy#index) and [x](xref:numpy#zzz).
      """
    )
    var helps: [String] = []
    var job = RenderJob(
      paths: [course.folder.path("course")],
      outputFolder: course.folder.path("Output")
    )
    job.runsCells = false
    let ending = await job.run { event in
      guard case .outcome(let outcome) = event else { return }
      helps = outcome.diagnostics.map { diagnostic in
        let place = diagnostic.start.map { "\($0.line):\($0.column)" } ?? ""
        return "\(place) \(diagnostic.severity): \(diagnostic.message); "
          + course.folder.relative(diagnostic.help ?? "")
      }
    }
    #expect(ending.status == .failure)
    #expect(
      helps == [
        "3:4 error: no project 'nunpy' is named; did you mean 'numpy'?",
        "3:33 error: 'numpy' has nothing of the name 'exp'; did you mean 'numpy.exp'?",
        "3:56 error: 'numpy' has nothing of the name 'numpy.exq'; did you mean 'numpy.exp'?",
        "4:8 warning: 'numpy' has several things of the name 'index'; "
          + "write 'xref:numpy#std:doc:index' or 'xref:numpy#std:label:index'",
        "4:34 error: 'numpy' has nothing of the name 'zzz'; "
          + "names of numpy are in course/inventories/numpy.inv; a newer one may have more",
      ]
    )
  }

  @Test(
    "need an inventory that can be read",
    arguments: [
      ("", "this is no inventory that Sphinx has made"),
      ("<html>Not found</html>\n", "this is no inventory that Sphinx has made"),
      (
        "# Sphinx inventory version 1\n# Project: x\n",
        "this inventory has version 1, and only 2 is known"
      ),
      (
        "# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# zlib.\nnonsense",
        "this inventory is damaged, or was cut off"
      ),
      ("# Sphinx inventory version 2\n# Project", "this inventory is damaged, or was cut off"),
    ]
  )
  func inventories(_ text: String, _ message: String) async throws {
    let course = try course("# A\n")
    try write(Data(text.utf8), in: course)
    let run = try await course.render("course")
    #expect(run.status == .failure)
    #expect(run.messages == ["course/lectern.yml:2:17: \(message)"])
    try FileManager.default.removeItem(atPath: course.folder.path("course/inventories/numpy.inv"))
    #expect(
      try await course.render("course").messages
        == ["course/lectern.yml:2:17: the inventory 'inventories/numpy.inv' cannot be read"]
    )
  }

  @Test("have pages made anew when the inventory changes, and only those that use it")
  func anew() async throws {
    let course = try course("# A\n\n[](xref:numpy#numpy.exp)\n")
    try course.folder.write("# B\n", to: "course/b.md")
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    var files: [String] = []
    func render() async throws -> CourseFolder.Run {
      try await course.render("course", store: store)
    }
    _ = try await render()
    let (first, other) = try (
      course.folder.data("Output/a.html"), course.folder.data("Output/b.html")
    )
    #expect(String(decoding: first, as: UTF8.self).contains("generated/numpy.exp.html"))
    // Its own format, with another address.
    let line = "numpy.exp py:function 1 new.html#$ The exponential\n"
    let head = "# Sphinx inventory version 2\n# Project: N\n# Version: 3\n# by zlib\n"
    try write(Data(Array(head.utf8) + ZlibStream.stored(Array(line.utf8))), in: course)
    #expect(try await render().messages == [])
    let page = try course.folder.read("Output/a.html")
    #expect(
      page.contains(
        "<a href=\"https://numpy.org/doc/stable/new.html#numpy.exp\"><code>The exponential</code></a>"
      )
    )
    #expect(try course.folder.data("Output/b.html") == other)
    var job = RenderJob(
      paths: [course.folder.path("course/a.md")],
      outputFolder: course.folder.path("Output")
    )
    job.runsCells = false
    _ = await job.run { event in
      if case .outcome(let outcome) = event { files = outcome.dependencies.map(\.path) }
    }
    #expect(files.contains { $0.hasSuffix("inventories/numpy.inv") })
  }
}
