import Documents
import Testing

@testable import NotebookProject

@Suite("A project file")
struct ProjectFileTests {
  private func project(_ text: String) -> ProjectFile {
    ProjectFile(SourceText(path: "lectern.yml", text: text), in: ".")
  }

  private func messages(_ text: String) -> [String] {
    project(text).diagnostics.map { diagnostic in
      let place = diagnostic.start.map { "\($0.line):\($0.column): " } ?? ""
      return place + diagnostic.message
    }
  }

  @Test("says what the documents of a folder share")
  func keys() throws {
    let project = project(
      """
      title: Softmax, slowly
      authors: [A. Noether, E. Artin]
      url: https://example.org/course/
      repository: https://github.com/noether/course
      license: CC BY 4.0
      numbering: chapters
      chapters:
        - intro.md
        - part: Limits
          chapters: [week 1/a.md, 'week 1/b#.md']
        - part: Limits
          chapters:
            - c.md
      exclude: [old, "*.draft.md"]
      defaults:
        lang: de
      """
    )
    #expect(project.diagnostics == [])
    #expect(project.title == "Softmax, slowly")
    #expect(project.authors == ["A. Noether", "E. Artin"])
    #expect(project.url == "https://example.org/course")
    #expect(project.repository == "https://github.com/noether/course")
    #expect(project.license == "CC BY 4.0")
    #expect(project.numbersChapters)
    let chapters = try #require(project.chapters)
    #expect(chapters.map(\.path) == ["intro.md", "week 1/a.md", "week 1/b#.md", "c.md"])
    #expect(chapters.map(\.part?.title) == [nil, "Limits", "Limits", "Limits"])
    #expect(chapters.map(\.part?.place) == [nil, 0, 0, 1])
    #expect(project.defaults != nil)
  }

  @Test("says how documents are checked: of two rules for one, what the later says counts")
  func rules() {
    let project = project(
      """
      verify:
        - imports: Geometry
          scope: fence
        - paths: ["Docs/**/*.md", Sources]
          scope: auto
          run: promised
          prelude: ./Docs/a.swift
        - {paths: [Docs/old], check: none, platforms: check}
      """
    )
    #expect(project.diagnostics == [])
    let other = project.verifyRule(forFile: "README.md")
    #expect(other.imports?.map(\.text) == ["Geometry"])
    #expect(other.scope == .fence && other.running == nil && other.isChecked == nil)
    let article = project.verifyRule(forFile: "Docs/b/c.md")
    #expect(article.imports?.map(\.text) == ["Geometry"])
    #expect(article.scope == .auto && article.running == .promised)
    #expect(article.prelude?.text == "Docs/a.swift")
    #expect(project.verifyRule(forFile: "Docs/old/c.md").isChecked == false)
    #expect(project.verifyRule(forFile: "Docs/old/c.md").checksPlatforms == true)
    let unmatched = project.unmatchedPaths(among: ["README.md", "Docs/a.md", "Sources/a/b.swift"])
    #expect(unmatched.map(\.message) == ["no document has a path like 'Docs/old'"])
    #expect(unmatched.first?.start?.line == 8)
  }

