import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("The head of a document, and what a merge left")
struct HeadTests {
  /// Documents with front matter that is not where or as it should be.
  private static let wrongHeads: [(text: String, expected: [String])] = [
    ("---\ntitle: A\nauthor: Me\n\n# T\n", ["error 1:1 front-matter"]),
    ("---\ntitle: A\n# T\n", ["error 1:1 front-matter"]),
    ("--- \r\ntitle: A\r\n\r\nText\r\n", ["error 1:1 front-matter"]),
    ("\u{FEFF}---\nlayout: page\n\nText\n", ["error 1:1 front-matter"]),
    ("---\nauthors:\n- A\n- B\n\nText\n", ["error 1:1 front-matter"]),
    ("\n---\ntitle: A\n---\n\n# T\n", ["error 2:1 late-front-matter"]),
    ("\n\n---\ntitle: A\n\n# T\n", ["error 3:1 late-front-matter"]),
    ("<!-- c -->\n---\ntitle: A\n---\n", ["error 2:1 late-front-matter"]),
    ("<!-- c\n\nd -->\n\n---\ntitle: A\n...\n", ["error 5:1 late-front-matter"]),
    ("# T\n\n---\ntitle: A\nauthor: B\n---\n\nText\n", ["error 3:1 late-front-matter"]),
    ("---\ntitle: A\n---\n---\nauthor: B\n---\n", ["error 4:1 late-front-matter"]),
    ("---\r\ntitle: A\r\n---\r\n\r\n---\r\ntoc: true\r\n---\r\n", ["error 5:1 late-front-matter"]),
  ]

  @Test("front matter that is open, late or doubled is told at its line", arguments: wrongHeads)
  func wrong(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }

  /// Documents whose marks are Markdown's.
  private static let thematicBreaks = [
    "---\n\nText: here.\n", "---\nNote: this follows a break.\n", "---\nA heading\n---\n\nText\n",
    "---\n", "---\n\n---\n\nText\n", "Text\n\n---\n\nTitle: of a book\n",
    "# T\n\n---\n\ntitle: x\n",
    "A\n---\ntitle: A\n---\n", "- a\n\n  ---\n  title: A\n  ---\n",
    "Text\n\n---\nDate: today\n---\n",
    "```yaml\n---\ntitle: A\nauthor: B\n---\n```\n", "    ---\n    title: A\n",
    "***\ntitle: A\n***\n",
    "---\nA: b\n\nText with more words\n\n---\n",
    "> ---\n> title: A\n> author: B\n> ---\n",
  ]

  @Test("a thematic break and a heading are no front matter", arguments: thematicBreaks)
  func breaks(_ text: String) throws {
    #expect(messages(text).isEmpty)
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.frontMatter.range == nil)
    #expect(try NotebookOutline(notebook).lines == CMarkProgram.outline(text))
  }

  @Test(
    "front matter ends as it may",
    arguments: [
      "---\ntitle: A\n---\n", "---\ntitle: A\n...\n", "---  \ntitle: A\n--- \t\n",
      "\u{FEFF}---\r\ntitle: A\r\n---\r\n", "---\n\ntitle: A\n---\n",
      "---\n# c\ntitle: A\n\nlang: en\n---",
      "---\n{title: A, lang: en}\n---\n", "---\n\"title\": A\n---\n",
    ]
  )
  func right(_ text: String) {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text + "\nText\n"))
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.frontMatter.title == "A")
  }

  /// Documents with what a merge left.
  private static let merges: [(text: String, expected: [String])] = [
    ("# T\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n", ["error 3:1 merge-conflict"]),
    ("<<<<<<< a\nA\n||||||| c\nB\n=======\nC\n>>>>>>> b\n", ["error 1:1 merge-conflict"]),
    ("```swift\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n```\n", ["error 2:1 merge-conflict"]),
    ("- a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> b\n", ["error 2:1 merge-conflict"]),
    ("<!-- swift\n<<<<<<< HEAD\nA\n-->\n", ["error 2:1 merge-conflict"]),
    ("<div>\n<<<<<<< HEAD\nA\n</div>\n", ["error 2:1 merge-conflict"]),
    ("A\n<<<<<<<\nB\n>>>>>>>\n", ["error 2:1 merge-conflict"]),
    ("A\n=======\nB\n\n>>>>>>> feature\n", ["error 2:1 merge-conflict"]),
    (
      "<<<<<<< a\r\nA\r\n=======\r\nB\r\n>>>>>>> b\r\n<<<<<<< a\n",
      [
        "error 1:1 merge-conflict", "error 6:1 merge-conflict",
      ]
    ),
    ("```text\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n```\n", []),
    ("```diff\n<<<<<<< HEAD\n```\n", []), ("    <<<<<<< HEAD\n", []), ("A\n=======\n", []),
    (">>>>>>> a\n", []), ("`<<<<<<< HEAD`\n", []), ("<<<<<<<< a\n", []), ("a <<<<<<< b\n", []),
    ("| a |\n| - |\n||||||| b\n", []),
  ]

  @Test("what a merge left is told at its first mark, unless it is quoted", arguments: merges)
  func conflicts(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }

  @Test("a conflict names the lines that must go")
  func conflictHelp() {
    let text = "A\n\n<<<<<<< a\nA\n||||||| c\nB\n=======\nC\n>>>>>>> b\n"
    let error = NotebookParser.parse(SourceText(path: "a.md", text: text)).diagnostics.first
    #expect(error?.help == "keep what is right, and take lines 3, 5, 7 and 9 out")
  }

  @Test("aliases that multiply are an error, and those that do not are none")
  func aliases() {
    func yaml(_ depth: Int, key: String) -> String {
      var text = "---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
      for level in 1..<max(depth, 1) {
        let list = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        text += "\(key)\(level): &a\(level) [\(list)]\n"
      }
      return text + "---\n\nText\n"
    }
    #expect(messages(yaml(40, key: "a")).map { $0.split(separator: " ").last } == ["front-matter"])
    #expect(messages(yaml(3, key: "a")).isEmpty)
    // The same name over and over again, and aliases as keys.
    let same =
      "---\na: &a [x, x]\n" + (0..<40).map { "b\($0): &a [*a, *a]\n" }.joined() + "---\n\nT\n"
    #expect(messages(same).map { $0.split(separator: " ").last } == ["front-matter"])
    let keys =
      "---\na0: &a0 [x, x]\n"
      + (1..<40).map { "? &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n: x\n" }.joined() + "---\n\nT\n"
    #expect(messages(keys).map { $0.split(separator: " ").last } == ["front-matter"])
  }

  @Test("YAML nested ten thousand deep is an error, not a crash")
  func deepYAML() {
    let text = "---\ntitle: A\na: " + String(repeating: "[", count: 10_000) + "\n---\n\nText\n"
    #expect(messages(text).map { $0.split(separator: " ").last } == ["front-matter"])
  }
}
