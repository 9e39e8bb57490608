import Documents
import NotebookSyntax
import TestSupport
import Testing

@Suite("Names beside other scripts, and in two normal forms")
struct NameTests {
  /// Lines with references, and the labels that they refer to.
  private static let lines: [(text: String, names: [String])] = [
    ("参见@eq-a。", ["eq-a"]), ("式@eq-a を", ["eq-a"]), ("式 @eq-aより、@eq-aは。", ["eq-a", "eq-a"]),
    ("수식 @eq-a를 보라", ["eq-a"]), ("식@eq-a.", ["eq-a"]),
    ("（@eq-a）と「@eq-a」、@eq-a。", ["eq-a", "eq-a", "eq-a"]),
    ("参见[@eq-a]。", ["eq-a"]), ("ดู@eq-aแล้ว", ["eq-a"]), ("見よ-@eq-aまで", ["eq-a"]),
    ("参见@eq-損失関数を", ["eq-損失"]), ("参见@eq-損失", ["eq-損失"]), ("@Eq-aより", ["eq-a"]),
    ("見@eq-a-1より", ["eq-a-1"]), ("ａ@eq-aｂ", ["eq-a"]),
  ]

  @Test("a reference ends before characters that know no spaces", arguments: lines)
  func references(_ text: String, _ names: [String]) {
    let labels = ["eq-a", "eq-損失", "eq-a-1"].map { "$$ x $$ {#\($0)}\n\n" }.joined()
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: labels + text + "\n"))
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.referencedLabels.map(\.name) == names)
    for target in notebook.referencedLabels {
      #expect(notebook.source[target.range].lowercased() == "@" + target.name)
    }
  }

  @Test("a label that is missing is told without the words behind it")
  func missing() {
    #expect(messages("参见@eq-bより。\n") == ["error 1:7 unknown-label"])
    let error = NotebookParser.parse(SourceText(path: "a.md", text: "参见@eq-bより。\n")).diagnostics
      .first
    #expect(error?.message == "nothing is labelled 'eq-b'")
    #expect(messages("@eq-bより\n", isLabelledElsewhere: { $0 == "eq-b" }).isEmpty)
  }

  @Test("a citation ends there, too, and a person in other text is none")
  func citations() {
    let text = "---\nbibliography: a.bib\n---\n\n参见@doe2020によると、@山田2020。\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.citations.flatMap(\.items).map(\.key) == ["doe2020", "山田2020"])
    #expect(messages("a@eq-b.de and é@eq-b\n").isEmpty)
  }

  @Test("labels and keys are one in whatever normal form they are written")
  func normalForms() {
    let (composed, decomposed) = ("gr\u{F6}\u{DF}e", "gro\u{308}\u{DF}e")
    for (first, second) in [(composed, decomposed), (decomposed, composed)] {
      let text =
        "## One {#sec-\(first)}\n\n@sec-\(second), \\ref{eq-\(second)}\n\n$$ x $$ {#eq-\(first)}\n"
      let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
      #expect(notebook.diagnostics.isEmpty)
      let names = notebook.labels.map(\.name) + notebook.referencedLabels.map(\.name)
      for name in names { #expect(Array(name.utf8).suffix(7) == Array(composed.utf8).suffix(7)) }
      for label in notebook.labels { #expect(notebook.source[label.range].hasSuffix(first)) }
    }
    let cite = "---\nbibliography: a.bib\n---\n\n@\(decomposed)\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: cite))
    #expect(
      notebook.citations.first?.items.first.map { Array($0.key.utf8) } == Array(composed.utf8)
    )
  }
}

@Suite("Money, and mathematics that is left open")
struct MoneyTests {
  /// Lines with dollars, how many formulas there are, and what is said.
  private static let lines: [(text: String, formulas: Int, expected: [String])] = [
    ("10$ a month or 12$ a year", 0, []),
    ("10$/month or 12$/year", 0, ["warning 1:3 money-or-mathematics"]),
    ("It costs 10$, or 12$ with cream.", 0, ["warning 1:12 money-or-mathematics"]),
    ("(10$) and (12$)", 0, ["warning 1:4 money-or-mathematics"]),
    ("2$x$ and 3$y_1$ and 4$n + 5$", 3, []), ("for $5 and $6", 0, []),
    ("2$\\text{a b} 3$", 1, []),
    ("\\begin{align} x", 0, ["warning 1:1 unclosed-mathematics"]),
    ("$$ x", 0, ["warning 1:1 unclosed-mathematics"]),
    ("\\[ x_1 = a[1]", 0, ["warning 1:1 unclosed-mathematics"]),
    ("$`x", 0, ["warning 1:1 unclosed-mathematics"]), ("US$`x` and `y`", 0, []),
    ("\\[sic] and \\[^a] and \\[link](u)", 0, []),
  ]

  @Test("dollars that are money stay text, and what is left open is told", arguments: lines)
  func line(_ text: String, _ formulas: Int, _ expected: [String]) {
    #expect(messages(text + "\n") == expected)
    #expect(outline(text + "\n").count { $0.contains("Formula") } == formulas)
  }
}
