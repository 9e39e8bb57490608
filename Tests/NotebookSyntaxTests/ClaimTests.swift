import Documents
import NotebookSyntax
import Testing

@Suite("Formulas that are said to hold")
struct ClaimTests {
  private func notebook(_ text: String) -> Notebook {
    NotebookParser.parse(SourceText(path: "claim.md", text: text))
  }

  @Test(
    "have the word in the braces behind them, or behind the word 'math' of a fence",
    arguments: [
      ("$$x = x$$ {#eq-a holds for x > 0}", "eq-a", " for x > 0"),
      ("$$x = x$$ {holds}", nil, ""),
      (#"\[x = x\] {#eq-a holds to 1e-9}"#, "eq-a", " to 1e-9"),
      ("$$x = x$$ {#eq-a holds for x_{1} > 0}", "eq-a", " for x_{1} > 0"),
      ("```math {#eq-a holds}\nx = x\n```", "eq-a", ""),
    ] as [(String, String?, String)]
  )
  func words(text: String, label: String?, words: String) throws {
    let notebook = notebook(text + "\n")
    let formula = try #require(notebook.formulas.first)
    let claim = try #require(formula.claim)
    #expect(formula.label?.name == label)
    #expect(notebook.source[claim.words] == words)
    #expect(notebook.source[claim.range].hasPrefix("holds"))
    #expect(notebook.diagnostics.isEmpty)
  }

  @Test("stand alone: the word behind anything else is an error")
  func loose() {
    let diagnostics = notebook("# Head {#sec-a holds}\n").diagnostics
    #expect(diagnostics.contains { $0.identifier == "loose-claim" })
  }

  @Test("can be misspelt, which is told")
  func slip() {
    let diagnostics = notebook("$$x = x$$ {#eq-a hold}\n").diagnostics
    #expect(diagnostics.contains { $0.help?.contains("{#eq-a holds}") == true })
  }

  @Test("have letters whose meanings stand in the front matter or in a comment")
  func symbols() {
    let texts = [
      "---\nsymbols: |\n  z: vector of 3\n\n  x > 0\n---\n",
      "---\nsymbols:\n  - z: vector of 3\n  - x > 0\n---\n",
      "<!-- symbols\nz: vector of 3\nx > 0\n-->\n",
    ]
    for text in texts {
      let notebook = notebook(text)
      #expect(notebook.symbols.map(\.text) == ["z: vector of 3", "x > 0"])
      let areVerbatim = notebook.symbols.allSatisfy(\.isVerbatim)
      #expect(areVerbatim)
      #expect(notebook.symbols.map { notebook.source[$0.range] } == ["z: vector of 3", "x > 0"])
    }
  }

  @Test("can all be tried by 'holds: auto', and by no other value")
  func automatic() {
    #expect(notebook("---\nholds: auto\n---\n").frontMatter.triesFormulas)
    #expect(notebook("---\nholds: maybe\n---\n").diagnostics.count == 1)
  }
}
