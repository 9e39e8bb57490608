import Foundation
import ResultStore
import TestSupport
import Testing
import Timing

@testable import NotebookProject
@testable import render

@Suite("References to other pages")
struct OtherPagesTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func write() throws {
    try folder.write(
      """
      # First {#sec-first}

      What @sec-first is about.

      $$ x = 1 $$ {#eq-one}

      ## A section {#sec-here}

      > [!THEOREM] {#thm-big}
      > It holds.

      """,
      to: "course/part one/a.md"
    )
    try folder.write(
      "See @sec-first: @eq-one, @sec-here, \\eqref{eq-one} and $\\eqref{eq-one}$, and @thm-big.\n",
      to: "course/b.md"
    )
  }

  @Test("reach the pages of the same folder, in words and in formulas")
  func folderOfPages() async throws {
    try write()
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.errors == "")
    #expect(rendered.status == .success)
    let page = try folder.read("Output/b.html")
    #expect(
      try folder.read("Output/part one/a.html")
        .contains("What <a href=\"#sec-first\" class=\"ref\">First</a> is about.")
    )
    for link in [
      "<a href=\"part%20one/a.html#sec-first\" class=\"ref\">First</a>",
      "<a href=\"part%20one/a.html#eq-one\" class=\"ref\">Equation\u{A0}1 of First</a>",
      "<a href=\"part%20one/a.html#sec-here\" class=\"ref\">A section (First)</a>",
      "<a href=\"part%20one/a.html#eq-one\" class=\"ref\">(1) of First</a>",
      "<a href=\"part%20one/a.html#thm-big\" class=\"ref\">Theorem\u{A0}1 of First</a>",
      "<a href=\"part%20one/a.html#eq-one\"><",
    ] {
      #expect(page.contains(link), "\(link)")
    }
  }

  @Test("name the page in a formula too, and its title keeps its macros", arguments: [false, true])
  func namedInFormula(inBrowser: Bool) async throws {
    try folder.write(
      """
      ---
      title: Of $\\R^2$ & more
      macros: {R: '\\mathbb{A}'}
      ---
      $$ x = 1 $$ {#eq-one}

      $\\newcommand{\\half}{\\mathbb{H}} x$

      ## Of $\\half$ {#sec-half}

      """,
      to: "course/a.md"
    )
    try folder.write(
      """
      ---
      title: Other
      macros: {R: '\\mathbb{W}', half: '\\mathbb{V}'}
      ---
      $$ y \\label{eq-own} $$

      In $\\eqref{eq-one}$, $\\ref{eq-one}$, $\\eqref{eq-own}$; @eq-one, @sec-half; $\\R\\half$.

      """,
      to: "course/b.md"
    )
    let rendered = await Rendered("course", in: folder) {
      $0.typesetting = inBrowser ? .browser : .svg
    }
    #expect(rendered.errors == "")
    let page = folder.url.appending(path: "Output/b.html")
    let browser = try await Browser(opening: page, in: folder)
    #expect(browser.messages == [])
    let shown = PageText(text: browser.document)
    #expect(shown.formulaErrors == 0)
    #expect(shown.typesetFormulas == shown.allFormulas)
    let written = try folder.read("Output/b.html")
    if inBrowser {
      #expect(written.contains(##""page":"$\\text{ of }\\text{Of }"##))
    } else {
      let page = "<mrow><mtext>&#xA0;of&#xA0;</mtext>"
      #expect(written.contains("<mtext>(1)</mtext>" + page))
      #expect(written.contains("<mtext>1</mtext>" + page))
    }
    // Of its own formulas the page takes its own letters, of the other's titles that page's.
    #expect(browser.document.matches(of: /<mi[^>]*>A<\/mi>/).count == 2)
    #expect(browser.document.matches(of: /<mi[^>]*>H<\/mi>/).count == 1)
    #expect(browser.document.matches(of: /<mi[^>]*>W<\/mi>/).count == 1)
    #expect(browser.document.matches(of: /<mi[^>]*>V<\/mi>/).count == 1)
  }

  @Test("reach the notebooks beside one that is rendered alone")
  func neighbours() async throws {
    try folder.write("$$ x $$ {#eq-one}\n", to: "a.md")
    try folder.write("See @eq-one.\n", to: "b.md")
    #expect(await Rendered("b.md", in: folder).status == .success)
    #expect(try folder.read("Output/b.html").contains("href=\"a.html#eq-one\""))
  }

  @Test("are errors where several other pages have the label, and where none has")
  func ambiguous() async throws {
    try folder.write("$$ x $$ {#eq-one}\n", to: "course/a.md")
    try folder.write("$$ x $$ {#eq-one}\n", to: "course/b.md")
    try folder.write("See @eq-one and @eq-two.\n", to: "course/c.md")
    let rendered = await Rendered("course", in: folder)
    #expect(rendered.status == .failure)
    #expect(
      rendered.errors.contains(
        "course/c.md:1:5: error: 'eq-one' is a label in course/a.md and in course/b.md\n"
      )
    )
    #expect(rendered.errors.contains("course/c.md:1:17: error: nothing is labelled 'eq-two'\n"))
  }

  @Test(
    "lead from page to page by the shortest way",
    arguments: [
      ("a.html", "b.html", "b.html"), ("x/a.html", "x/b.html", "b.html"),
      ("x/a.html", "b.html", "../b.html"), ("a.html", "x/b.html", "x/b.html"),
      ("x/y/a.html", "x/z/b.html", "../z/b.html"), ("x/a.html", "x/x/b.html", "x/b.html"),
    ]
  )
  func paths(_ page: String, _ other: String, _ way: String) {
    #expect(LabelIndex.relativePath(from: page, to: other) == way)
  }

  /// The words of the page's paragraphs.
  private func words(_ page: String) throws -> String {
    try folder.read("Output/" + page).replacing(/<[^>]*>/, with: "")
  }

  @Test(
    "name the page in every form, once for what stands together",
    arguments: [
      ("@sec-a", "Section 1 of Other"), ("-@sec-a", "1 of Other"),
      ("\\eqref{eq-a}", "(1) of Other"),
      ("[Kapitel @sec-a]", "Kapitel 1 of Other"), ("[@sec-a; @sec-b]", "Sections 1 and 2 of Other"),
      ("[@sec-a; @eq-a]", "Section 1 and Equation 1 of Other"),
      ("[@sec-own; @sec-a]", "Section 1 and Section 1 of Other"),
      ("[@eq-a; @sec-own; @sec-last]", "Equation 1 of Other and Sections 1 and 2"),
      ("@sec-own", "Section 1"),
    ]
  )
  func forms(_ reference: String, _ words: String) async throws {
    let head = "---\nnumbering: true\n---\n"
    try folder.write(
      head + "# *Other*\n\n## A {#sec-a}\n\n$$ x $$ {#eq-a}\n\n## B {#sec-b}\n",
      to: "course/a.md"
    )
    try folder.write(
      head + "# Own\n\n## One {#sec-own}\n\nSee \(reference)!\n\n## Two {#sec-last}\n",
      to: "course/b.md"
    )
    #expect(await Rendered("course", in: folder).errors == "")
    let shown = try self.words("b.html").replacing("\u{A0}", with: " ")
    #expect(shown.contains("See \(words)!"))
  }

  private static func run(_ samples: Int) -> String {
    """
    ---
    macros: { half: '\\frac{1}{2}' }
    ---
    <!-- swift
    let samples = \(samples)
    -->

    ## Run with `{swift} samples` samples and $\\half + \\swift{samples}$ {#sec-run}

    """
  }

  @Test("show a title with the values and macros of its own page, whatever is rendered")
  func titles() async throws {
    try folder.write(Self.run(100), to: "course/a.md")
    try folder.write(
      "---\nmacros: { half: WRONG }\n---\n<!-- swift\nlet samples = 7\n-->\n\nSee @sec-run!\n",
      to: "course/b.md"
    )
    for path in ["course", "course/b.md"] {
      #expect(await Rendered(path, in: folder).status == .success)
      let page = try folder.read("Output/b.html")
      #expect(page.contains("Run with 100 samples and"))
      #expect(
        page.contains(#"<annotation encoding="application/x-tex">\half + {100}</annotation>"#)
      )
      #expect(page.contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>"))
    }
  }

  @Test("show a title anew when what its page computes has changed")
  func changedTitle() async throws {
    let reading = """
      ---
      inputs: n.txt
      ---
      <!-- swift
      let samples = try contents(of: "n.txt")
      -->

      ## Run with `{swift} samples` samples {#sec-run}

      """
    try folder.write("3", to: "course/n.txt")
    try folder.write(reading, to: "course/a.md")
    try folder.write("See @sec-run.\n", to: "course/b.md")
    let store = ResultStore(folder: folder.path("store"), limit: 1 << 28) { Issue.record("\($0)") }
    func title() async throws -> String {
      let rendered = await Rendered("course/b.md", in: folder) {
        $0.runOptions.store = StoreUse(store)
      }
      #expect(rendered.status == .success)
      return try words("b.html")
    }
    #expect(try await title().contains("Run with 3 samples"))
    try folder.write("44", to: "course/n.txt")
    #expect(try await title().contains("Run with 44 samples"))
  }

  @Test("tell of a value that is not known because its page fails")
  func unknownTitle() async throws {
    try folder.write("## `{swift} missing` {#sec-a}\n", to: "course/a.md")
    try folder.write("See @sec-a and [@sec-a].\n", to: "course/b.md")
    let rendered = await Rendered("course/b.md", in: folder)
    #expect(rendered.status == .success)
    let warning =
      "course/b.md:1:5: warning: a value in a title of course/a.md is not known, "
      + "and its expression is shown\n"
    #expect(rendered.errors.contains(warning))
    #expect(rendered.errors.matches(of: /is not known/).count == 1)
  }

  @Test("of a notebook that is alone are not looked for")
  func alone() async throws {
    try folder.write("By @eq-one, which is nowhere.\n", to: "course/a.md")
    #expect(try await !readsOtherPages("course"))
  }

  private func readsOtherPages(_ path: String) async throws -> Bool {
    let timeline = Timeline()
    _ = await timeline.recording { await Rendered(path, in: folder) }
    return timeline.spans.contains { $0.stage == .labels }
  }
}
