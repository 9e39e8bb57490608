import NotebookHTML
import Testing

@Suite("Markup that goes elsewhere")
struct MovedMarkupTests {
  @Test("has other addresses, and is the same otherwise")
  func addresses() {
    let markup =
      "<p>a &amp; b <img src='x.png' alt=x> <a href=y.html>y</a> <a href=\"#z\">z</a></p>"
    let moved = RawAddresses.readdressed(markup) { address in
      address.text.hasPrefix("#") ? nil : "\(address.role)/" + address.text
    }
    #expect(
      moved
        == "<p>a &amp; b <img src=\"image/x.png\" alt=x> <a href=\"link/y.html\">y</a> <a href=\"#z\">z</a></p>"
    )
  }

  @Test("has other names, in whatever marks they stand")
  func names() {
    let markup = "<h2 id=\"a\">A</h2><p id=b>B</p><a id='c\"' href=\"#a\">C</a><svg id=\"keep\"/>"
    let moved = MovedMarkup(Array(markup.utf8))
    #expect(moved.names == ["a", "b", "c\"", "keep"])
    let renamed = moved.renamed {
      $0 == "keep" ? nil : "n-" + $0
    } link: {
      $0 == "#a" ? "#n-a" : nil
    }
    #expect(
      String(decoding: renamed, as: UTF8.self)
        == "<h2 id=\"n-a\">A</h2><p id=\"n-b\">B</p><a id=\"n-c&quot;\" href=\"#n-a\">C</a><svg id=\"keep\"/>"
    )
  }
}
