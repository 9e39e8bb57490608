import NotebookSyntax
import Testing

@testable import NotebookHTML

/// Raw markup of strangers, and what of it stands on a page.
@Suite("Raw markup")
struct SafeMarkupTests {
  private func read(
    _ markup: String,
    _ permissions: PagePermissions = PagePermissions(),
    isDocument: Bool = false
  ) -> (markup: String, removals: [Removal.Reason], sources: PolicySources) {
    var safety = SafeMarkup(permissions, isDocument: isDocument)
    let text = safety.next(markup) + safety.finish()
    let findings = safety.takeFindings()
    return (text, findings.removals.map(\.reason), findings.sources)
  }

  @Test(
    "stays as it is written where it does nothing",
    arguments: [
      "<p align=center>Words &amp; <b title='a & b'>more</b><br/> &nbsp;</p>",
      "<details open><summary>S</summary>T</details>",
      "<a href=\"https://example.org/?a=1#b\">x</a><a href=a%20b.html#c>y</a><a href='#d'>z</a>",
      "<a href=mailto:a@example.org>m</a>",
      "<img src=a.png alt=\"A\" width=3><img src=\"data:image/png;base64,AA\" srcset='a.png 2x'>",
      "<table class=\"t\"><tr><td colspan=2 style=\"text-align: right; width: calc(1px + 2em)\">x",
      "<svg viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/><path d=\"M0 0\" fill=\"url(#g)\"/></svg>",
      "<svg><use href=\"#g\"/><text x=1>t<tspan>u</tspan></text><foreignobject><p>h</p></foreignobject></svg>",
      "<svg><animate attributeName=\"r\" values=\"1;2\" dur=\"1s\"/></svg>",
      "<svg><title>A picture</title><desc>d</desc><g><title>part</title></g></svg>",
      "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
      "<input type=checkbox checked><label for=a>l</label><progress value=1></progress>",
      "<style>p > .a, b{color:red}@media (width <= 9em){i{background:url(data:image/png;base64,A)}}</style>",
      "<!-- a comment --><div data-kind=\"x\" aria-label='l' class=y>d</div>",
      "<video controls src=v.mp4 poster=p.png></video><audio src=a.ogg></audio>",
      "<p style=\"position: relative; background-position: 1px\">r</p>",
    ]
  )
  func harmless(_ markup: String) {
    let (text, removals, _) = read(markup)
    #expect(text == markup)
    #expect(removals == [])
  }

  @Test(
    "runs no script",
    arguments: [
      ("<script>alert(1)</script>x", "x", [Removal.Reason.script]),
      ("<SCRIPT SRC=//evil/x.js></SCRIPT\n>x", "x", [.script]),
      ("<script>'<!--<script>'</script>x", "x", [.script]),
      ("<svg><script>alert(1)</script></svg>", "<svg></svg>", [.script]),
      ("<img alt=x onerror=alert(1)>", "<img alt=\"x\">", [.handler("onerror")]),
      ("<b/onclick=alert(1)/title=t>", "<b>", [.handler("onclick")]),
      ("<b title=\"a\"onclick='alert(1)'>", "<b title=\"a\">", [.handler("onclick")]),
      (
        "<svg onload=alert(1)><a xlink:href=' javascript:x'>", "<svg><a>",
        [.handler("onload"), .address(" javascript:x")]
      ),
      ("<a href=\"javascript:alert(1)\">", "<a>", [.address("javascript:alert(1)")]),
      ("<a href=\"JaVa\tscript&colon;alert(1)\">", "<a>", [.address("JaVa\tscript:alert(1)")]),
      ("<a href=&#106&#x61;vascript:x>", "<a>", [.address("javascript:x")]),
      ("<a href=&#0000000000106;avascript:x>", "<a>", [.address("javascript:x")]),
      (
        "<a href='vbscript:x'><a href='data:text/html,<script>'>", "<a><a>",
        [.address("vbscript:x"), .address("data:text/html,<script>")]
      ),
      ("<a href=java&unknown;script:x>", "<a href=\"java&amp;unknown;script:x\">", []),
      ("<iframe srcdoc='<script>x</script>'></iframe>y", "y", [.frame(host: nil)]),
      (
        "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)></svg>#x'/></svg>",
        "<svg><use/></svg>",
        [.address("data:image/svg+xml,<svg id=x onload=alert(1)></svg>#x")]
      ),
      ("<iframe src=data:text/html,x></iframe>", "", [.frame(host: nil)]),
      ("<object data=x.svg>f</object><embed src=x>", "f", [.element("object"), .element("embed")]),
      (
        "<svg><animate attributeName=href values=javascript:x /><set attributeName=onload to=x /></svg>",
        "<svg></svg>", [.attribute("href", of: "animate"), .attribute("onload", of: "set")]
      ),
      (
        "<math href=javascript:x><mi xlink:href=javascript:y>z</mi></math>",
        "<math><mi>z</mi></math>", [.address("javascript:x"), .address("javascript:y")]
      ),
      (
        "<form action=x><button formaction=javascript:x>b</button></form>", "<button>b</button>",
        [.element("form"), .attribute("formaction", of: "button")]
      ),
    ]
  )
  func scripts(_ markup: String, _ expected: String, _ removals: [Removal.Reason]) {
    let read = read(markup)
    #expect(read.markup == expected)
    #expect(read.removals == removals)
  }

