import Testing

@testable import NotebookHTML

@Suite("What a cell shows stays within itself")
struct IsolationTests {
  private struct Output {
    var markup: String
    var attributes: [String?]
    var faults: [OutputFault]
    var keptIDs: [String]

    init(_ markup: String, isPicture: Bool) {
      var output = IsolatedOutput(of: [markup], prefix: "P_", isPicture: isPicture)
      self.markup = output.next(markup) + output.end()
      attributes = output.attributes.map(\.value)
      faults = output.faults
      keptIDs = output.keptIDs
    }
  }

  private func picture(_ markup: String) -> Output {
    Output(SVGText.inHTML(markup), isPicture: true)
  }

  private func html(_ markup: String) -> Output { Output(markup, isPicture: false) }

  @Test(
    "names and what refers to them get the same prefix",
    arguments: [
      (##"<g id="a"/><use href="#a"/>"##, ##"<g id="P_a"/><use href="#P_a"/>"##),
      (##"<g ID='a'/><use XLINK:HREF='#a'/>"##, ##"<g ID='P_a'/><use XLINK:HREF='#P_a'/>"##),
      (##"<g id=a /><use href=#a />"##, ##"<g id="P_a" /><use href="#P_a" />"##),
      (##"<g id="a"/><path fill="url(#a)"/>"##, ##"<g id="P_a"/><path fill="url(#P_a)"/>"##),
      (
        ##"<g id="a"/><path fill="URL( '#a' ) red"/>"##,
        ##"<g id="P_a"/><path fill="URL( '#P_a' ) red"/>"##
      ),
      (
        ##"<g id="a"/><path style="fill: url(&quot;#a&quot;); x: '#a'"/>"##,
        ##"<g id="P_a"/><path style="fill: url(&quot;#P_a&quot;); x: '#a'"/>"##
      ),
      (##"<g id="a&#45;b"/><use href="#a-b"/>"##, ##"<g id="P_a-b"/><use href="#P_a-b"/>"##),
      (##"<g id="a b"/><use href="#a%20b"/>"##, ##"<g id="P_a b"/><use href="#P_a%20b"/>"##),
      (
        ##"<g id="a"/><g id="b" aria-labelledby="b other a"/>"##,
        ##"<g id="P_a"/><g id="P_b" aria-labelledby="P_b other P_a"/>"##
      ),
      (
        ##"<set id="a"/><set begin="a.end; 2s; a.begin+1s;c.end" end="a.end"/>"##,
        ##"<set id="P_a"/><set begin="P_a.end; 2s; P_a.begin+1s;c.end" end="P_a.end"/>"##
      ),
      (
        ##"<g id="a"/><animate values="url(#a);url(#b)"/>"##,
        ##"<g id="P_a"/><animate values="url(#P_a);url(#b)"/>"##
      ),
      (##"<a href="#elsewhere">x</a>"##, ##"<a href="#elsewhere">x</a>"##),
      (
        ##"<g id="a"/><text>url(#a) #a</text><!-- id="a" -->"##,
        ##"<g id="P_a"/><text>url(#a) #a</text><!-- id="a" -->"##
      ),
      (
        ##"<g id="a"/><svg><use href="#a"/></svg>"##,
        ##"<g id="P_a"/><svg><use href="#P_a"/></svg>"##
      ),
    ]
  )
  func names(_ markup: String, _ expected: String) {
    let output = picture("<svg>\(markup)</svg>")
    #expect(output.markup == "<svg>\(expected)</svg>")
    #expect(output.faults == [])
  }

  private static let scope = ##":where([data-scope="P_"])"##

  @Test(
    "rules of style hold for the output alone",
    arguments: [
      (".c{fill:red}", "S .c{fill:red;}"),
      (
        "text, .c > g { fill : red ; stroke: url(#a) }",
        "S text,S .c > g{fill : red;stroke: url(#P_a);}"
      ),
      (
        "#a:hover, [id='a'], [id^=\"a\"], :is(#a, #b) {x:#a}",
        "S #P_a:hover,S [id='P_a'],S [id^=\"P_a\"],S :is(#P_a, #b){x:#a;}"
      ),
      ("@media (width > 4em) { .c { fill: red } }", "@media (width > 4em){S .c{fill: red;}}"),
      (
        "@keyframes spin { to { rotate: 1turn } } g { animation: 1s spin }",
        "@keyframes P_spin{to{rotate: 1turn;}}S g{animation: 1s P_spin;}"
      ),
      (
        "@font-face { font-family: \"My Font\"; src: url(a.woff) } g { font: bold 3px/1 'my  font', serif }",
        "@font-face {font-family: \"P_My Font\";src: url(a.woff);}S g{font: bold 3px/1 'P_my  font', serif;}"
      ),
      (
        ".c { fill: red; & text, #a & { fill: blue } }",
        "S .c{fill: red;& text, #P_a &{fill: blue;}}"
      ),
      (
        "@layer one, two; @layer one { g { x: y } }", "@layer P_one, P_two;@layer P_one{S g{x: y;}}"
      ),
      ("<!-- .c { x: '}' } /* } */ --> .d{y:z", "S .c{x: '}';}S .d{y:z;}"),
      ("* { x: y } ::selection { x: y }", "S *{x: y;}S::selection{x: y;}"),
    ]
  )
  func rules(_ sheet: String, _ expected: String) {
    let expected = expected.replacing(
      /\bS(?=[ :])/,
      with: Self.scope
    )
    let output = html("<i id=\"a\"></i><style>\(sheet)</style>")
    #expect(output.markup == "<i id=\"P_a\"></i><style>\(expected)</style>")
    #expect(output.attributes == ["P_"])
    #expect(output.faults == [])
  }

  @Test("what is said of a picture's root holds for the picture")
  func root() {
    let output = picture("<svg><style>:root{a:b} svg{c:d} html.dark .e{f:g}</style></svg>")
    let scope = Self.scope.replacing("\"", with: "&quot;").replacing(">", with: "&gt;")
    #expect(
      output.markup
        == "<svg><style>\(scope) &gt; svg{a:b;}\(scope) svg{c:d;}html.dark \(scope) &gt; svg .e{f:g;}"
        + "</style></svg>"
    )
  }

  @Test("style sheets of pictures are read with their CDATA, entities and comments")
  func foreignSheets() {
    let output = picture(
      ##"<svg><style type="text/css"><![CDATA[ g > #a{x:y} ]]><!-- z{} --> &#46;b{x:y}</style><g id="a"/></svg>"##
    )
    let scope = Self.scope.replacing("\"", with: "&quot;")
    #expect(
      output.markup == ##"<svg><style type="text/css">"##
        + "\(scope) g &gt; #P_a{x:y;}\(scope) .b{x:y;}" + ##"</style><g id="P_a"/></svg>"##
    )
  }

  @Test(
    "pictures come as programs write them",
    arguments: [
      (
        "<?xml version=\"1.0\"?>\n<!-- > --><!DOCTYPE svg PUBLIC \"a>\" [ <!ENTITY n \"x>y\"> ]>\n<svg><g id=\"&n;\"/></svg>",
        "<svg><g id=\"P_x&gt;y\"/></svg>"
      ),
      (
        "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"><svg:g id=\"a\"></svg:g></svg:svg>",
        "<svg xmlns:svg=\"http://www.w3.org/2000/svg\"><g id=\"P_a\"></g></svg>"
      ),
      ("\u{FEFF}<SVG><G ID=\"a\"/></SVG>", "<SVG><G ID=\"P_a\"/></svg>"),
    ]
  )
  func prologues(_ markup: String, _ expected: String) {
    #expect(picture(markup).markup == expected)
  }

  @Test(
    "elements end with their output",
    arguments: [
      ("<div><b>x</div>", "<div><b>x</b></div>", [OutputFault]()),
      ("<b><i>x</b>y</i>", "<b><i>x</i></b>y", [.closesNothing("i")]),
      ("<ul><li>a<li>b", "<ul><li>a<li>b</ul>", [.staysOpen("ul")]),
      ("</div></main><p>x", "<p>x", [.closesNothing("div"), .closesNothing("main")]),
      ("a <!-- b", "a ", [.doesNotEnd("<!-- b")]),
      ("a <a href=\"b", "a ", [.doesNotEnd("<a href=\"b")]),
      ("<script>if (a<b) {}", "<script>if (a<b) {}</script>", [.staysOpen("script")]),
      ("<textarea><b id=x>", "<textarea><b id=x></textarea>", [.staysOpen("textarea")]),
      (
        "<!DOCTYPE html><html><head><base href=x></head><body class=y><p>z</body></html>",
        "<!DOCTYPE html><div class=y><p>z</div>", [.leavesOut("<base>")]
      ),
      (
        "<style>@import 'x.css'; @page { margin: 0 } p{a:b}</style>",
        "<style>\(scope) p{a:b;}</style>", [.leavesOut("@import 'x.css'"), .leavesOut("@page")]
      ),
    ]
  )
  func ends(_ markup: String, _ expected: String, _ faults: [OutputFault]) {
    let output = html(markup)
    #expect(output.markup == expected)
    #expect(output.faults == faults)
  }

  @Test("choices of two outputs are no one choice")
  func groups() {
    #expect(
      html(
        ##"<input type=radio name=a><details name="b"></details><map name="m"></map><img usemap="#m">"##
      ).markup
        == ##"<input type=radio name="P_a"><details name="P_b"></details><map name="P_m"></map><img usemap="#P_m">"##
    )
  }

  @Test("ids stay where a script asks for them, but not where data stands in one")
  func scripts() {
    let program = html(##"<p id="a"></p><script>f("#a")</script>"##)
    #expect(program.markup == ##"<p id="a"></p><script>f("#a")</script>"##)
    #expect(program.keptIDs == ["a"])
    let data = html(##"<p id="a"></p><script type="application/json">"a"</script>"##)
    #expect(data.markup == ##"<p id="P_a"></p><script type="application/json">"a"</script>"##)
    #expect(data.keptIDs == [])
  }
}
