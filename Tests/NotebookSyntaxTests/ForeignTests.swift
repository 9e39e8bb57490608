import Documents
import NotebookSyntax
import Testing

@Suite("Marks of other programs")
struct ForeignTests {
  private static func parse(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  /// Text with such a mark, and where it is told.
  private static let marks: [(text: String, places: [String])] = [
    ("::: {.callout-note}\nText.\n:::\n", ["1:1"]),
    ("- ::: warning\n  Text.\n  :::\n", ["1:3"]),
    (":::{note} Title\nText\n:::\n", ["1:1"]),
    ("A {{< video https://a.org >}} and {{% note %}}.\n", ["1:3", "1:35"]),
    ("{% include a.html %}\n", ["1:1"]),
    ("{{#include a.rs}}\n", ["1:1"]),
    ("See :ref:`x` and {numref}`y`.\n", ["1:5", "1:18"]),
    ("An ==important== word.\n", ["1:4"]),
    ("A [[Page]], [[Some page|words]] and ![[image.png]].\n", ["1:3", "1:13", "1:38"]),
    ("Well done :tada: and :+1:\n", ["1:11", "1:22"]),
    ("Term\n:   What it is\n", ["2:1"]),
    ("Term\n\n:   What it is\n", ["3:1"]),
    ("$x$\n\n: A caption of nothing\n", ["3:1"]),
    ("E = mc^2^ and H~2~O and 3^rd^\n", ["1:7", "1:16", "1:26"]),
    ("Text^[a note in the line] here.\n", ["1:5"]),
    ("A [link](u){.button} and [words]{.small}.\n", ["1:12", "1:33"]),
    ("A paragraph. {.lead}\n", ["1:14"]),
    ("`<b>`{=html} and `x`{.swift}\n", ["1:6", "1:21"]),
    ("{++new++} {--old--} {>>why<<}\n", ["1:1", "1:11", "1:21"]),
    ("!!! note \"Title\"\n    Text.\n", ["1:1"]),
    ("=== \"Tab\"\n", ["1:1"]),
    ("[TOC]\n\n[[toc]]\n", ["1:1", "3:1"]),
    ("Text\n{: .wide}\n", ["2:1"]),
    ("(my-label)=\n# A\n", ["1:1"]),
    ("*[HTML]: Hypertext\n", ["1:1"]),
    ("+---+---+\n| a | b |\n+---+---+\n", ["1:1", "3:1"]),
    ("A \\textbf{word}, \\cite{key} and \\section{A}\n", ["1:3", "1:18", "1:33"]),
    ("$$ x $$ (eq-x)\n", ["1:9"]),
    ("A <!-- never closed\n", ["1:3"]),
    ("A `{python} x` of others.\n", ["1:4"]),
    ("A [t][$x$].\n\n[$x$]: https://a.org\n", ["3:2"]),
    ("```{note}\nText\n```\n", ["1:5"]),
    ("```{python}\n1\n```\n\n```{=html}\n<b>\n```\n\n```mermaid\na\n```\n", ["1:5", "5:5", "9:4"]),
    ("```{math}\n:label: x\nx\n```\n", ["2:1"]),
    ("> A ==word== in a quote\n\n| a ==b== |\n| - |\n| :tada: |\n", ["1:5", "3:5", "5:3"]),
    ("# A ==heading==\n", ["1:5"]),
  ]

  @Test("are told where they stand, to who makes a page", arguments: marks)
  func told(_ text: String, _ places: [String]) {
    let notebook = Self.parse(text)
    #expect(notebook.foreignMarks.map { $0.start?.description } == places)
    #expect(notebook.foreignMarks.allSatisfy { $0.severity == .warning && $0.help != nil })
    #expect(notebook.diagnostics == [])
  }

  @Test(
    "are none in ordinary text, in code and in formulas",
    arguments: [
      "At 10:30:45 in a:b:c, std::vector::size, a :: b, http://a.org/:c:d, and 1:2:3.",
      "a == b == c, x==1 and y==2, (==), `==x==`, a==b, c== d",
      "5 ^ 3 ^ 2, x^2 and y^3, [^a-z]+, ^start and end$, C^, ^_^",
      "~/.bashrc and ~/bin, x ~ y ~ z, about ~5 and ~6, ~~struck~~",
      "[[1, 2], [3, 4]], the type [[Int]], [[String: Int]], a[[0]], [[a](u)](v), [[x]: y]",
      "{x}, {a: 1}, {{ }}, {{name}}, {\"a\": 1}, a{b}c, f(x) { y }, 100%, {% of it",
      "!!! Do not, ???, !!!, ??? what, === a, +++, C++ and B++, +--",
      "(a)= b, f(x)=\ny, (see)\n=, *[a] b, %d, (1)= x",
      "\\n, \\t{x}, C:\\section, \\textbf, \\{a}, \\alpha{x}",
      "$x^2^$ and $a==b==c$ and $\\textbf{x}$ and $[[a]]$ and $x~2~y$",
      "$$\n(a)=\n:   x\n=== \"\n{: x}\n$$",
      "```text\n::: note\n{{< a >}}\n==x==\n```",
      "    ::: note\n    ==x==",
      "<div>\n==x== :tada: {{< a >}}\n</div>",
      "| a |\n| - |\n| b |\n\n: A caption {#tbl-a}",
      "A list:\n: and so on",
      "![A](data:,){#fig-a width=50%} and {#sec-none and [x]{ and (y){z}",
      "```{.python}\nx\n```\n\n```python\nx\n```\n\n~~~swift\n1\n~~~",
      "A <!-- remark --> in a line, <!-- another\nover two lines --> and so on.",
      "[r]: https://a.org/==x== ':tada:'\n\nSee [r] and [us$]: that.",
      "\\:tada: \\==x== \\[[Page]] \\{{< a >}} \\::: a",
      "A : tada :, :tada, tada:, a:tada:b, :tada:x, ::tada::",
      "@alice and [@bob], a@b.org",
    ]
  )
  func ordinary(_ text: String) {
    let text = text + "\n"
    let told = Self.parse(text).foreignMarks.map { "\($0.start?.description ?? "") \($0.message)" }
    // A line of a definition is one wherever it stands.
    #expect(told.filter { !$0.contains("definition") || !text.hasPrefix("A list") } == [])
  }

  @Test(
    "front matter in another language is told",
    arguments: [
      ("+++\ntitle = \"A\"\ndate = 2020-01-01\n+++\n\nText.\n", "TOML"),
      ("{\n  \"title\": \"A\"\n}\n\nText.\n", "JSON"),
      (";;;\n\"title\": \"A\"\n;;;\nText.\n", "JSON"),
    ]
  )
  func frontMatter(_ text: String, _ language: String) {
    let notebook = Self.parse(text)
    #expect(
      notebook.diagnostics.map(\.message) == [
        "front matter is YAML, so this \(language) is text of the page"
      ]
    )
  }

