import Documents
import Files
import Foundation
import NotebookExecution
import NotebookProject
import NotebookSyntax
import ResultStore
import TestSupport
import Testing

@Suite("Front matter for all notebooks of a folder")
struct DefaultsTests {
  @Test("holds where a notebook does not say otherwise")
  func ownAbove() async throws {
    let course = try CourseFolder(
      """
      defaults:
        lang: de
        author: A. Noether
        term: Winter
        macros: {R: '\\mathbb{R}', N: '\\mathbb{N}'}
        crossref: {thm-prefix: Satz, eq-prefix: Gl.}
      """,
      [
        "a.md": "# A\n\n$\\R \\ne \\N$ by @thm-a.\n\n> [!THEOREM] {#thm-a}\n> Yes.\n",
        "b.md":
          "---\nlang: fr\nauthor: E. Artin\nmacros: {R: 'own'}\ncrossref: {thm-prefix: T.}\n---\n"
          + "# B\n\n$\\R$ and $\\N$ by @thm-b and @eq-b.\n\n> [!THEOREM] {#thm-b}\n> Yes.\n\n"
          + "$$ x $$ {#eq-b}\n",
      ]
    )
    try course.folder.write(
      "{{language}} {{authors}} {{term}}: {{{content}}}",
      to: "page.mustache"
    )
    let run = try await course.render("course") {
      $0.templatePath = course.folder.path("page.mustache")
    }
    #expect(run.messages == [])
    let first = try course.folder.read("Output/a.html")
    #expect(first.hasPrefix("de [&quot;A. Noether&quot;] Winter: "))
    #expect(first.contains("Satz\u{A0}1"))
    let second = try course.folder.read("Output/b.html")
    #expect(second.hasPrefix("fr [&quot;E. Artin&quot;] Winter: "))
    #expect(second.contains("T.\u{A0}1"))
    #expect(second.contains("Gl.\u{A0}1"))
  }

  @Test("has paths that begin at its own folder, and faults that are told there")
  func paths() async throws {
    let course = try CourseFolder(
      "defaults:\n  bibliography: [books/all.bib, gone.bib]\n  macros: {x: '\\frac{'}\n",
      [
        "week/one/a.md": "# A\n\n[@knuth] and $\\x$\n",
        "books/all.bib": "@book{knuth, author = {Knuth, Donald}, title = {Sorting}, year = 1973}",
      ]
    )
    let run = try await course.render("course")
    #expect(run.messages.contains { $0.hasPrefix("course/lectern.yml:2:33: the bibliography") })
    #expect(!run.messages.contains { $0.contains("no entry 'knuth'") })
  }

  @Test("says how documents are verified, too")
  func verification() async throws {
    let course = try CourseFolder(
      "defaults: {swift-flags: -D COURSE}\n",
      [
        "w/a.md": """
        ```swift
        #if COURSE
          let course = true
        #else
          let course = false
        #endif
        course  // => true
        ```
        """
      ]
    )
    let path = course.folder.path("course/w/a.md")
    #expect(await VerifyJob(paths: [path]).run { _ in } == .success)
    try course.folder.write("defaults: {lang: de}\n", to: "course/lectern.yml")
    #expect(await VerifyJob(paths: [path]).run { _ in } == .failure)
    try course.folder.write("default: {lang: de}\n", to: "course/lectern.yml")
    var told: [String] = []
    let status = await VerifyJob(paths: [path]).run { event in
      if case .project(let diagnostic, _) = event { told.append(diagnostic.help ?? "") }
    }
    #expect(status == .failure)
    #expect(told == ["did you mean 'defaults'?"])
  }

  @Test("makes pages anew where it comes, changes or goes, and leaves them otherwise")
  func keptPages() async throws {
    let course = try CourseFolder(nil, ["a.md": "# A\n", "b.md": "# B\n"])
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    func language() async throws -> String {
      let run = try await course.render("course", store: store)
      #expect(run.status == .success)
      let page = try course.folder.read("Output/a.html")
      return try String(#require(page.firstMatch(of: /<html lang="([a-z]+)"/)).1)
    }
    #expect(try await language() == "en")
    let path = try course.folder.write("defaults: {lang: de}\n", to: "course/lectern.yml")
    #expect(try await language() == "de")
    #expect(try await language() == "de")
    try course.folder.write("defaults: {lang: fr}\n", to: "course/lectern.yml")
    #expect(try await language() == "fr")
    try FileManager.default.removeItem(atPath: path)
    #expect(try await language() == "en")
  }

  @Test("is what each page under it depends on, and none beside it")
  func dependencies() async throws {
    let course = try CourseFolder("defaults: {lang: de}\n", ["w/a.md": "# A\n"])
    var told: [FileDependency] = []
    var job = RenderJob(
      paths: [course.folder.path("course/w/a.md")],
      outputFolder: course.folder.path("Output")
    )
    job.files.put("defaults: {lang: fr}\n", at: course.folder.path("course/lectern.yml"))
    _ = await job.run { event in
      if case .outcome(let outcome) = event { told += outcome.dependencies }
    }
    let file = FileDependency(path: course.folder.path("course/lectern.yml"), use: .content)
    #expect(told.contains(file))
    #expect(try course.folder.read("Output/w/a.html").contains("<html lang=\"fr\""))
  }
}
