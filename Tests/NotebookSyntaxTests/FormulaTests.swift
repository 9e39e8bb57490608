import Documents
import NotebookSyntax
import Testing

@Suite("TeX comes through byte for byte")
struct FormulaTests {
  /// Every formula of a document, in the order of the source.
  private func formulas(_ markdown: String) -> [String] {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    var found: [Formula] = []
    for block in notebook.blocks + notebook.footnotes.flatMap(\.blocks) { collect(block, &found) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.tex.text)
  }

  private func collect(_ block: Block, _ found: inout [Formula]) {
    switch block.content {
    case .paragraph(let inlines): collect(inlines, &found)
    case .heading(let heading): collect(heading.inlines, &found)
    case .quote(let blocks): for block in blocks { collect(block, &found) }
    case .callout(let callout): for block in callout.blocks { collect(block, &found) }
    case .theorem(let theorem):
      collect(theorem.title, &found)
      for block in theorem.blocks { collect(block, &found) }
    case .list(let list):
      for item in list.items { for block in item.blocks { collect(block, &found) } }
    case .formula(let formula): found.append(formula)
    case .figure(let image): collect(image.inlines, &found)
    case .html(let parts):
      for case .formula(let formula) in parts { found.append(formula) }
    case .table(let table):
      for row in [table.header] + table.rows { for cell in row.cells { collect(cell, &found) } }
    default: break
    }
  }

  private func collect(_ inlines: [Inline], _ found: inout [Formula]) {
    for inline in inlines {
      switch inline {
      case .formula(let formula): found.append(formula)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        collect(inner, &found)
      case .link(let link): collect(link.inlines, &found)
      case .image(let image): collect(image.inlines, &found)
      default: break
      }
    }
  }

  /// TeX that Markdown would damage.
  private static let tex = [
    #"a_i b_i"#, #"x^* y^*"#, #"\{1, 2\}"#, #"a\_b"#, #"\frac{a}{b}"#, #"a < b & c > d"#,
    #"\text{if } x"#, #"\text{cost \$3 or $y$}"#, #"\left[ x \right]"#, #"[a](b)"#, #"![a]"#,
    #"<b>x</b>"#, #"\\[2pt] x"#, #"**x**"#, #"~~x~~"#, #"a | b"#, #"\| x \|"#, #"x' = x''"#,
    #"&amp; &lt;"#, #"http://a.b/c_d"#, #"x\ y\, z\; w"#, #"\%5"#, #"x\\y"#, "é_ü",
  ]

  private static let places: [(name: String, before: String, after: String)] = [
    ("a paragraph", "text ", " text\n"),
    ("a heading", "# ", "\n"),
    ("a list item", "- a\n- ", "\n"),
    ("a block quote", "> ", "\n"),
    ("a table's cell", "| a | b |\n|---|---|\n| ", " | c |\n"),
    ("a link's text", "[", "](u)\n"),
    ("emphasis", "*", "*\n"),
    ("raw HTML", "<div>\n", "\n</div>\n"),
    ("an element in a line", "a <span class=\"b\">", "</span>\n"),
    ("a footnote", "a[^1]\n\n[^1]: ", "\n"),
  ]

  @Test("an inline formula in any place", arguments: tex)
  func inline(_ tex: String) {
    for place in Self.places {
      #expect(formulas(place.before + "$\(tex)$" + place.after) == [tex], "in \(place.name)")
      #expect(formulas(place.before + "\\(\(tex)\\)" + place.after) == [tex], "in \(place.name)")
    }
  }

  @Test("a display formula in any place", arguments: tex)
  func display(_ tex: String) {
    for place in Self.places {
      #expect(formulas(place.before + "$$\(tex)$$" + place.after) == [tex], "in \(place.name)")
      #expect(formulas(place.before + "\\[\(tex)\\]" + place.after) == [tex], "in \(place.name)")
    }
  }

  @Test("a matrix over several lines, with a blank one, in containers")
  func matrix() {
    let lines = ["\\begin{bmatrix}", "1 & 2 \\\\", "- 3 & 4 \\\\", "", "> 5", "\\end{bmatrix}"]
    let tex = lines.joined(separator: "\n")
    #expect(formulas("$$\(tex)$$\n") == [tex])
    #expect(formulas("\(tex)\n") == [tex])
    #expect(formulas("<p>\n$\(tex)$\n</p>\n") == [tex])
    #expect(formulas("> " + ("$$" + tex + "$$").replacing("\n", with: "\n> ") + "\n") == [tex])
    #expect(formulas("- " + ("$$" + tex + "$$").replacing("\n", with: "\n  ") + "\n") == [tex])
  }

  @Test("what stands in code, in attributes and in addresses is no formula")
  func notFormulas() {
    let text = """
      `$a$` ``$b$`` <span title="$c$">d</span> [e](f$g$h) <!-- $i$ --> <code>$j$</code>

          $k$

      ```
      $l$
      ```

      <pre>
      $m$
      </pre>
      """
    #expect(formulas(text) == [])
  }

  @Test("values split a formula's TeX and leave the rest as it is")
  func values() throws {
    let notebook = NotebookParser.parse(
      SourceText(path: "a.md", text: #"$a_1 = \swift{f("}", [1: 2])} \cdot \swift{g { $0 }}$"#)
    )
    guard case .paragraph(let inlines)? = notebook.blocks.first?.content,
      case .formula(let formula)? = inlines.first
    else {
      Issue.record("no formula")
      return
    }
    #expect(
      formula.tex { "<\($0.expression.text)>" } == ##"a_1 = <f("}", [1: 2])> \cdot <g { $0 }>"##
    )
    #expect(notebook.pieces.count == 2)
  }
}
