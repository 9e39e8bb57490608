import NotebookSyntax
import Testing

@testable import NotebookHTML

@Suite("Numbers and names")
struct NumberingTests {
  @Test(
    "headings get the names that GitHub gives them",
    arguments: [
      ("Plain words", "plain-words"),
      ("What's *new*, in `2.0`?", "whats-new-in-20"),
      ("snake_case and kebab-case", "snake_case-and-kebab-case"),
      ("Über Größe", "über-größe"),
      ("日本語", "日本語"),
      ("The $e^{x}$ of $\\alpha_1$", "the-e-x-of-alpha_1"),
      ("[A link](https://x.y)", "a-link"),
      ("…", "section"),
    ]
  )
  func slugs(_ heading: String, _ name: String) {
    #expect(body("## \(heading)").contains("<h2 id=\"\(name)\">"))
  }

  @Test("no two headings have one name, whatever it would be")
  func uniqueNames() {
    let page = body("## A\n\n## A\n\n## A-1\n\n## A\n\n## Content\n\n## fn-1\n\nx[^a]\n\n[^a]: y\n")
    let names = MarkupCheck(page).all("h2").compactMap { $0["id"] }
    #expect(names == ["a", "a-1", "a-1-1", "a-2", "content-1", "fn-1-1"])
  }

  @Test("equations are counted in order, with those that MathJax numbers among them")
  func equations() {
    let page = body(
      """
      $$ a $$ {#eq-a}

      \\begin{align} b \\\\ c \\end{align}

      $$ d $$

      $$ e $$ {#eq-e}

      @eq-a and @eq-e
      """
    )
    #expect(page.contains("data-number=\"2\""))
    #expect(page.contains("<a href=\"#eq-a\" class=\"ref\">Equation\u{A0}1</a>"))
    #expect(page.contains("<a href=\"#eq-e\" class=\"ref\">Equation\u{A0}4</a>"))
  }

  @Test("a reference to a section without number says its heading")
  func unnumberedSections() {
    let page = body("## The $J$ of it {#sec-a}\n\nSee @sec-a.")
    #expect(
      page.contains(
        "<a href=\"#sec-a\" class=\"ref\">The <span class=\"math inline\">J</span> of it</a>"
      )
    )
  }

  @Test("a reference to what is not there, or not shown, is no link")
  func deadReferences() {
    let page = body(
      """
      See @eq-nothing and @fig-hidden.

      <!-- swift label=fig-hidden
      chart()
      -->
      """
    )
    #expect(page.contains("@eq-nothing"))
    #expect(!page.contains("href="))
    #expect(page.contains("Figure\u{A0}1"))
  }

  @Test("the contents list the two largest sizes of headings, if there are more than two")
  func contents() {
    let entries = { (markdown: String) in
      MarkupCheck(page(markdown)).all("li").compactMap { $0["class"] }
    }
    #expect(entries("## A\n\n## B\n") == [])
    #expect(entries("---\ntoc: true\n---\n\n## A\n\n## B\n") == ["top", "top"])
    #expect(entries("# T\n\n## A\n\n### B\n\n#### C\n\n## D\n") == ["top", "inner", "top"])
    #expect(entries("---\ntoc: false\n---\n\n## A\n\n## B\n\n## C\n") == [])
  }
}
