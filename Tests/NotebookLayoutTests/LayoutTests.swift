import Bibliography
import Documents
import NotebookSyntax
import NotebookTranscript
import Testing

@testable import NotebookLayout

@Suite("A laid-out notebook")
struct LayoutTests {
  private func layout(_ markdown: String, _ settings: LayoutSettings = LayoutSettings())
    -> LaidOutNotebook
  {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    return LaidOutNotebook(notebook, Transcript(), settings)
  }

  private let document = """
    ---
    numbering: true
    bibliography: refs.bib
    ---
    # On Softmax

    ## The *map* {#sec-map}

    By @sec-map, [@eq-a; @eq-b], @thm-one, @fig-none and [see @bridle1990, p. 3].

    $$ a $$ {#eq-a}

    ### Its $J$

    $$ b $$ {#eq-b}

    > [!THEOREM] {#thm-one}
    > It sums to one.

    ![A picture of @eq-b](a.png){#fig-a}

    ## The map
    """

  private let bibliography = Bibliography([
    SourceText(
      path: "refs.bib",
      text: "@book{bridle1990, author = {Bridle, John}, title = {T}, publisher = {P}, year = 1990}"
    )
  ])

  @Test("knows its title, and the names and numbers of its headings")
  func outline() {
    let layout = layout(document, LayoutSettings(bibliography: bibliography))
    #expect(layout.title.title.plainText == "On Softmax")
    #expect(layout.outline.sections.map(\.anchor) == ["sec-map", "its-j", "the-map"])
    #expect(layout.outline.sections.map(\.number) == ["1", "1.1", "2"])
    #expect(layout.referencesSection?.anchor == nil)
    #expect(layout.contents.map(\.inlines.plainText) == ["The map", "Its J", "The map"])
  }

  @Test("numbers what has a label, and leads to it")
  func numbers() {
    let layout = layout(document)
    #expect(
      layout.numbers == ["eq-a": "1", "eq-b": "2", "thm-one": "1", "fig-a": "1"]
    )
    #expect(layout.target(named: "eq-b") == LabelTarget(address: "#eq-b", number: "2"))
    #expect(layout.target(named: "sec-map")?.number == "1")
    #expect(layout.target(named: "fig-none") == nil)
  }

  @Test("tells what its references and citations say")
  func references() {
    let layout = layout(document, LayoutSettings(bibliography: bibliography))
    let context = TextContext(layout)
    let words = layout.notebook.blocks.compactMap { block in
      if case .paragraph(let inlines) = block.content { context.plainText(inlines) } else { nil }
    }
    let space = Words.noBreakSpace
    #expect(
      words.first
        == "By Section\(space)1, Equations\(space)1 and 2, Theorem\(space)1, @fig-none and "
        + "(see Bridle, 1990, p. 3)."
    )
    #expect(layout.references.entries.map(\.key) == ["bridle1990"])
    #expect(layout.diagnostics.isEmpty)
  }

  @Test("tells what it cites and the bibliography does not have")
  func unknownCitation() {
    let layout = layout(
      "---\nbibliography: refs.bib\n---\nBy @bridel1990.",
      LayoutSettings(bibliography: bibliography)
    )
    #expect(layout.diagnostics.map(\.help) == ["did you mean '@bridle1990'?"])
  }

  @Test("numbers equations as what sets them counts")
  func counted() {
    let layout = layout(
      "$$ a \\rows $$ {#eq-a}\n\n$$ b $$ {#eq-b}\n",
      LayoutSettings(tex: RowCounter())
    )
    #expect(layout.equations.numbers == ["eq-a": "1", "eq-b": "3"])
  }

  @Test("whose titles refer to each other says them without end")
  func circle() {
    let layout = layout("# T\n\n## A @sec-b {#sec-a}\n\n## B @sec-a {#sec-b}\n")
    let context = TextContext(layout)
    #expect(context.plainText(layout.outline.sections[0].inlines) == "A B A @sec-b")
  }

  @Test("tells other pages what its labels name")
  func labels() {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: document))
    let labels = PageLabels(notebook)
    #expect(labels.names == ["sec-map", "eq-a", "eq-b", "thm-one", "fig-a"])
    #expect(labels.target(named: "eq-b")?.number == "2")
    #expect(labels.target(named: "eq-b")?.page?.title.plainText == "On Softmax")
    #expect(labels.open.isEmpty)
  }

  @Test("sections are counted by how they lie within each other")
  func sectionNumbers() {
    var numbers = SectionNumbers()
    let counted = [2, 3, 3, 2, 5, 5, 3, 1, 2].map { numbers.next(level: $0) }
    #expect(counted == ["1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "3", "3.1"])
  }
}

/// Counts two rows where TeX says so.
private struct RowCounter: TeXProcessor {
  func tags(of formulas: [ShownFormula], macros: [FrontMatter.Macro]) -> [FormulaTags]? {
    formulas.map { formula in
      guard formula.tex.text.contains("rows") else { return FormulaTags() }
      let tags = (0..<2).map { row in
        FormulaTags.Tag(label: nil) { first, prefix in prefix + String(first + row) }
      }
      return FormulaTags(tags: tags, count: 2)
    }
  }

  func mayDefine(_ tex: String) -> Bool { false }

  func definition(of macro: FrontMatter.Macro) -> String { "" }
}