  @Test("may be empty", arguments: ["", "# nothing yet\n", "---\n", "\u{FEFF}"])
  func empty(_ text: String) { #expect(messages(text) == []) }

  @Test(
    "is told its faults at their places",
    arguments: [
      ("titel: A", ["1:1: there is no key 'titel' in lectern.yml"]),
      ("verify: README.md", ["1:9: 'verify' is a list of rules"]),
      ("verify: [{path: a.md}]", ["1:11: there is no key 'path' in a rule of 'verify'"]),
      ("verify: {paths: [{a: b}]}", ["1:18: 'paths' is a path or a list of paths"]),
      ("verify: {paths: ../a}", ["1:17: '../a' is not in the folder of lectern.yml"]),
      ("verify: {imports: [A B]}", ["1:20: 'A B' is no name of a module"]),
      (
        "verify: {results: [arrow, bars]}",
        ["1:27: there is no way to write results that is called 'bars'"]
      ),
      ("verify: {scope: fences}", ["1:17: 'scope' is auto, document or fence"]),
      (
        "verify:\n  - run: false\n    platforms: all\n    check: [none]",
        [
          "2:10: 'run' is all, none or promised", "3:16: 'platforms' is check or skip",
          "4:12: 'check' is all or none",
        ]
      ),
      ("title: [A]", ["1:8: 'title' is a text"]),
      ("title:", ["1:7: 'title' is a text"]),
      ("authors: {a: b}", ["1:10: 'authors' is a text or a list of texts"]),
      ("authors: [A, [B]]", ["1:14: 'authors' is a text or a list of texts"]),
      ("url: example.org", ["1:6: 'url' is an address on the web"]),
      ("url: 'https://example.org/?a'", ["1:6: 'url' is an address on the web"]),
      ("repository: git@github.com:a/b", ["1:13: 'repository' is an address on the web"]),
      ("numbering: true", ["1:12: 'numbering' is chapters"]),
      ("chapters: a.md", ["1:11: 'chapters' is a list of notebooks and parts"]),
      ("chapters: [[a.md]]", ["1:12: a chapter is a notebook's path"]),
      ("chapters:\n  - part: A", ["2:5: a part has a title and chapters"]),
      ("chapters:\n  - chapters: [a.md]", ["2:5: a part has a title and chapters"]),
      (
        "chapters:\n  - part: A\n    title: B\n    chapters: [a.md]",
        ["3:5: there is no key 'title' in a part"]
      ),
      (
        "chapters:\n  - part: A\n    chapter: [a.md]",
        ["3:5: there is no key 'chapter' in a part"]
      ),
      (
        "chapters:\n  - part: A\n    chapters:\n      - {part: B, chapters: [a.md]}",
        ["4:9: a part holds chapters, and no parts"]
      ),
      ("chapters:\n  - part: A\n    chapters: []", ["2:5: this part has no chapters"]),
      (
        "chapters: [../a.md, /b.md, c/../../d.md]",
        [
          "1:12: '../a.md' is not in the folder of lectern.yml",
          "1:21: '/b.md' is not in the folder of lectern.yml",
          "1:28: 'c/../../d.md' is not in the folder of lectern.yml",
        ]
      ),
      (
        "variants: [student, 'the teacher', {a: b}]",
        [
          "1:21: a variant is one word of letters, digits, '-' and '_'",
          "1:36: a variant is one word of letters, digits, '-' and '_'",
        ]
      ),
      ("references: [numpy]", ["1:13: 'references' has other projects, each by a name"]),
      ("references: {numpy: a.inv}", ["1:21: a project has a 'file' and a 'url'"]),
      ("references:\n  numpy: {file: a.inv}", ["2:3: a project has a 'file' and a 'url'"]),
      (
        "references:\n  numpy: {file: a.inv, link: b}",
        ["2:24: there is no key 'link' in a project of 'references'"]
      ),
      (
        "references:\n  num py: {file: a.inv, url: 'https://a.b'}",
        ["2:3: a project's name is one word without '#'"]
      ),
      (
        "references:\n  numpy: {file: ../a.inv, url: a.b}",
        [
          "2:32: 'url' is an address on the web"
        ]
      ),
      (
        "references:\n  numpy: {file: ../a.inv, url: 'https://a.b'}",
        ["2:17: '../a.inv' is not in the folder of lectern.yml"]
      ),
      ("exclude: [{a: b}]", ["1:11: 'exclude' is a path or a list of paths"]),
      ("exclude: ../a", ["1:10: '../a' is not in the folder of lectern.yml"]),
      ("defaults: [a]", ["1:11: 'defaults' is front matter: a list of 'key: value' lines"]),
      ("defaults: {title: A}", ["1:12: 'title' is each notebook's own"]),
      ("defaults:\n  toc: maybe", ["2:8: 'toc' is true or false"]),
      ("defaults:\n  langg: de", ["2:3: 'langg' means nothing here and goes to the template"]),
      ("chapters: &a [a.md, *a]", ["1:21: lectern.yml is not YAML: found undefined alias"]),
      ("- a", ["1:1: lectern.yml is a list of 'key: value' lines"]),
      ("a: b: c", ["1:5: lectern.yml is not YAML: mapping values are not allowed in this context"]),
      ("title: A\ntitle: B", ["2:1: lectern.yml is not YAML: the key 'title' stands twice"]),
      ("title: \"a\\0b\"", ["1:8: 'title' is a text"]),
    ]
  )
  func faults(_ text: String, _ expected: [String]) { #expect(messages(text) == expected) }

  @Test("is told all its faults at once")
  func allFaults() {
    #expect(messages("titel: A\nurl: b\nchapters: [../a.md]\ndefaults: {toc: 3}").count == 4)
  }

  @Test("names the nearest key")
  func nearest() {
    #expect(project("chapter: [a.md]").diagnostics.first?.help == "did you mean 'chapters'?")
    #expect(project("zzz: 1").diagnostics.first?.help?.hasPrefix("the keys are title,") == true)
  }

  @Test("cannot grow without bounds by aliases")
  func aliases() {
    let levels = (1...9).map { level in
      "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        + "]"
    }
    let text = (["a0: &a0 [x]"] + levels).joined(separator: "\n")
    let message = messages(text).first ?? ""
    #expect(message.hasSuffix("lectern.yml is too large once each alias is written out"))
  }

  @Test("is told where it is no text")
  func notUTF8() {
    let source = SourceText(path: "lectern.yml", bytes: [0x61, 0xFF])
    #expect(ProjectFile(source, in: ".").hasErrors)
  }

  @Test(
    "leaves out files, folders and patterns",
    arguments: [
      ("old", ["old/a.md", "old/b/c.md"], ["older/a.md", "a/old/b.md", "old.md"]),
      ("a.md", ["a.md"], ["b/a.md", "a.md.md"]),
      ("*.old.md", ["a.old.md", ".old.md"], ["b/a.old.md", "a.md"]),
      ("week*/x*.md", ["week1/x.md", "week/xyz.md"], ["week1/y.md", "week1/a/x.md"]),
      ("**/notes.md", ["notes.md", "a/notes.md", "a/b/notes.md"], ["a/b.md"]),
      ("a/**/b", ["a/b/x.md", "a/c/b/x.md"], ["a/c.md"]),
      ("a*b*c.md", ["abc.md", "aXbXbXc.md"], ["ab.md", "abcd.md"]),
      ("./a/../b", ["b/c.md"], ["a/c.md"]),
    ]
  )
  func exclusions(_ pattern: String, _ matching: [String], _ others: [String]) {
    let project = project("exclude: ['\(pattern)']")
    #expect(matching.filter { !project.excludes($0) } == [])
    #expect(others.filter(project.excludes) == [])
  }
}
