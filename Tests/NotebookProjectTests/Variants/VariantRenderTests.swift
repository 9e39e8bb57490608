import Foundation
import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("Variants of a course")
struct VariantRenderTests {
  private static let notebook = """
    # Springs

    > [!EXERCISE] Force {#exr-force}
    > How strong?

    > [!THEOREM] Secret {#thm-secret only=teacher}
    > Enigma.

    > [!THEOREM] Known {#thm-known}
    > Yes.

    ## Solutions {#sec-solutions only=teacher}

    By @thm-secret.

    ## Hints {only=student}

    Try @thm-known.

    """

  private func course(
    _ project: String = "chapters: [a.md]\nnumbering: chapters\n",
    _ notebook: String = Self.notebook
  ) throws -> CourseFolder {
    try CourseFolder(project, ["a.md": notebook])
  }

  @Test("have pages, numbers, lists and searches without what is for others")
  func pages() async throws {
    let course = try course()
    for variant in ["student", "teacher"] {
      let run = try await course.render("course", output: variant) { $0.variant = variant }
      #expect(run.messages == [])
    }
    _ = try await course.render("course", output: "all")
    func contains(_ text: String, _ output: String) throws -> Bool {
      try course.pages(in: output).values.contains {
        String(decoding: $0, as: UTF8.self).contains(text)
      }
    }
    for text in ["Enigma", "enigma", "Secret", "solutions", "sec-solutions", "thm-secret"] {
      #expect(try !contains(text, "student"), "\(text)")
      #expect(try contains(text, "teacher"), "\(text)")
      #expect(try contains(text, "all"), "\(text)")
    }
    #expect(try contains("Hints", "student") && !contains("Hints", "teacher"))
    let student = try course.folder.read("student/a.html")
    #expect(student.contains("Theorem\u{A0}1.1</strong> (Known)"))
    #expect(!student.contains("only="))
    let teacher = try course.folder.read("teacher/a.html")
    #expect(teacher.contains("Theorem\u{A0}1.2</strong> (Known)"))
    #expect(try course.folder.read("student/definitions.html").contains("Theorem\u{A0}1.1"))
  }

  @Test("never mix, even in one folder with one store")
  func mixing() async throws {
    let course = try course()
    let store = ResultStore(folder: course.folder.path("store"), limit: 1 << 28) { _ in }
    var pages: [String: [String: [UInt8]]] = [:]
    for variant in ["student", "teacher", "student", "teacher"] {
      _ = try await course.render("course", store: store) { $0.variant = variant }
      let made = try course.pages()
      #expect(pages[variant] == nil || pages[variant] == made)
      pages[variant] = made
    }
    #expect(pages["student"] != pages["teacher"])
    for (variant, whole) in pages {
      for number in 1...2 {
        _ = try await course.render("course", output: "part-" + variant) {
          $0.variant = variant
          $0.shard = try Shard("\(number)/2")
        }
      }
      #expect(try course.pages(in: "part-" + variant) == whole)
    }
  }

  @Test("tell of references to what they lack, of unknown names, and of marks that mark nothing")
  func faults() async throws {
    let wrong = try course(
      "chapters: [a.md]\nvariants: [kurs, lehrer]\n",
      "# A\n\n## B {#sec-b only=lehrer}\n\n## C {only=lehrr}\n\n## D\n\nSee @sec-b.\n"
    )
    let message = "course/a.md:5:12: there is no variant 'lehrr'"
    #expect(try await wrong.render("course").messages == [message])
    #expect(
      try await wrong.render("course") { $0.variant = "kurs" }.messages
        == [message, "course/a.md:9:5: nothing is labelled 'sec-b'"]
    )
    let run = try await wrong.render("course") { $0.variant = "teacher" }
    #expect(run.status == .usage)
    #expect(run.messages.count == 1)
    #expect(run.messages[0].hasPrefix("error: there is no variant 'teacher'"))
  }
}
