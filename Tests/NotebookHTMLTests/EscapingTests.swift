import NotebookLayout
import Testing

@testable import NotebookHTML

@Suite("Escaping")
struct EscapingTests {
  @Test("text and attributes cannot be taken for markup")
  func textAndAttributes() {
    let node = HTMLNode.element(
      "a",
      [HTMLAttribute("title", "\"<&>'")],
      [.text("</a> & \"quotes\" ü 🙂"), .void("br", []), .raw("<b>as it is</b>")]
    )
    #expect(
      HTMLWriter([node]).text
        == "<a title=\"&quot;&lt;&amp;&gt;'\">&lt;/a&gt; &amp; &quot;quotes&quot; ü 🙂<br><b>as it is</b></a>"
    )
  }

  @Test(
    "addresses are encoded as cmark does",
    arguments: [
      ("/a b?x=1&y=2#z", "/a%20b?x=1&y=2#z"),
      ("https://e.x/ü", "https://e.x/%C3%BC"),
      ("\"<>[]{}|\\^`", "%22%3C%3E%5B%5D%7B%7D%7C%5C%5E%60"),
      ("%20(a)*'!~", "%20(a)*'!~"),
      ("", ""),
    ]
  )
  func addresses(_ written: String, _ encoded: String) {
    #expect(SafeAddress.encoded(written) == encoded)
  }

  @Test(
    "addresses that could run a script are dropped",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "file:///etc/passwd",
      "data:text/html,<script>", "DATA:image/svg+xml,<svg>",
    ]
  )
  func dangerousAddresses(_ address: String) {
    #expect(SafeAddress.encoded(address) == "")
  }

  @Test("an image may be given as data")
  func imageData() {
    #expect(SafeAddress.encoded("data:image/png;base64,AA==") == "data:image/png;base64,AA==")
  }

  @Test("text in a formula cannot be taken for TeX")
  func tex() {
    let page = body("$\\swift{name}$ $\\swift{f(a_b)}$", [0: [["text/plain": "50% of {x}"]]])
    #expect(page.contains(">{\\text{50}\\%\\text{ of }\\{\\text{x}\\}}<"))
    #expect(page.contains(">{\\texttt{f(a}\\_\\texttt{b)}}<"))
  }

  @Test("no control character reaches a page, from text, attributes or markup")
  func controls() {
    var writer = HTMLWriter()
    writer.write([
      .text("a\u{0}b\u{1B}c\u{9B}d\u{7F}e\tf\ng\u{A0}é"),
      .element("i", [.label("x\u{8}y")], [.raw("<b>\u{C}\u{85}</b>")]),
    ])
    #expect(
      writer.text
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\tf\ng\u{A0}é"
        + "<i aria-label=\"x\u{FFFD}y\"><b>\u{FFFD}\u{FFFD}</b></i>"
    )
  }

  @Test(
    "an image loses what only stands before it in a file",
    arguments: [
      ("<svg></svg>", "<svg></svg>"),
      ("<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg></svg>", "<svg></svg>"),
      ("<!-- made by hand -->\n<svg></svg>", "<svg></svg>"),
      ("no image", "no image"),
    ]
  )
  func svg(_ file: String, _ image: String) {
    #expect(SVGText.inHTML(file) == image)
  }
}
