import Foundation
import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("Downloads of a page")
struct DownloadTests {
  private static let notebook = """
    ---
    inputs: [../data, table.csv]
    ---
    # Springs

    For all.

    > [!SOLUTION] {only=teacher}
    > Forty-two.

    The end.

    """

  private func course(_ notebook: String = Self.notebook) throws -> CourseFolder {
    let course = try CourseFolder(
      "chapters: [w/a.md, b.md]\ndefaults: {downloads: true}\n",
      ["w/a.md": notebook, "b.md": "---\ndownloads: false\n---\n# B\n"]
    )
    try course.folder.write("1,2\n", to: "course/data/x.csv")
    try course.folder.write("3,4\n", to: "course/w/table.csv")
    return course
  }

  private func links(_ course: CourseFolder, _ output: String) throws -> [String] {
    try course.folder.read("\(output)/w/a.html").matches(of: /<a href="([^"]*)" download>([^<]*)</)
      .map { "\($0.1) \($0.2)" }
  }

  @Test("are its notebook, what that is for students, and its data, as they lie in the course")
  func all() async throws {
    let course = try course()
    #expect(try await course.render("course").messages == [])
    #expect(
      try links(course, "Output") == [
        "../downloads/w/a.md a.md", "../downloads/student/w/a.md a.md (student)",
        "../downloads/data/x.csv x.csv", "../downloads/w/table.csv table.csv",
      ]
    )
    #expect(try course.folder.read("Output/downloads/w/a.md") == Self.notebook)
    #expect(
      try course.folder.read("Output/downloads/student/w/a.md")
        == Self.notebook.replacing("> [!SOLUTION] {only=teacher}\n> Forty-two.\n", with: "")
    )
    #expect(try course.folder.read("Output/downloads/data/x.csv") == "1,2\n")
    #expect(try !course.folder.read("Output/b.html").contains("download>"))
  }

  @Test("of a variant are nothing that its readers may not see")
  func variants() async throws {
    let course = try course()
    for variant in ["student", "teacher"] {
      let run = try await course.render("course", output: variant) { $0.variant = variant }
      #expect(run.messages == [])
    }
    #expect(
      try links(course, "student").prefix(2) == [
        "../downloads/w/a.md a.md", "../downloads/data/x.csv x.csv",
      ]
    )
    #expect(
      try !course.pages(in: "student").values.contains {
        String(decoding: $0, as: UTF8.self).contains("Forty-two")
      }
    )
    #expect(try links(course, "teacher").count == 4)
    #expect(try course.folder.read("teacher/downloads/w/a.md") == Self.notebook)
  }

  @Test(
    "are restored beside a page that is left as it is, change with the data, and go with the notebook"
  )
  func keeping() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    _ = try await course.render("course", store: store)
    let whole = try course.pages()
    for number in 1...2 {
      _ = try await course.render("course", output: "Parts") { $0.shard = try Shard("\(number)/2") }
    }
    #expect(try course.pages(in: "Parts") == whole)
    for path in ["downloads/student/w/a.md", "downloads/data/x.csv"] {
      try FileManager.default.removeItem(atPath: course.folder.path("Output/" + path))
    }
    _ = try await course.render("course", store: store)
    #expect(try course.pages() == whole)
    try course.folder.write("5,6\n", to: "course/data/x.csv")
    _ = try await course.render("course", store: store)
    #expect(try course.folder.read("Output/downloads/data/x.csv") == "5,6\n")
    try course.folder.write("mine", to: "Output/downloads/own.txt")
    try course.folder.write(
      "---\ndownloads: false\n---\n" + Self.notebook.split(separator: "---\n")[1],
      to: "course/w/a.md"
    )
    _ = try await course.render("course", store: store)
    #expect(
      try course.folder.files(in: "Output").filter { $0.hasPrefix("downloads/") }
        == ["downloads/own.txt"]
    )
  }

  @Test("tell what is not there, or lies elsewhere")
  func faults() async throws {
    let course = try course("---\ninputs: [none.csv, ../../out.csv, /etc/hosts]\n---\n# A\n")
    #expect(
      try await course.render("course").messages == [
        "course/w/a.md:2:10: 'none.csv' is not there, so that it is no download",
        "course/w/a.md:2:20: '../../out.csv' lies outside the course, so that it is no download",
        "course/w/a.md:2:35: '/etc/hosts' lies outside the course, so that it is no download",
      ]
    )
  }

  @Test("are no notebooks, wherever pages were made")
  func outputs() async throws {
    let course = try course()
    for output in ["course/student", "course/teacher", "course/w/all"] {
      let run = try await course.render("course", output: output)
      #expect(run.messages == [])
      #expect(run.pages.sorted() == ["course/b.md", "course/w/a.md"])
    }
    let beside = try await course.render("course", output: "course")
    #expect(
      beside.messages == [
        "course/w/a.md:1:1: this page hands out nothing: "
          + "a copy of the notebook beside the notebooks would be one of them"
      ]
    )
    #expect(beside.pages.sorted() == ["course/b.md", "course/w/a.md"])
    try course.folder.write("---\ndownloads: true\n---\n# Alone\n", to: "alone/a.md")
    #expect(
      try await course.render("alone").messages
        == ["alone/a.md:1:1: this page hands out nothing: it belongs to no course"]
    )
  }
}
