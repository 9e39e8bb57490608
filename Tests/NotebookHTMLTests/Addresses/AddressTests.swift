import Documents
import NotebookSyntax
import Synchronization
import TestSupport
import Testing

@testable import NotebookHTML

@Suite("Addresses in a page's markup")
struct AddressTests {
  /// The addresses of some markup, and the markup with each of them in capital letters.
  private func read(_ markup: String) -> (found: [String], anchors: [String], markup: String) {
    let html = HTMLWriter([.raw(markup)])
    var found: [String] = []
    let addresses = html.knownAddresses
    let anchors = Set(html.names(addresses)).sorted()
    let changed = html.readdressed(at: addresses.spots) { address in
      found.append("\(address.role.rawValue) \(address.text)")
      return address.text.uppercased()
    }
    return (found, anchors, changed.filled(with: []).text)
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
    let changed = html.readdressed(at: html.knownAddresses.spots) { _ in "longer than before" }
      .filled(with: [.text("one"), .text("two")])
    #expect(
      changed.text
        == "<a href=\"longer than before\">one</a><img src=\"longer than before\">two"
    )
  }

  @Test(
    "are noted on writing as a browser reads them, whatever raw markup leaves open",
    arguments: UInt64(0)..<300
  )
  func noting(_ seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let html = HTMLWriter((0..<6).map { _ in Self.node(by: &chance, depth: 0) })
    let read = WrittenAddresses(readIn: html.bytes)
    let known = html.knownAddresses
    #expect(known.spots.map(\.written) == read.spots.map(\.written), "\(html.text)")
    #expect(known.spots.map(\.value) == read.spots.map(\.value), "\(html.text)")
    #expect(known.spots.map(\.role) == read.spots.map(\.role), "\(html.text)")
    #expect(known.anchors == read.anchors, "\(html.text)")
  }

  /// A node of a kind that pages have.
  private static func node(by chance: inout SeededGenerator, depth: Int) -> HTMLNode {
    let pieces = [
      "<a href=b>", "</a>", "<!-- ", " -->", "<textarea>", "</textarea>", "<img src='c", "'>", "<",
      "</", "x",
      "<p id=d>", "<script>", "</script>", "<?x", ">", "<style>a{}</style>", "<br/>",
    ]
    let name = "n\(Int.random(in: 0..<9, using: &chance))"
    switch Int.random(in: 0..<(depth > 2 ? 4 : 8), using: &chance) {
    case 0: return .text("<a href=\(name)>")
    case 1: return .void("img", [HTMLAttribute("src", name + "\"<"), .id(name)])
    case 2, 3: return .raw(pieces.randomElement(using: &chance) ?? "")
    case 4: return .written(HTMLWriter([node(by: &chance, depth: depth + 1)]))
    case 5: return .element("script", [.id(name)], [.raw("<img src=e>")])
    default:
      let inner = (0..<3).map { _ in node(by: &chance, depth: depth + 1) }
      return .element("a", [.href(name), HTMLAttribute("name", name)], inner)
    }
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
