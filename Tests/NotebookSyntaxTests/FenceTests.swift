import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Fences")
struct FenceTests {
  @Test(
    "a fence of Swift is a cell however its word is written",
    arguments: [
      "swift", "Swift", "SWIFT", "{swift}", "{.swift}", "{ .swift }", "{swift echo=FALSE}",
      "swift{1,3}", "swift {1,3} nocopy", "swift:main.swift", "swift, nocopy",
      "swift highlight=[1, 2]", "swift showLineNumbers title=\"ignore\"", "swift title='a, fold'",
    ],
    ["```", "~~~"]
  )
  func swift(_ info: String, _ fence: String) {
    let text = "\(fence)\(info)\nlet a = 1\n\(fence)\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.diagnostics.isEmpty)
    guard case .cell(let cell)? = notebook.pieces.first else {
      Issue.record("not a cell")
      return
    }
    #expect(cell.code.text == "let a = 1" && cell.mode == .run && !cell.isFolded)
    #expect(cell.showsCode == !info.contains("FALSE"))
  }

  @Test("braces hold the words of a cell, and its label")
  func braces() throws {
    let text = "```{.swift #lst-half .big fold caption='A half'}\nlet a = 1\n```\nSee @lst-half.\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.diagnostics.isEmpty)
    guard case .cell(let cell)? = notebook.pieces.first else {
      Issue.record("not a cell")
      return
    }
    #expect(cell.label?.name == "lst-half" && cell.isFolded)
    #expect(cell.caption == [.text("A half")])
  }

  @Test(
    "an output fence is one however its word is written",
    arguments: ["output", "Output", "{output}", "{.output}", "output title=\"Terminal\" nocopy"]
  )
  func output(_ info: String) {
    let text = "```swift\n1\n```\n```\(info)\n1\n```\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.outputs.map(\.text.text) == ["1"])
  }

  @Test(
    "a slip of the pen in a fence's language is told at the word",
    arguments: [
      ("swfit", "swift"), ("siwft", "swift"), ("swit", "swift"), ("swiift", "swift"),
      ("{swfit}", "swift"), ("Swfit", "swift"), ("ouput", "output"), ("outptu", "output"),
    ]
  )
  func misspelt(_ info: String, _ meant: String) throws {
    let source = SourceText(path: "a.md", text: "```\(info) label=fig-a\n1\n```\n")
    let notebook = NotebookParser.parse(source)
    let warning = try #require(notebook.diagnostics.first)
    #expect(notebook.diagnostics.count == 1 && warning.severity == .warning)
    #expect(warning.help == "did you mean '\(meant)'?")
    let column = info.hasPrefix("{") ? 5 : 4
    #expect(warning.start == SourcePosition(line: 1, column: column))
  }

  @Test(
    "other languages are none of ours",
    arguments: [
      "", "sh", "shell", "swiftui", "shift", "text", "{r}", "python", "swiftdoc", "swift-repl",
      "js title=\"x\"", "{python} echo=false", "console", "input", "diff-swift", "outline",
    ]
  )
  func others(_ info: String) {
    let text = "```\(info)\n1\n```\n"
    #expect(messages(text).isEmpty)
    #expect(outline(text).first?.hasPrefix("Code ") == true)
  }

  @Test(
    "words near to ours are told, and others are passed over",
    arguments: [
      ("no_run", "no-run"), ("norun", "no-run"), ("compile_fail", "compile-fail"),
      ("lable=fig-a", "label"), ("Ignore", "ignore"), ("should_crash", "should-crash"),
      ("captoin=x", "caption"), ("ouput=false", "output"), ("nocopy", ""), ("{1,3}", ""),
      ("noplayground", ""), ("linenos", ""), ("startFrom=\"10\"", ""), (".numberLines", ""),
      ("wrap", ""), ("title=\"no_run\"", ""), ("id=lable", ""),
    ]
  )
  func words(_ word: String, _ meant: String) {
    let text = "```swift \(word)\n1\n```\n"
    let diagnostics = NotebookParser.parse(SourceText(path: "a.md", text: text)).diagnostics
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(diagnostics.map(\.help) == (meant.isEmpty ? [] : ["did you mean '\(meant)'?"]))
  }

