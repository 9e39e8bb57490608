import Documents
import NotebookSyntax
import TestSupport
import Testing

/// Documents for which an obvious reader would take time, memory or stack out of all proportion.
@Suite("Hostile input")
struct HostileInputTests {
  private func parse(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  @Test(
    "what opens and is never closed gives the page that cmark-gfm gives",
    arguments: [
      "a <? b <? c\n", "a <!A b <!B c > d <!C e\n", "a <![CDATA[ b <![CDATA[ c ]]> d <![CDATA[ e\n",
      "a <!-- b <!-- c --> d <!-- e\n", "> a <? b\n> c <? d ?> e <?\n", "<p>\na <? b\n</p>\n",
      "a `` b ` c ``` d ` e `` f ```` g\n", "| a `` b | ` c |\n|---|---|\n| ` d | e `` f |\n",
      "* * * * a\n", "- - - * - -\n", "* * *\n", "- * * *\n", "* - - -a\n",
      "1. a\n   - b\n     - c\n\n       d\n   - e\n\n     f\n", "-\ta\n\t- b\n\n\t\tc\n",
      "````markdown a`b\nc\n",
    ]
  )
  func asPlainMarkdown(_ markdown: String) throws {
    #expect(try NotebookOutline(parse(markdown)).lines == CMarkProgram.outline(markdown))
  }

  @Test("code between more than eighty backticks is text, as for cmark-gfm", arguments: [80, 81])
  func longBackticks(_ length: Int) throws {
    let marks = String(repeating: "`", count: length)
    let markdown = "a \(marks)$x$\(marks) b\n"
    let formulas = parse(markdown).hasFormulas
    #expect(formulas == (length > 80))
  }

  @Test(
    "an environment ends where its own name ends it, however many there are",
    arguments: [
      (
        #"\begin{a} x \begin{b} y \end{b} \end{a} z"#, [#"\begin{a} x \begin{b} y \end{b} \end{a}"#]
      ),
      (#"\begin{a} x \begin{a} y \end{a} z"#, [#"\begin{a} y \end{a}"#]),
      ("\\begin{a} x\n\n\\begin{b}\n\ny \\end{b}", ["\\begin{b}\n\ny \\end{b}"]),
      ("\\begin{a} x\n\n# h\n\n\\end{a} \\begin{b} y \\end{b}", [#"\begin{b} y \end{b}"#]),
      ("> \\begin{a} x\n\n\\end{a}\n", []),
      ("> \\begin{a} x\n>\n> \\end{a}\n", ["\\begin{a} x\n\n\\end{a}"]),
    ]
  )
  func environments(_ markdown: String, _ expected: [String]) {
    #expect(Self.formulas(in: parse(markdown).blocks) == expected)
  }

  @Test("a dollar in a text is still the text's beside a few that are never closed")
  func dollarsInTexts() {
    let open = String(repeating: #"$\text{a} "#, count: 3)
    let notebook = parse(open + "\n\n" + #"$x \text{ if $y$}$"# + "\n")
    #expect(Self.formulas(in: notebook.blocks).last == #"x \text{ if $y$}"#)
  }

  @Test("a dollar in an expression is still the expression's beside a few that are never closed")
  func dollarsInExpressions() {
    let open = String(repeating: #"$\swift{a "#, count: 4)
    let notebook = parse(open + #"and $\swift{a.map { $0 }}$"# + "\n")
    #expect(Self.formulas(in: notebook.blocks).last == #"\swift{a.map { $0 }}"#)
  }

  @Test("aliases in moderation are read")
  func aliases() {
    let notebook = parse("---\nauthor: &me A. Noether\nabstract: *me\n---\n")
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.frontMatter.abstract == "A. Noether")
  }

  @Test(
    "a table of a thousand columns is a table, and a wider one an error",
    arguments: [1000, 1001]
  )
  func wideTable(_ columns: Int) {
    let row = String(repeating: "a|", count: columns) + "\n"
    let notebook = parse("x\n\n" + row + row.replacing("a", with: "-") + row)
    let isWide = columns > 1000
    #expect(notebook.diagnostics.map(\.identifier) == (isWide ? ["wide-table"] : []))
    #expect(notebook.diagnostics.allSatisfy { $0.start == SourcePosition(line: 4, column: 1) })
    guard notebook.blocks.count == 2, case .table = notebook.blocks[1].content else {
      #expect(isWide)
      return
    }
    #expect(!isWide)
  }

  @Test("rows that lack a million cells are an error")
  func missingCells() {
    let row = String(repeating: "a|", count: 900) + "\n"
    let rows = String(repeating: "|\n", count: 1200)
    let notebook = parse(row + row.replacing("a", with: "-") + rows)
    #expect(notebook.diagnostics.map(\.identifier) == ["wide-table"])
  }

  @Test("notebooks that are quoted have the places of the document around them")
  func quotedNotebooks() {
    let quoted = "````markdown notebook\n# A\n\n@eq-none\n````\n\n"
    let notebook = parse("x\n\n" + quoted + quoted)
    #expect(notebook.quotedNotebooks.map(\.contentStart) == [25, 67])
    let inner = notebook.quotedNotebooks.map { NotebookParser.parse($0) }
    #expect(inner.map { $0.diagnostics.first?.start?.line } == [6, 12])
    #expect(inner.map(\.blocks.count) == [2, 2])
    #expect(inner.map { $0.source.position(at: .max).line } == [6, 12])
  }

  private static func formulas(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.content {
      case .formula(let formula): [formula.tex.text]
      case .quote(let blocks): formulas(in: blocks)
      case .paragraph(let inlines):
        inlines.compactMap { if case .formula(let formula) = $0 { formula.tex.text } else { nil } }
      default: []
      }
    }
  }
}
