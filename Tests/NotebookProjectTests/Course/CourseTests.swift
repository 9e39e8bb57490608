import Foundation
import NotebookProject
import ResultStore
import TestSupport
import Testing

@Suite("A folder with a project file")
struct CourseTests {
  @Test("has its chapters told that are wrong, each at its place")
  func chapters() async throws {
    let course = try CourseFolder(
      """
      chapters:
        - a.md
        - part: P
          chapters: [a.md, ./a.md, week, gone.md, old/c.md, a.txt, bb.md]
        - .hidden.md
      exclude: [old, nothing]
      """,
      [
        "a.md": "# A\n", "b.md": "# B\n", "week/d.md": "# D\n", "old/c.md": "# C\n",
        "a.txt": "text", ".hidden.md": "# H\n",
      ]
    )
    let run = try await course.render("course")
    #expect(run.status == .failure)
    #expect(run.pages == [])
    let file = "course/lectern.yml:"
    #expect(
      run.messages == [
        file + "4:16: 'a.md' is a chapter already, in line 2",
        file + "4:22: './a.md' is a chapter already, in line 2",
        file + "4:30: 'week' is a folder, and a chapter is a notebook",
        file + "4:36: there is no chapter 'gone.md'",
        file + "4:45: 'old/c.md' is left out by 'exclude:'",
        file + "4:55: 'a.txt' is no notebook",
        file + "4:62: there is no chapter 'bb.md'",
        file + "5:5: '.hidden.md' is left out where its folder is rendered",
        file + "1:1: 2 notebooks are in no chapter: b.md, week/d.md",
        file + "6:16: 'nothing' leaves no notebook out",
      ]
    )
    #expect(try course.folder.files(in: "Output") == [])
  }

  @Test("has chapters told that are one notebook by links, also by those that lead in a circle")
  func links() async throws {
    let course = try CourseFolder(
      "chapters: [a.md, link.md, w/b.md, w/loop/a.md, w/loop/w/loop/w/b.md]\n",
      ["a.md": "# A\n", "w/b.md": "# B\n"]
    )
    let files = FileManager.default
    for (name, target) in [("link.md", "a.md"), ("w/loop", "..")] {
      let path = course.folder.path("course/" + name)
      try files.createSymbolicLink(atPath: path, withDestinationPath: target)
    }
    let run = try await course.render("course")
    #expect(run.status == .failure)
    let file = "course/lectern.yml:1:"
    #expect(
      run.messages == [
        file + "18: 'link.md' is a chapter already, in line 1",
        file + "35: 'w/loop/a.md' is a chapter already, in line 1",
        file + "48: 'w/loop/w/loop/w/b.md' is a chapter already, in line 1",
      ]
    )
  }

  #if os(Linux)
    @Test("has two chapters told that would be one page, whichever of them is named first")
    func onePage() async throws {
      for chapters in ["[a.md, a.MD]", "[a.MD, a.md]"] {
        let course = try CourseFolder(
          "chapters: \(chapters)\n",
          ["a.md": "# A\n", "a.MD": "# B\n"]
        )
        let run = try await course.render("course")
        #expect(run.status != .success && run.pages == [])
        #expect(run.messages.first?.contains("its page would be that of") == true)
        #expect(run.messages.last?.hasSuffix("would both be a.html") == true)
      }
    }
  #endif

  @Test("is made whatever its chapters are called, and each way leads to one")
  func names() async throws {
    let names = ["a b.md", "ü/100% #1.md", "q'uo\"te&<x>.md", "日本.md"]
    let list = names.map { "- '" + $0.replacing("'", with: "''") + "'\n" }.joined()
    let course = try CourseFolder(
      "chapters:\n" + list,
      Dictionary(uniqueKeysWithValues: names.map { ($0, "# \($0.count)\n") })
    )
    #expect(try await course.render("course").messages == [])
    let start = try course.folder.read("Output/index.html")
    for name in names {
      let page = String(name.dropLast(3)) + ".html"
      #expect(try course.folder.read("Output/" + page).contains("aria-current=\"page\""))
      let address = try #require(page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
        .replacing("&", with: "%26").replacing("'", with: "%27")
      #expect(start.contains("href=\"\(address)\""))
    }
  }

  @Test("has notebooks in no chapter told, and makes their pages")
  func loose() async throws {
    let course = try CourseFolder(
      "chapters: [a.md]\nexclude: [x]\n",
      [
        "a.md": "# A\n", "b.md": "# B\n", "index.md": "# I\n", "x/y.md": "# Y\n",
        "d.md": "---\ndraft: true\n---\n# D\n",
      ]
    )
    let run = try await course.render("course")
    #expect(run.status == .success)
    #expect(
      run.messages == [
        "course/d.md: this is a draft, and left out unless it is named",
        "course/lectern.yml:1:1: 'b.md' is in no chapter",
      ]
    )
    #expect(run.pages == ["course/a.md", "course/b.md", "course/index.md"])
    let strange = try await course.render("course/x/y.md")
    #expect(strange.pages == ["course/x/y.md"])
    #expect(try course.folder.files(in: "Output").contains("x/y.html"))
  }

  @Test("is none by a file that only says how documents are checked, nor ends where one lies")
  func checksAlone() async throws {
    let rules = "verify:\n  - paths: [old]\n    check: none\n"
    let package = try CourseFolder(rules, ["README.md": "# R\n", "docs/a.md": "# A\n"])
    let page = try await package.render("course/docs/a.md")
    #expect(page.messages == [])
    #expect(page.pages == ["course/docs/a.md"])
    #expect(try package.folder.files(in: "Output").filter { $0.hasSuffix(".html") } == ["a.html"])

    let course = try CourseFolder(
      "numbering: chapters\nchapters: [a.md, w/b.md]\n",
      ["a.md": "# A\n\n$$ x $$ {#eq-x}\n", "w/b.md": "# B\n\nBy @eq-x.\n", "w/lectern.yml": rules]
    )
    let whole = try await course.render("course")
    #expect(whole.messages == [])
    #expect(try course.folder.read("Output/w/b.html").contains("Equation\u{A0}1.1"))
  }

  @Test("lies by that file, whatever part of it is named, to the byte")
  func parts() async throws {
    let course = try CourseFolder(
      "numbering: chapters\nchapters: [a.md, w/b.md, w/c.md]\n",
      [
        "a.md": "# A {#sec-a}\n\n$$ x $$ {#eq-x}\n",
        "w/b.md": "# B\n\nBy @eq-x of @sec-a and @thm-c.\n",
        "w/c.md": "# C\n\n> [!THEOREM] {#thm-c}\n> Yes.\n",
      ]
    )
    let whole = try await course.render("course")
    #expect(whole.status == .success)
    #expect(whole.messages == [])
    let pages = try course.pages().filter { $0.key.hasSuffix(".html") }
    #expect(Set(pages.keys).isSuperset(of: ["a.html", "w/b.html", "w/c.html"]))
    for path in ["course/w/b.md", "course/w"] {
      let part = try await course.render(path, output: "Part")
      #expect(part.status == .success)
      #expect(part.pages.allSatisfy { $0.hasPrefix("course/w/") })
      #expect(try course.pages(in: "Part")["w/b.html"] == pages["w/b.html"])
    }
  }

  @Test("is found up to the repository's root, and no further")
  func repository() async throws {
    let course = try CourseFolder(
      "chapters: [gone.md]\n",
      ["inner/w/a.md": "# A\n", "inner/.git/HEAD": ""]
    )
    #expect(try await course.render("course/inner/w/a.md").status == .success)
    #expect(try await course.render("course/inner").status == .success)
    let whole = try await course.render("course")
    #expect(whole.messages.first?.hasPrefix("course/lectern.yml:1:12: ") == true)
  }

  @Test("may lie in a folder that is rendered, beside others")
  func nested() async throws {
    let course = try CourseFolder(
      nil,
      [
        "a/lectern.yml": "numbering: chapters\nchapters: [x.md]\n",
        "a/x.md": "# X {#sec-x}\n\n![F](f.png){#fig-x}\n", "a/f.png": "",
        "b.md": "# B\n\nSee @fig-x.\n",
      ]
    )
    let run = try await course.render("course")
    #expect(run.status == .success)
    #expect(try course.folder.read("Output/a/x.html").contains("Figure\u{A0}1.1:"))
    // Beyond the course a number does not say which page is meant.
    #expect(try course.folder.read("Output/b.html").contains("Figure\u{A0}1.1 of X"))
  }

  @Test("whose file is wrong or cannot be read makes no page")
  func unreadable() async throws {
    let course = try CourseFolder("titel: x\n", ["a.md": "# A\n"])
    for path in ["course", "course/a.md"] {
      let run = try await course.render(path)
      #expect(run.status == .failure)
      #expect(run.messages == ["course/lectern.yml:1:1: there is no key 'titel' in lectern.yml"])
    }
    #expect(try course.folder.files(in: "Output") == [])
  }
}