  /// Markup by which tokenizers were fooled: wherever it is read again, no tag comes out that was not one.
  @Test(
    "is read as a browser reads it",
    arguments: [
      (
        "<svg><style><img alt=x onerror=alert(1)></style></svg>",
        "<svg><img alt=\"x\"><style></style></svg>"
      ),
      (
        "<svg></p><style><a title=\"</style><img alt=x onerror=y>\">",
        "<svg></p><a title=\"&lt;/style&gt;&lt;img alt=x onerror=y&gt;\"><style></style>"
      ),
      (
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x&gt;\">",
        "<math><mtext><table>"
      ),
      ("<noscript><p title=\"</noscript><img src=x onerror=y>\">", ""),
      ("<!--><img alt=a>-->", "<img alt=a>-->"),
      ("<!-- --!><img alt=a onerror=b>-->", "<img alt=\"a\">-->"),
      ("<!-- <img alt=a> -->b", "b"),
      ("<svg><![CDATA[<img alt=a onerror=b>]]></svg>", "<svg>&lt;img alt=a onerror=b&gt;</svg>"),
      ("<![CDATA[><img alt=a onerror=b>]]>", "<img alt=\"a\">]]>"),
      ("<?php <img alt=a ?>b", "b"),
      (
        "<b title=x\u{0C}lang=\"a onclick=alert(1) b\">",
        "<b title=\"x\" lang=\"a onclick=alert(1) b\">"
      ),
      (
        "<b title=x\u{0B}lang=\"a onclick=alert(1) b\">",
        "<b title=\"x\" lang=\"a onclick=alert(1) b\">"
      ),
      ("<b title='<script>'>", "<b title=\"&lt;script&gt;\">"),
      ("<textarea></textarea><b>x</b></textarea>", "<b>x</b>"),
      ("a < b <3 <>", "a &lt; b &lt;3 &lt;>"),
      ("<xmp><img alt=a></xmp><plaintext><b>", ""),
      ("<a title='x", ""),
      ("<style></style><b>x</b>", "<style></style><b>x</b>"),
      ("<style>a{content:'</b><b x>'}</style>", "<style>a{content:'\\3c /b>\\3c b x>'}</style>"),
      (
        "<title><b></title><base href=//evil><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
        ""
      ),
    ]
  )
  func tokens(_ markup: String, _ expected: String) {
    #expect(read(markup).markup.replacing(/<\/?textarea>/, with: "") == expected)
  }

  @Test(
    "asks no server for anything",
    arguments: [
      ("<img src=//evil/x.png>", "<img>", "evil"),
      ("<img src='https:\\\\u@EVIL:80/x'>", "<img>", "evil"),
      ("<img src=/\\evil>", "<img>", "evil"),
      ("<img srcset='a.png 1x, http://evil/b 2x'>", "<img>", "evil"),
      ("<video poster=http://evil/x></video>", "<video></video>", "evil"),
      (
        "<svg><image href=http://evil/x /><feImage xlink:href=http://evil/y /></svg>",
        "<svg><image/><feImage/></svg>", "evil"
      ),
      ("<svg><use href=http://evil/x#y /></svg>", "<svg><use/></svg>", "evil"),
      ("<table background=http://evil/x></table>", "<table></table>", "evil"),
    ]
  )
  func requests(_ markup: String, _ expected: String, _ host: String) {
    let read = read(markup)
    #expect(read.markup == expected)
    #expect(Set(read.removals) == [.request(host: host)])
    var permissions = PagePermissions()
    permissions.requests = [host]
    #expect(self.read(markup, permissions).removals == [])
  }

