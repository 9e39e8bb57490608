import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("What a browser shows of a page")
struct ShownPageTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Renders a notebook and gives the value of an attribute that its script sets at `body`.
  private func shown(_ notebook: String, script: String) async throws -> String {
    try folder.trustScripts()
    try folder.write(notebook + "\n<script>\n\(script)\n</script>\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.status == .success, "\(rendered.errors)")
    let page = folder.url.appending(path: "Output/a.html")
    let browser = try await Browser(opening: page, in: folder)
    return try String(#require(browser.document.firstMatch(of: /data-shown="([^"]*)"/)).1)
  }

  @Test("each picture has its own gradient and its own style, the page neither")
  func pictures() async throws {
    let notebook = ##"""
      ```swift
      struct Dot: Displayable {
        var color: String
        var display: DisplayBundle {
          DisplayBundle(plain: "dot", [.svg: """
            <?xml version="1.0"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>.c, p { stroke: \(color) }</style>
            <linearGradient id="g"><stop stop-color="\(color)"/></linearGradient>
            <circle class="c" cx="4" cy="4" r="3" fill="url(#g)"/></svg>
            """])
        }
      }
      Dot(color: "red")
      Dot(color: "blue")
      ```

      A word.

      """##
    let script = """
      document.body.dataset.shown = [...document.querySelectorAll("circle")].map((circle) => {
        const name = circle.getAttribute("fill").slice(5, -1);
        const stop = document.getElementById(name).querySelector("stop");
        return stop.getAttribute("stop-color") + " " + getComputedStyle(circle).stroke;
      }).concat(getComputedStyle(document.querySelector("main > p")).stroke).join("; ");
      """
    #expect(
      try await shown(notebook, script: script) == "red rgb(255, 0, 0); blue rgb(0, 0, 255); none"
    )
  }

  @Test("a picture keeps what stands behind a formula, a value or a reference in it")
  func pictureText() async throws {
    let notebook = """
      ## A {#sec-a}

      <svg id="p"><text>$x$, `{swift} 3 + 4` and @sec-a</text><circle r="3"/></svg>

      Words with <svg id="q"><text>*so* $y$.</text><circle r="3"/></svg> in them.

      <svg id="r">
      <text>a</text>

      <text>b</text><circle r="3"/></svg>

      """
    let script = """
      document.body.dataset.shown = ["p", "q", "r"].map((id) => {
        const picture = document.getElementById(id);
        return picture.textContent.trim().replace(/\\s+/g, " ") + ":"
          + picture.querySelectorAll("circle").length;
      }).join("; ");
      """
    #expect(try await shown(notebook, script: script) == "$x$, 7 and A:1; so $y$.:1; a b:1")
  }

  @Test(
    "markup that cannot hold what stands in it is told at its place",
    arguments: [
      ("<svg><text>a</text>\n\n<text>b</text></svg>\n", "1:1: warning: <svg> is not closed before"),
      ("A <svg><text>$x$</text></svg>\n", "1:14: warning: a formula cannot stand in <svg>"),
      ("<svg>\n<g/>\n\n- a\n\n</svg>\n", "4:1: warning: Markdown cannot stand in <svg>"),
      ("<select>$x$</select>\n", "1:9: warning: a formula cannot stand in <select>"),
      (
        "<math><mi>$x$</mi> <mrow>$y$</mrow></math>\n",
        "1:26: warning: a formula cannot stand in <math>"
      ),
    ]
  )
  func toldMarkup(_ text: String, _ warning: String) async throws {
    try folder.write(text, to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.errors.hasPrefix("a.md:" + warning))
    // What stands behind a picture that has ended is no part of one.
    let others = rendered.errors.matches(of: /'<text>' is left out/).count
    #expect(rendered.errors.matches(of: /warning/).count == 1 + others)
  }

  @Test(
    "a language's script sets the direction",
    arguments: [
      ("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("ckb", "rtl"), ("yi", "rtl"),
      ("dv", "rtl"), ("az-Arab", "rtl"), ("pa-PK", "rtl"), ("ha-Latn", "ltr"), ("az", "ltr"),
      ("en", "ltr"), ("ar-Latn", "ltr"),
    ]
  )
  func direction(_ language: String, _ direction: String) async throws {
    try folder.write("---\nlang: \(language)\n---\n\nA.\n", to: "a.md")
    #expect(await Rendered("a.md", in: folder).status == .success)
    let isMarked = try folder.read("Output/a.html").contains(
      "<html lang=\"\(language)\" dir=\"rtl\">"
    )
    #expect(isMarked == (direction == "rtl"))
  }

  @Test("in a text from right to left code and formulas run from left to right")
  func codeFromLeft() async throws {
    let notebook = """
      ---
      lang: ar
      ---
      x $x$ `code`

      ```swift no-run
      let a = 1
      ```

      """
    let script = """
      document.body.dataset.shown = ["main > p", ".math", "p code", "pre"]
        .map((name) => getComputedStyle(document.querySelector(name)).direction).join(" ");
      """
    #expect(try await shown(notebook, script: script) == "rtl ltr ltr ltr")
  }

  @Test("values of the front matter are those at the end, and citations are words in titles")
  func frontMatter() async throws {
    try folder.write(
      """
      ---
      title: After `{swift} n`=3 runs of @doe2020
      subtitle: In @sec-a
      abstract: It is $x^{\\swift{n}}$ and `{swift} n`.
      bibliography: r.bib
      toc: true
      ---
      ```swift
      var n = 1
      n += 2
      ```

      ## About @doe2020 and `{swift} n` {#sec-a}

      ![Of `{swift} n`](data:image/png;base64,iVBORw0KGgo=)

      """,
      to: "a.md"
    )
    try folder.write("@book{doe2020, author={Doe, J.}, title={T}, year=2020}", to: "r.bib")
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.errors == "")
    let page = try folder.read("Output/a.html")
    #expect(page.contains("<title>After 3 runs of Doe (2020)</title>"))
    #expect(page.contains(#"<meta name="description" content="It is x³ and 3.">"#))
    #expect(page.contains("alt=\"Of 3\""))
    #expect(page.contains(">In <a href=\"#sec-a\" class=\"ref\">About Doe (2020) and "))
    #expect(page.contains("<a href=\"#sec-a\">About Doe (2020) and "))
    try folder.write("---\ntitle: After `{swift} 1 + 1`=3 runs\n---\nText.\n", to: "b.md")
    let broken = await Rendered("b.md", in: folder)
    #expect(broken.status == .failure)
    #expect(broken.errors.hasPrefix("b.md:2:30: error"))
  }
}