  /// Documents with a fence in a fence, and what is said of it.
  private static let heldFences: [(text: String, expected: [String])] = [
    ("```swift\na\n\nText.\n\n```swift\nb\n```\n", ["error 6:1 fence-in-fence"]),
    ("```swift\na\n\n```sh\nls\n```\n", ["error 4:1 fence-in-fence"]),
    ("- ```swift\n  a\n\n  ```swift\n  b\n  ```\n", ["error 4:3 fence-in-fence"]),
    ("````swift\na\n```\n\nText.\n````\n", ["error 3:1 fence-in-fence"]),
    ("```swift\na\n    ```\n\nText.\n", ["error 3:5 fence-in-fence"]),
    ("````swift\na\n```\n", ["error 3:1 fence-in-fence"]),
    ("~~~swift\na\n~~~swift\nb\n~~~\n", ["error 3:1 fence-in-fence"]),
    ("~~~swift\na\n```\n~~~\n", ["error 3:1 fence-in-fence"]),
    ("```swift\na\n```\n```output\n1\n\n```swift\nb\n```\n", ["error 7:1 fence-in-fence"]),
    ("```sh\nls\n\n```swift\nb\n```\n", ["warning 4:1 fence-in-fence"]),
    ("```text\n```swift\n```\n", []),
    ("````markdown\n```swift\nb\n```\n````\n", []),
    ("```sh\ncat <<E\n```js\n```\n", []),
    ("````swift\nlet a = \"\"\"\n  ```swift\n  b\n  ```\n  \"\"\"\n````\n", []),
    ("````swift\nlet a = #\"\"\"\n```sh\n\"\"\"\n```\n\"\"\"#\n````\n", []),
    ("````swift\n/* ```\n```swift\n/* */ ``` */ let a = 1\n````\n", []),
    ("````swift\n/// ```\n/// f()\n/// ```\nfunc f() {}\n````\n", []),
    ("````swift\nlet q = \"a \\\" b\" // it's \"\"\"\n```\n````\n", ["error 3:1 fence-in-fence"]),
    ("```swift\na\n", ["error 1:1 unclosed-fence"]),
    ("```swift\nlet a = ~~~b\n~~~a\n```\n", []),
  ]

  @Test("a fence inside a fence is told at its line, unless it is quoted", arguments: heldFences)
  func held(_ text: String, _ expected: [String]) {
    #expect(messages(text) == expected)
  }

  @Test("a fence in a cell is told with both lines")
  func heldMessage() throws {
    let text = "# T\n\n```swift\nlet a = 1\na\n\nSome text.\n\n```swift\nlet b = 2\n```\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    let error = try #require(notebook.diagnostics.first)
    #expect(error.message == "line 9 opens a fence inside the cell of line 3")
    #expect(!notebook.canRun)
  }

  /// Fences whose captions hold backticks, in containers of all kinds.
  private static let containers: [(first: String, rest: String)] = [
    ("", ""), ("> ", "> "), ("- ", "  "), ("1. > ", "   > "), ("Text.\n", ""), ("  ", "  "),
  ]

  @Test("a caption takes code, values and formulas", arguments: containers, ["```", "~~~"])
  func caption(_ container: (first: String, rest: String), _ fence: String) {
    let (first, rest) = container
    let lines = [
      first + fence + #"swift label=fig-a caption="The `f`, `{swift} n` and $x_1$""#,
      rest + "let n = 1", rest + fence, rest, rest + "After it $y$ and `code`.", "",
    ]
    let text = lines.joined(separator: "\n")
    #expect(messages(text) == [])
    let found = outline(text).map { $0.drop { $0 == " " } }
    for line in [
      #"Cell #fig-a "let n = 1""#, #"InlineCode "f""#, #"Value "n""#, #"Formula "x_1""#,
      #"Formula "y""#, #"InlineCode "code""#,
    ] {
      #expect(found.contains(line[...]), "\(line)")
    }
  }