  @Test(
    "has styles that load nothing and lie over nothing",
    arguments: [
      "background:url(http://evil/x)", "background:u\\72l(http://evil)",
      "background:URL( '//evil' )",
      "background:image-set('http://evil' 1x)", "background:-webkit-image-set(url(http://evil) 1x)",
      "--x:url(https://evil)", "width:expression(alert(1))", "behavior:url(#default)",
      "-moz-binding : url(x)", "position:fixed", "position : FIXED", "pos\\69tion:fixed",
      "position:/**/fixed", "position/**/:fixed", "position:var(--x)",
      "background:url(\"h\ttps://evil\")", "list-style:src('http://evil')",
      "position/*1*//*2*//*3*//*4*//*5*//*6*//*7*//*8*//*9*/:fixed",
    ]
  )
  func styles(_ declaration: String) {
    let attribute = read("<p style='color:red;\(declaration.replacing("'", with: "&#39;"));top:0'>")
    #expect(attribute.markup == "<p style=\"color:red;top:0\">")
    #expect(attribute.removals == [.style(declaration)])
    let sheet = read("<style>p{color:red;\(declaration);top:0}</style>")
    #expect(sheet.markup == "<style>p{color:red;top:0}</style>")
    let picture = read("<svg><style>@media print{p{\(declaration)}}</style></svg>")
    #expect(picture.markup == "<svg><style>@media print{p{}}</style></svg>")
  }

  @Test("has style sheets that bring no others")
  func imports() {
    let sheet = read("<style>@import 'http://evil';@IMP\\4fRT url(x) print;p{a:b}</style>")
    #expect(sheet.markup == "<style>p{a:b}</style>")
    #expect(sheet.removals.count == 2)
    // A string that hides a rule from who reads it otherwise is told, and the sheet with it.
    let hidden = read("<style>a{b:'\n;@import url(http://evil);'}</style>")
    #expect(!hidden.markup.contains("evil"))
  }

  @Test("does not take longer than it is long")
  func time() {
    for part in ["url(", "position/*", "<!--", "*/:", "<svg>", "&#", "<a b=", "{", "position:/**/"]
    {
      let begin = ContinuousClock.now
      _ = read("<style>" + String(repeating: part, count: 40_000) + "</style>")
      _ = read(String(repeating: part, count: 40_000))
      #expect(ContinuousClock.now - begin < .seconds(20), "\(part)")
    }
  }

  @Test("is run where who trusts it says so, and the policy knows just that")
  func trusted() {
    var permissions = PagePermissions()
    permissions.scripts = true
    permissions.frames = ["youtube-nocookie.com"]
    let script = "<script>f('</b>')</script><script src=https://cdn.example/a.js?b></script>"
    let frame = "<iframe src=\"https://www.youtube-nocookie.com/embed/x\" allowfullscreen></iframe>"
    let read = read(script + frame + "<b onclick='f(&quot;a&quot;)'>x</b>", permissions)
    #expect(read.markup == script + frame + "<b onclick='f(&quot;a&quot;)'>x</b>")
    #expect(read.removals == [])
    #expect(read.sources.scripts == [PolicySources.digest(of: Array("f('</b>')".utf8))])
    #expect(read.sources.addresses == ["https://cdn.example/a.js"])
    #expect(read.sources.handlers == [PolicySources.digest(of: Array("f(\"a\")".utf8))])
    let other = self.read("<iframe src='https://youtube-nocookie.com.evil/'></iframe>", permissions)
    #expect(other.removals == [.frame(host: "youtube-nocookie.com.evil")])
  }

  @Test("goes on where Markdown stands between its parts")
  func parts() {
    var safety = SafeMarkup(PagePermissions())
    #expect(safety.next("<p><style>a{b:") == "<p>")
    safety.add(text: "url(http://evil);c:d")
    #expect(safety.next("}</style>") == "<style>a{c:d}</style>")
    #expect(safety.next("<noscript>") == "")
    #expect(safety.textElement == "noscript")
    #expect(safety.next("<b>x</b></noscript></p>") == "</p>")
  }
}
