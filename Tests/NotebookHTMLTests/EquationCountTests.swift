import Documents
import Foundation
import NotebookSyntax
import TestSupport
import Testing
import Typesetting

@testable import NotebookHTML

@Suite("Equations")
struct EquationCountTests {
  private func draft(_ markdown: String, _ results: Results = [:]) -> PageDraft {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    return PageDraft(
      notebook,
      results.transcript(of: notebook),
      PageOptions(),
      setBy: .shared
    )
  }

  @Test(
    "have their numbers before the page is written",
    arguments: [
      ("$$ x $$ {#eq-a}", ["eq-a": "1"]),
      ("$$ x $$\n\n$$ y $$ {#eq-a}", ["eq-a": "1"]),
      ("$$ x \\label{eq-a} $$", ["eq-a": "1"]),
      ("$$ x \\tag{A} $$ {#eq-a}\n\n$$ y $$ {#eq-b}", ["eq-a": "A", "eq-b": "1"]),
      ("$$ x \\tag{$\\star$} \\label{eq-a} $$", ["eq-a": "$\\star$"]),
      ("\\begin{equation} x \\label{eq-a} \\end{equation}", ["eq-a": "1"]),
      ("\\begin{equation*} x \\end{equation*}\n\n$$ y $$ {#eq-a}", ["eq-a": "1"]),
      (
        """
        \\begin{align}
        a &= b \\label{eq-a} \\\\
        c &= d \\notag \\\\
        e &= f \\nonumber \\\\
        g &= h \\tag{T} \\label{eq-t} \\\\
        i &= j \\label{eq-b}
        \\end{align}

        $$ x $$ {#eq-c}
        """, ["eq-a": "1", "eq-t": "T", "eq-b": "2", "eq-c": "3"]
      ),
      (
        "\\begin{align*} x &= 1 \\tag{S} \\label{eq-a} \\\\ y &= 2 \\end{align*}\n\n$$ z $$ {#eq-b}",
        ["eq-a": "S", "eq-b": "1"]
      ),
      (
        "$\\newcommand{\\own}{\\tag{O}}$\n\n$$ x \\own \\label{eq-a} $$\n\n$$ y $$ {#eq-b}",
        ["eq-a": "O", "eq-b": "1"]
      ),
      (
        "$$ \\newcommand{\\named}{\\label{eq-a}} x \\named $$\n\n$$ y $$ {#eq-b}",
        ["eq-b": "2"]
      ),
      ("$$ \\wrong $$ {#eq-a}\n\n$$ y $$ {#eq-b}", ["eq-a": "1", "eq-b": "2"]),
      ("$$ x = \\swift{1} $$ {#eq-a}\n\n$$ y $$ {#eq-b}", ["eq-a": "1", "eq-b": "2"]),
      (
        "## Of $$ x \\label{eq-h} $$\n\n## B\n\n## C\n\n$$ y $$ {#eq-a}",
        ["eq-h": "1", "eq-a": "2"]
      ),
      (
        "Words[^n].\n\n[^n]: $$ x $$ {#eq-n}\n\n> - $$ y $$ {#eq-q}\n",
        ["eq-q": "1", "eq-n": "2"]
      ),
      ("---\nabstract: $$ x \\tag{A} $$\n---\n\n$$ y $$ {#eq-a}", ["eq-a": "1"]),
      (
        "| a |\n| - |\n| $$ x \\label{eq-t} $$ |\n\n: On $$ y \\label{eq-c} $$ {#tbl-a}\n",
        ["eq-c": "1", "eq-t": "2"]
      ),
      ("<p>$$ x \\label{eq-r} $$</p>\n\n$$ y $$ {#eq-a}", ["eq-r": "1", "eq-a": "2"]),
      ("See @sec-a.\n\n## Of $$ t $$ {#sec-a}\n\n$$ y $$ {#eq-a}", ["eq-a": "1"]),
    ]
  )
  func numbers(_ markdown: String, _ numbers: [String: String]) {
    let markdown = markdown + "\n\n\(numbers.keys.sorted().map { "\\eqref{\($0)}" })\n"
    let draft = draft(markdown)
    let found = draft.layout.equations.numbers.filter { numbers[$0.key] != nil }
    #expect(found == numbers)
    #expect(draft.writings == 1)
  }

  @Test("are counted among those that cells and values show")
  func shown() {
    let markdown = """
      ```swift
      table
      ```

      The \\swift{value} and $$ y $$ {#eq-a}

      See @eq-a.
      """
    let draft = draft(
      markdown,
      [
        0: [
          ["text/latex": "\\begin{align} a \\\\ b \\end{align}"],
          ["text/markdown": "Words with $x$ and\n\n\\begin{equation} z \\end{equation}"],
        ],
        1: [["text/markdown": "the value $v$"]],
      ]
    )
    #expect(draft.layout.equations.numbers == ["eq-a": "4"])
    #expect(draft.writings == 1)
  }

  @Test("are counted again where raw HTML takes one for text")
  func inPicture() {
    let draft = draft(
      "<svg><text>$$ x \\label{eq-x} $$</text></svg>\n\n$$ y $$ {#eq-a}\n\nSee @eq-a.\n"
    )
    #expect(draft.layout.equations.numbers == ["eq-a": "1"])
    #expect(draft.writings == 2)
  }

  @Test("are found as they are written", arguments: GoldenCase.all())
  func cases(_ example: GoldenCase) throws {
    let notebook = NotebookParser.parse(try example.source)
    let file = example.folder.appending(path: "results.json")
    let results = try (try? Data(contentsOf: file)).map(Results.init(json:)) ?? [:]
    let draft = PageDraft(
      notebook,
      results.transcript(of: notebook),
      PageOptions(),
      setBy: .shared
    )
    #expect(draft.writings == 1)
  }
}
