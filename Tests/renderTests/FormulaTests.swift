import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Formulas")
struct FormulaTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Many kinds of formulas, numbers and references in one notebook.
  private static let notebook = #"""
    ---
    title: The $\zeta$ of it
    macros:
      R: '\mathbb{R}'
      norm: ['\left\lVert #1 \right\rVert', 1]
    ---

    <!-- swift
    let n = 12
    -->

    $\newcommand{\half}{\frac12}$ Let $x \in \R$ and $\norm{\half}$, so @eq-one and \eqref{eq-two} hold,
    and $\eqref{eq-two}$ as well as $\eqref{eq-one}$, and @eq-tag.

    $$ x^2 = \swift{n}, \quad e^\swift{n}, \quad \alpha\swift{"b"} $$ {#eq-one}

    \begin{align}
      a &= b \label{eq-two} \\
      c &= d \notag \\
      e &= f \tag{$\star$} \label{eq-tag}
    \end{align}

    $$ \bbox[#eee]{x} \boxed{y} \mathscr{A} \begin{cases} 1 \\ 2 \end{cases} \bm{v} \ce{H2O} \dv{f}{x}
    \cancel{x} \color{red}{y} $$

    A long one in a line: $a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11}$.

    """#

  @Test("are set when the page is made: no script, no file, no network", arguments: [false, true])
  func set(inBrowser: Bool) async throws {
    try folder.write(Self.notebook, to: "a.md")
    let rendered = await Rendered("a.md", in: folder) {
      $0.typesetting = inBrowser ? .browser : .svg
    }
    #expect(rendered.errors == "")
    #expect(rendered.status == .success)
    let page = folder.url.appending(path: "Output/a.html")
    let written = PageText(text: try String(contentsOf: page, encoding: .utf8))
    #expect(written.loadedFiles == (inBrowser ? ["assets/mathjax/tex-svg-full.js"] : []))
    let browser = try await Browser(opening: page, in: folder)
    let shown = PageText(text: browser.document)
    #expect(browser.messages == [])
    #expect(shown.allFormulas == 11)
    #expect(shown.typesetFormulas == 11)
    #expect(shown.formulaErrors == 0)
    #expect(shown.danglingLinks == [])
    #expect(try await NarrowFrame(around: page, in: folder).contentWidth <= NarrowFrame.width)
  }

  @Test("have the same numbers in words and in TeX")
  func numbers() async throws {
    try folder.write(Self.notebook, to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    let page = try folder.read("Output/a.html")
    #expect(page.contains(##"<a href="#eq-one" class="ref">Equation\##u{A0}1</a>"##))
    #expect(page.contains(##"<a href="#eq-two" class="ref">(2)</a>"##))
    #expect(page.contains(##"<mtext>(1)</mtext>"##))
    #expect(page.contains(##"<mtext>(2)</mtext>"##))
    #expect(PageText(text: page).equationNumbers.starts(with: ["1", "2"]))
  }

  @Test("take values as if their author had typed them")
  func values() async throws {
    try folder.write(Self.notebook, to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    let page = PageText(text: try folder.read("Output/a.html"))
    #expect(page.formulas.contains(#" x^2 = {12}, \quad e^{12}, \quad \alpha{\text{b}} "#))
  }

  @Test("keep the lines of a text apart as they are, and sit on their baselines")
  func lines() async throws {
    let words = "Words and words and words "
    let text = """
      <p id="plain">\(words)<br>\(words)<br>\(words)</p>

      <p id="set">\(words)<br>$x_i^2$ and $\\frac{a}{b}$ with $\\sum_{i=1}^n x_i$ and \
      $\\sqrt{\\frac{1}{2}}$<br>\(words)</p>

      <script>
      const height = (name) => document.getElementById(name).getBoundingClientRect().height;
      document.body.dataset.heights = height("plain") + " " + height("set");
      </script>

      """
    try folder.trustScripts()
    try folder.write(text, to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    let page = folder.url.appending(path: "Output/a.html")
    let browser = try await Browser(opening: page, in: folder)
    let heights = try #require(browser.document.firstMatch(of: /data-heights="(\S+) (\S+)"/))
    // How the lines of a font are rounded is not the formulas' doing.
    let (plain, set) = (try #require(Double(heights.1)), try #require(Double(heights.2)))
    #expect(abs(plain - set) < 0.5)
  }

  @Test("of several pages have no identifier in common")
  func identifiers() async throws {
    try folder.write(Self.notebook, to: "course/a.md")
    try folder.write(Self.notebook, to: "course/b.md")
    #expect(await Rendered("course", in: folder).status == .success)
    func identifiers(_ name: String) throws -> Set<Substring> {
      let text = try folder.read("Output/" + name)
      return Set(text.matches(of: /<(?:path|g|symbol|clipPath)[^>]* id="([^"]*)"/).map(\.1))
    }
    let first = try identifiers("a.html")
    #expect(first.count > 20)
    #expect(try first.isDisjoint(with: identifiers("b.html")))
  }

  @Test("are left to the browser where the notebook says so, unless the command line does not")
  func modes() async throws {
    try folder.write("---\nmath: browser\n---\n\n$x$\n", to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    #expect(try folder.read("Output/a.html").contains("<span class=\"math inline\">x</span>"))
    let other = await Rendered("a.md", in: folder) { $0.typesetting = .svg }
    #expect(other.status == .success)
    #expect(try folder.read("Output/a.html").contains("<span class=\"math inline\"><svg"))
  }
}
