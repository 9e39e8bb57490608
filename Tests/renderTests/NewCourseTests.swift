import TestSupport
import Testing

@Suite("A new course")
struct NewCourseTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func render(_ arguments: String...) async throws -> Program.Result {
    try await Program(Program.render, arguments, in: folder).result()
  }

  @Test("is rendered and verified without a word, and its chapters refer to each other")
  func renders() async throws {
    let made = try await render("new", "course", "first steps/linear-algebra")
    #expect(made.status == 0)
    #expect(made.output.contains("render serve first steps/linear-algebra"))
    let rendered = try await render("first steps/linear-algebra")
    #expect(rendered.status == 0)
    #expect(rendered.errors == "")
    let page = try folder.read("Output/descent.html")
    #expect(page.contains("Linear Algebra"))
    #expect(page.contains("mean.html#thm-deviations"))
    #expect(page.contains("Cauchy"))
    let verified = try await render("verify", "first steps/linear-algebra")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("takes no file's place, and is written whole or not at all")
  func taken() async throws {
    try folder.write("mine", to: "a/mean.md")
    try folder.write("mine", to: "a/lectern.yml")
    let made = try await render("new", "course", "a")
    #expect(made.status == 64)
    #expect(made.errors.contains("a/mean.md: error: there is such a file already"))
    #expect(made.errors.contains("a/lectern.yml: error: there is such a file already"))
    #expect(try folder.read("a/mean.md") == "mine")
    #expect(try folder.names(in: "a") == ["lectern.yml", "mean.md"])
    try folder.write("", to: "file")
    let blocked = try await render("new", "course", "file")
    #expect(blocked.status == 74)
    #expect(blocked.errors.contains("file: error: the course cannot be written"))
  }

  @Test("has the title that it is given, whatever is in it")
  func title() async throws {
    let title = #"A: "quoted" \ title # 1"#
    #expect(try await render("new", "course", "b", "--title", title).status == 0)
    let rendered = try await render("b", "--no-run")
    #expect(rendered.errors == "")
    #expect(try folder.read("Output/index.html").contains("A: “quoted” \\ title # 1"))
  }
}