  @Test(
    "lines that only look like front matter are text",
    arguments: ["+++\nText\n+++\n", "{\n\"a\": 1\n}\n", "{\nText\n", "+++\na = b\n+++\n"]
  )
  func noFrontMatter(_ text: String) {
    #expect(Self.parse(text).diagnostics == [])
  }

  @Test("options of Quarto's in a cell are told with what is written here")
  func options() {
    let text = """
      ```{swift}
      #| label: fig-a
      #| fig-cap: "Words"
      //| echo: false
      #| layout
      let text = \"\"\"
        #| label: x
        \"\"\"
      // | a | table |
      //| a table |
      ```

      ```swift ignore
      #| label: fig-a
      ```

      """
    let notebook = Self.parse(text)
    #expect(
      notebook.diagnostics.map { "\($0.severity) \($0.start?.description ?? "") \($0.help ?? "")" }
        == [
          "error 2:1 write 'label=fig-a' behind 'swift' in the fence",
          "error 3:1 write 'caption=\"Words\"' behind 'swift' in the fence",
          "warning 4:1 write 'echo=false' behind 'swift' in the fence",
          "error 5:1 take the line out; what a cell can be told stands behind 'swift' in its fence",
        ]
    )
  }

  @Test(
    "raw HTML that takes in all that follows is an error where it begins",
    arguments: [
      ("A.\n\n<!-- open\n\nB.\n", "3:1"), ("<pre>\nA\n\n```swift\n1\n```\n", "1:1"),
      ("<script>\nA\n", "1:1"), ("- <!-- open\n\nB.\n", "1:3"), ("<style>\na\n\n", "1:1"),
      ("<?php\n", "1:1"),
    ]
  )
  func unclosed(_ text: String, _ place: String) {
    #expect(messages(text) == ["error \(place) unclosed-markup"])
  }

  @Test(
    "raw HTML that ends is right",
    arguments: [
      "<!-- a\n\n--> b\n", "<!-- a -->\n", "<!-->\n", "<pre>a</pre>\n", "<script>x\n\n</script>\n",
      "<?php x ?>\n", "<!DOCTYPE html>\n", "<div>\nA\n", "<![CDATA[ a ]]>\n", "<PRE>\n</pre>\n",
    ]
  )
  func closed(_ text: String) {
    #expect(messages(text) == [])
  }

  @Test("a cell of Jupyter's is told to who verifies, too")
  func codeCell() {
    #expect(messages("```{code-cell} swift\n1\n```\n") == ["warning 1:5 unknown-fence-language"])
    #expect(messages("```{code-cell} python\n1\n```\n") == [])
  }

  @Test("links in captions and titles find the addresses of the document")
  func captionLinks() {
    let text = """
      ---
      title: About [this][R x] and [that]
      ---
      ```swift label=fig-a caption="See [words][r  X], [that] and [none]."
      1
      ```

      [R X]: https://a.org 'Title'
      [that]: <https://b.org>

      """
    let dump = Self.parse(text).dump
    #expect(dump.matches(of: /Link [^\n]*https:\/\/a\.org/).count >= 1)
    #expect(Self.parse(text).diagnostics == [])
    let cell = Self.parse(text).pieces.lazy.compactMap { piece -> Cell? in
      if case .cell(let cell) = piece { cell } else { nil }
    }.first
    let links = (cell?.caption ?? []).compactMap { inline -> String? in
      if case .link(let link) = inline { link.destination } else { nil }
    }
    #expect(links == ["https://a.org", "https://b.org"])
    let title = (Self.parse(text).frontMatter.titleText ?? []).compactMap { inline -> String? in
      if case .link(let link) = inline { link.destination } else { nil }
    }
    #expect(title == ["https://a.org", "https://b.org"])
  }

  @Test("'math: true' is told what 'math' takes, and changes nothing")
  func mathematics() {
    #expect(messages("---\nmath: true\n---\n$x$\n") == ["warning 2:7 front-matter"])
    #expect(messages("---\nmath: false\n---\n$x$\n") == ["error 2:7 front-matter"])
    #expect(messages("---\nmath: katex\n---\n$x$\n") == ["error 2:7 front-matter"])
    let help = Self.parse("---\nmath: true\n---\n").diagnostics.first?.help ?? ""
    #expect(help.contains("math: svg") && help.contains("math: browser"))
  }

  @Test("other programs' words for callouts are answered with ours")
  func callouts() {
    let help = Self.parse("> [!INFO] Title\n> Text\n").diagnostics.first?.help
    #expect(help == "did you mean [!NOTE]?")
    #expect(Self.parse("> [!TIP]+ Title\n> Text\n").diagnostics == [])
  }

  @Test("names of footnotes that are a letter long are not taken for each other")
  func shortFootnotes() {
    let help = Self.parse("A[^a].\n\nB[^b].\n\n[^b]: Note.\n").diagnostics.first?.help
    #expect(help == #"define it as '[^a]: …', or write [\^a] for this text"#)
  }
}
