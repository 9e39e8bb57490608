import Documents
import NotebookHTML
import NotebookSyntax
import Synchronization
import Testing
import Typesetting

@Suite("A page")
struct PageTests {
  private func assets(_ markdown: String) -> Set<Page.Asset> {
    PageRenderer().page(for: NotebookParser.parse(SourceText(path: "a.md", text: markdown))).assets
  }

  @Test("has its landmarks, a way past them, and a language")
  func landmarks() {
    let check = MarkupCheck(page("---\nlang: de\ntoc: true\n---\n\n# T\n\n## A\n"))
    #expect(check.faults == [])
    for name in ["header", "main", "nav", "footer", "title", "h1"] {
      #expect(check.all(name).count == 1, "\(name)")
    }
    #expect(check.all("a", class: "skip").first?["href"] == "#content")
    #expect(check.all("html").first?["lang"] == "de")
  }

  @Test("looks in other pages for nothing that it has itself")
  func ownLabels() {
    let asked = Mutex<Set<String>>([])
    let options = PageOptions(labelElsewhere: { name in
      asked.withLock { _ = $0.insert(name) }
      return nil
    })
    _ = page(
      """
      # A {#sec-a}

      ## B {#sec-b}

      See @sec-a, @sec-b, @eq-c, $\\ref{sec-b}$ and @sec-far.

      $$ x $$ {#eq-c}
      """,
      site: SiteOptions(typesetter: .shared),
      options: options
    )
    #expect(asked.withLock { $0 } == ["sec-far"])
  }

  @Test("of an empty notebook is empty, but valid")
  func empty() {
    let check = MarkupCheck(page(""))
    #expect(check.faults == [])
    #expect(check.all("main").count == 1)
    #expect(check.all("h1").isEmpty)
  }

  @Test("loads only what it needs")
  func assets() {
    #expect(assets("Words.") == [])
    #expect(assets("A formula $x$.") == [.mathJax])
    #expect(assets("## A formula in a heading $x$") == [.mathJax])
    #expect(!page("Words.").contains("<script defer"))
    #expect(!page("Words.").contains("https://"))
    let prefix = PageOptions(assetsPrefix: "../a&b/")
    #expect(page("$x$", options: prefix).contains("src=\"../a&amp;b/mathjax/tex-svg-full.js\""))
  }

  @Test("has the notebook's title once, whether it stands in the front matter, the text or both")
  func title() {
    for markdown in ["---\ntitle: T\n---\n\nx", "# T\n\nx", "---\ntitle: T\n---\n\n# T\n\nx"] {
      let page = page(markdown)
      #expect(MarkupCheck(page).all("h1").count == 1)
      #expect(page.contains("<title>T</title>"))
    }
    let hidden = page("<!-- swift\nimport Foundation\n-->\n\n# T\n")
    #expect(hidden.contains("<title>T</title>"))
    #expect(MarkupCheck(page("---\ntitle: T\n---\n\n# Another\n")).all("h1").count == 2)
  }

  @Test("says a date in a way that machines read, if it is one")
  func date() {
    func date(_ text: String, _ language: String = "en") -> String {
      let page = page("---\ndate: \(text)\nlang: \(language)\n---\n")
      return page.firstMatch(of: /<p class="date">(.*)<\/p>/).map { String($0.1) } ?? ""
    }
    #expect(date("2025-3-04") == "<time datetime=\"2025-03-04\">4 March 2025</time>")
    #expect(date("2025-03", "de") == "<time datetime=\"2025-03\">März 2025</time>")
    #expect(date("2025", "de") == "<time datetime=\"2025\">2025</time>")
    #expect(date("2025-03-04", "tlh").hasSuffix(">2025-03-04</time>"))
    #expect(!page("---\ndate: \"spring 2025\"\n---\n").contains("<time"))
  }

  @Test("tells its readers when nothing on it was run")
  func notRun() {
    #expect(page("x", site: SiteOptions(isRun: false)).contains("was not run"))
    #expect(page("x").contains("were computed"))
  }

  @Test("draws a chart from JSON that cannot end its script, and describes it in words")
  func charts() {
    let specification = #"{"title": {"text": "A & <b>"}, "x": "</script><!--<script>"}"#
    let page = page(
      "```swift\nchart()\n```\n",
      [0: [["text/plain": "plain", "application/vnd.vegalite.v4+json": specification]]]
    )
    #expect(MarkupCheck(page).faults == [])
    #expect(page.contains("aria-label=\"A &amp; &lt;b>\"") || page.contains("A &amp; &lt;b&gt;"))
    #expect(page.contains("\\u003c/script>\\u003c!--\\u003cscript>"))
    #expect(page.contains("vega/vega-lite.js"))
  }

  @Test("goes as deep as a notebook does")
  func depth() {
    let markdown = String(repeating: "> ", count: 150) + "deep"
    #expect(MarkupCheck(page(markdown)).faults == [])
  }
}
