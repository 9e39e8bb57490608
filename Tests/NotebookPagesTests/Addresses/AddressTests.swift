import Documents
import NotebookSyntax
import Synchronization
import Testing

@testable import NotebookPages

@Suite("Addresses in a page's markup")
struct AddressTests {
  /// The addresses of some markup, and the markup with each of them in capital letters.
  private func read(_ markup: String) -> (found: [String], anchors: [String], markup: String) {
    let html = HTMLWriter([.raw(markup)])
    var anchors: Set<String> = []
    var found: [String] = []
    let spots = html.addressSpots(anchors: &anchors)
    let changed = html.readdressed(at: spots) { address in
      found.append("\(address.role.rawValue) \(address.text)")
      return address.text.uppercased()
    }
    return (found, anchors.sorted(), changed.filled(with: []).text)
  }

  @Test(
    "are read as a browser reads them",
    arguments: [
      ("<img src=a.png>", ["image a.png"], "<img src=\"A.PNG\">"),
      ("<IMG\nSRC = 'a b.png' alt=x>", ["image a b.png"], "<IMG\nSRC = \"A B.PNG\" alt=x>"),
      ("<img src=\"a&amp;b.png\"/>", ["image a&b.png"], "<img src=\"A&amp;B.PNG\"/>"),
      ("<img src=\" a&#46;png \">", ["image a.png"], "<img src=\"A.PNG\">"),
      (
        "<source srcset='a.png, b,c.png 2x ,d.png'>",
        ["image a.png", "image b,c.png", "image d.png"],
        "<source srcset=\"A.PNG, B,C.PNG 2x, D.PNG\">"
      ),
      (
        "<!-- <img src=a> --><!----><a href=b>", ["link b"],
        "<!-- <img src=a> --><!----><a href=\"B\">"
      ),
      (
        "<script>'<img src=a>'</script><a href=b>", ["link b"],
        "<script>'<img src=a>'</script><a href=\"B\">"
      ),
      (
        "</img src=a><video src=b poster=c>", ["media b", "image c"],
        "</img src=a><video src=\"B\" poster=\"C\">"
      ),
      ("<p title='<img src=a>'>1 < 2 <3</p>", [], "<p title='<img src=a>'>1 < 2 <3</p>"),
      ("<a href=b><img src='open>", ["link b"], "<a href=\"B\"><img src='open>"),
      (
        "<p style='background:url(a.png), URL( \"b.png\" )'>", ["image a.png", "image b.png"],
        "<p style=\"background:url(A.PNG), URL( &quot;B.PNG&quot; )\">"
      ),
      (
        "<svg><image xlink:href=a /><use href='#b'/></svg>", ["image a", "media #b"],
        "<svg><image xlink:href=\"A\" /><use href=\"#B\"/></svg>"
      ),
      ("<p href=a data=b>", [], "<p href=a data=b>"),
    ] as [(String, [String], String)]
  )
  func reading(_ markup: String, _ found: [String], _ changed: String) {
    let result = read(markup)
    #expect(result.found == found)
    #expect(result.markup == changed)
  }

  @Test("are told from the names that they can lead to")
  func anchors() {
    #expect(read("<p id=a><a name='b&amp;c'></a><img name=d></p>").anchors == ["a", "b&c"])
  }

  @Test("leave formulas where they are")
  func gaps() {
    let html = HTMLWriter([.raw("<a href=a>"), .later(0), .raw("</a><img src=b>"), .later(1)])
    var anchors: Set<String> = []
    let spots = html.addressSpots(anchors: &anchors)
    let changed = html.readdressed(at: spots) { _ in "longer than before" }
      .filled(with: [.text("one"), .text("two")])
    #expect(
      changed.text
        == "<a href=\"longer than before\">one</a><img src=\"longer than before\">two"
    )
  }

  @Test("are asked for with all names of the page, in title, text and notes")
  func wholePage() {
    let text = """
      # A [title](one)

      ## Here {#sec-here}

      ![x](two) and [^1] at @sec-here

      [^1]: A [note](three)

      """
    let asked = Mutex<[String]>([])
    let options = PageOptions(address: { address, anchors in
      #expect(anchors.isSuperset(of: ["sec-here", "fn-1", "content"]))
      asked.withLock { $0.append(address.text) }
      return nil
    })
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    _ = PageRenderer().page(for: notebook, options: options)
    let addresses = asked.withLock { $0 }.filter { !$0.hasPrefix("#") }
    #expect(addresses == ["one", "two", "three"])
  }
}
