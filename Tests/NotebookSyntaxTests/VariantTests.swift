import Documents
import NotebookSyntax
import Testing

@Suite("Parts for one variant alone")
struct VariantTests {
  private func parts(_ text: String) -> VariantParts {
    VariantParts(of: NotebookParser.parse(SourceText(path: "a.md", text: text)))
  }

  /// The text without what is for teachers, without blanks at the ends of lines.
  private func student(_ text: String) -> String {
    let source = parts(text).text { $0 == "teacher" }
    #expect(source.bytes.count == text.utf8.count)
    return source[0..<source.bytes.count].split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n")
  }

  @Test(
    "are cells with what they promise, sections, theorems, callouts, and what stands between comments",
    arguments: [
      (
        "a\n\n```swift only=teacher\n1\n```\n\n```output\n1\n```\n\nb\n",
        "a\n\n\n\n\n\n\n\n\n\nb\n"
      ),
      ("<!-- swift only=teacher\nlet a = 1\n-->\n\nb\n", "\n\n\n\nb\n"),
      (
        "## A {only=teacher}\n\na\n\n### B\n\nb\n\n## C\n\nc\n",
        "\n\n\n\n\n\n\n\n## C\n\nc\n"
      ),
      ("## A {#sec-a only=\"teacher\"}\n\na\n", "\n\n\n"),
      ("> [!SOLUTION] of it {only=teacher}\n> a\n\nb\n", "\n\n\nb\n"),
      ("> [!NOTE] {only=teacher}\n> a\n", "\n\n"),
      ("> [!EXERCISE] {#exr-a only=student}\n> a\n", "> [!EXERCISE] {#exr-a only=student}\n> a\n"),
      ("a\n\n<!-- only teacher -->\n\nb\n\n<!-- end only -->\n\nc\n", "a\n\n\n\n\n\n\n\nc\n"),
      ("<!-- only student -->\nb\n<!-- end only -->\n", "\nb\n\n"),
      (
        "> [!EXERCISE]\n> a\n>\n> > [!SOLUTION] {only=teacher}\n> > b\n>\n> c\n",
        "> [!EXERCISE]\n> a\n>\n>\n>\n>\n> c\n"
      ),
      (
        "> a\n>\n> ```swift only=teacher\n> > 1\n> ```\n> b\n", "> a\n>\n>\n>\n>\n> b\n"
      ),
      ("1. a\n\n   ```swift only=teacher\n   1\n   ```\n2. b\n", "1. a\n\n\n\n\n2. b\n"),
    ]
  )
  func parts(_ text: String, _ left: String) {
    #expect(parts(text).diagnostics == [])
    #expect(student(text) == left)
  }

  @Test(
    "need something that can be left out, and an end",
    arguments: [
      ("a {only=teacher}\n", ["1:9: nothing here can be left out"]),
      ("|a|\n|-|\n|b|\n: c {#tbl-c only=teacher}\n", ["4:18: nothing here can be left out"]),
      ("<!-- only teacher -->\n\na\n", ["1:1: this part is never ended"]),
      ("a\n\n<!-- end only -->\n", ["3:1: no part is open that could end here"]),
      (
        "> <!-- only teacher -->\n\n<!-- end only -->\n",
        [
          "1:3: this part is never ended", "3:1: no part is open that could end here",
        ]
      ),
    ]
  )
  func faults(_ text: String, _ messages: [String]) {
    #expect(
      parts(text).diagnostics.map { diagnostic in
        let place = diagnostic.start.map { "\($0.line):\($0.column): " } ?? ""
        return place + diagnostic.message
      } == messages
    )
  }

  @Test(
    "are not meant by other texts",
    arguments: [
      "the only=teacher\n", "`{only=teacher}`\n", "```python only=teacher\n1\n```\n",
      "<!-- only for teachers -->\n", "<!-- the end -->\n", "$only=1$\n",
    ]
  )
  func others(_ text: String) {
    let parts = parts(text)
    #expect(parts.parts.isEmpty && parts.comments.isEmpty && parts.diagnostics.isEmpty)
  }
}