  @Test("backticks in another language's title keep the fence")
  func otherTitle() {
    let text = "```js title=\"The `f`\"\nf()\n```\n\n# After `g`\n"
    #expect(outline(text).filter { !$0.hasPrefix(" ") } == ["Code js \"f()\\n\"", "Heading 1"])
  }

  /// Lines that begin like a fence and are code spans, or hold a backtick where none can be.
  private static let lines: [(text: String, expected: [String])] = [
    ("```swift `a` ```\n", []), ("```a`b```\n", []), ("``` `a` ```\n", []),
    ("```swift fold `a`\n1\n```\n\n`b`\n", ["error 1:15 backtick-in-fence"]),
    ("```swift `a\n1\n```\n", ["error 1:10 backtick-in-fence"]),
    ("```output `\n1\n```\n", ["error 1:11 backtick-in-fence"]),
    ("```swift caption=\"The `f`\n1\n```\n", ["error 1:18 unclosed-quote"]),
  ]

  @Test("a backtick that cannot stand in a fence is told, and ends nothing", arguments: lines)
  func backtick(_ text: String, _ expected: [String]) {
    #expect(messages(text).filter { !$0.contains("-of-") } == expected)
    #expect(outline(text).contains { $0.hasPrefix("Code ") } == false)
  }

  @Test(
    "a slip in a value is told at the word, and the value is one all the same",
    arguments: ["{swfit} n", "{Swift} n", "{ swift } n", "{SWIFT}n"]
  )
  func values(_ code: String) throws {
    let source = SourceText(path: "a.md", text: "Of `\(code)`=5 rows.\n")
    let notebook = NotebookParser.parse(source)
    guard case .value(let value)? = notebook.pieces.first else {
      Issue.record("no value")
      return
    }
    #expect(value.expression.text == "n" && value.written?.text == "5")
    let isRight = code.contains("swift ")
    #expect(notebook.diagnostics.count == (isRight ? 0 : 1))
    #expect(
      notebook.diagnostics.allSatisfy {
        $0.severity == .warning && $0.help?.contains("{swift}") == true
      }
    )
  }

  @Test(
    "code that only looks like a value is code",
    arguments: ["{shift} n", "{swfit}", "{r} n", "{swift"]
  )
  func noValues(_ code: String) {
    let text = "A `\(code)` here.\n"
    #expect(messages(text).isEmpty)
    #expect(outline(text).contains("  InlineCode \"\(code)\""))
  }

  @Test("a slip of a command is told, unless it is a macro")
  func commands() {
    #expect(
      messages(#"$\Swift{n}$ and $a \swfit {n}$"# + "\n").map { $0.split(separator: " ")[1] } == [
        "1:2", "1:20",
      ]
    )
    #expect(messages(#"$\newcommand{\Swift}[1]{#1}\Swift{n}$"# + "\n").isEmpty)
    #expect(messages(#"$\def\Swift{n} \Swift{}$"# + "\n").isEmpty)
    #expect(messages("---\nmacros: {Swift: x}\n---\n\n$\\Swift{n}$\n").isEmpty)
    #expect(messages(#"$\swift {1} \shift{n} \swap{n}$"# + "\n").isEmpty)
  }

  @Test("a comment with a slip is told, and one that speaks of Swift is not")
  func comments() {
    #expect(messages("<!-- swfit\nlet a = 1\n-->\n") == ["warning 1:6 unknown-fence-language"])
    #expect(messages("<!-- Swift\nlet a = 1\n-->\n") == ["warning 1:6 unknown-fence-language"])
    #expect(messages("<!-- Swift is a language -->\n\n<!-- Swift -->\n").isEmpty)
  }
}
