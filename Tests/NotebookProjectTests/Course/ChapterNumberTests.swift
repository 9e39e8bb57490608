import NotebookProject
import TestSupport
import Testing

@Suite("Numbers by chapter")
struct ChapterNumberTests {
  private let notebooks = [
    "one.md": """
    # One {#sec-one}

    ## First {#sec-first}

    $$ a = b $$ {#eq-a}

    > [!THEOREM] {#thm-a}
    > Yes.
    """,
    "two.md": #"""
    # Two {#sec-two}

    ## Part {#sec-part}

    \begin{align}
    a &= b \label{eq-b} \\
    c &= d \tag{T} \label{eq-t}
    \end{align}

    $$ x $$ {#eq-c}

    $$ y $$

    Here @eq-b, [-@eq-c], @eq-t, @sec-part, $\eqref{eq-b}$, $\eqref{eq-c}$, $\ref{sec-part}$.

    There @thm-a, @eq-a, @sec-first, @sec-one, $\eqref{eq-a}$, @sec-two.

    ![F](f.png){#fig-f}
    """#,
    "f.png": "",
    "three.md": "# Three\n\nSee @eq-d.\n",
    "loose.md": "# Loose\n\n$$ z $$ {#eq-d}\n\nSee @thm-a.\n",
  ]

  private let project = """
    numbering: chapters
    chapters: [one.md, two.md, three.md]
    exclude: [gone]
    """

  /// The text of a page, formulas as what they say.
  private func text(_ page: String) -> String {
    let visible = page.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
      .replacing(/<annotation.*?<\/annotation>/.dotMatchesNewlines(), with: "")
    return visible.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("are the same at the equation, in formulas and in the text, and name the chapter elsewhere")
  func everywhere() async throws {
    let course = try CourseFolder(project, notebooks)
    let run = try await course.render("course")
    #expect(run.status == .success)
    #expect(
      run.messages.filter { !$0.contains("'gone' leaves no notebook out") }
        == ["course/lectern.yml:2:1: 'loose.md' is in no chapter"]
    )
    let page = try course.folder.read("Output/two.html")
    let text = text(page)
    #expect(
      text.contains(
        "Here Equation 2.1, 2.2, Equation T, Section 2.1, (2.1), (2.2), 2.1."
      )
    )
    #expect(
      text.contains("There Theorem 1.1, Equation 1.1, Section 1.1, Chapter 1, (1.1), Chapter 2.")
    )
    #expect(text.contains("Figure 2.1:"))
    // The equations themselves.
    let tags = page.matches(of: /<mlabeledtr><mtd[^>]*><mtext>([^<]*)<\/mtext>/).map { $0.1 }
    #expect(tags == ["(2.1)", "(T)", "(2.2)"])
  }

  @Test("do not hold for a notebook that is no chapter, whose title a reference names")
  func loose() async throws {
    let course = try CourseFolder(project, notebooks)
    _ = try await course.render("course")
    #expect(text(try course.folder.read("Output/three.html")).contains("See Equation 1 of Loose."))
    #expect(text(try course.folder.read("Output/loose.html")).contains("See Theorem 1.1 of One."))
  }

  @Test("are those of the browser's MathJax too")
  func browser() async throws {
    let course = try CourseFolder(project, notebooks)
    let run = try await course.render("course") { $0.typesetting = .browser }
    #expect(run.status == .success)
    let page = try course.folder.read("Output/two.html")
    #expect(page.contains(#""numberPrefix":"2.""#))
    #expect(page.contains(#"\tag{2.2}"#))
    #expect(!(try course.folder.read("Output/loose.html")).contains("numberPrefix\":"))
  }

  @Test("are the place in the list, whether the chapters before are there, drafts or broken")
  func place() async throws {
    let course = try CourseFolder(
      "numbering: chapters\nchapters: [a.md, b.md, c.md]\n",
      [
        "a.md": "---\ndraft: true\n---\n# A\n", "b.md": "# B\n\n@nothing-here [](gone.md)\n",
        "c.md": "# C\n\n## S\n",
      ]
    )
    _ = try await course.render("course")
    let page = try course.folder.read("Output/c.html")
    #expect(page.contains("<span class=\"section-number\">3</span> C</h1>"))
    #expect(page.contains("<span class=\"section-number\">3.1</span> S"))
    _ = try await course.render("course/a.md")
    #expect(
      try course.folder.read("Output/a.html").contains("<span class=\"section-number\">1</span> A")
    )
  }

  @Test("leave sections without numbers where the notebook or the defaults want it")
  func sections() async throws {
    let course = try CourseFolder(
      "numbering: chapters\nchapters: [a.md, b.md]\ndefaults: {numbering: false}\n",
      ["a.md": "# A\n\n## S\n", "b.md": "---\nnumbering: true\n---\n# B\n\n## S\n"]
    )
    _ = try await course.render("course")
    #expect(!(try course.folder.read("Output/a.html")).contains("1.1</span>"))
    #expect(try course.folder.read("Output/b.html").contains("2.1</span>"))
  }
}
