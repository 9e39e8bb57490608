import Foundation
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Links of a page")
struct LinkTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("to files lead to copies of them")
  func files() async throws {
    try folder.write("1,2", to: "n/data.csv")
    try folder.write("%PDF", to: "n/a paper.pdf")
    try folder.write("sound", to: "n/s.ogg")
    try folder.write(
      """
      [data](data.csv), [paper](<a paper.pdf> "Title"), [page 3](a%20paper.pdf#page=3)

      <a href="data.csv">data</a> <audio src="s.ogg"></audio> <video poster="a paper.pdf"></video>

      """,
      to: "n/a.md"
    )
    #expect(await Rendered("n", in: folder).errors == "")
    let page = try PageFiles("a.html", in: folder)
    #expect(page.contents("href") == ["1,2", "%PDF", "%PDF", "1,2"])
    #expect(page.addresses()[2].hasSuffix("/a%20paper.pdf#page=3"))
    #expect(page.contents("src") == ["sound"])
    #expect(page.contents("poster") == ["%PDF"])
    // Each file is there once.
    #expect(try folder.files(in: "Output").count == 4)
  }

  @Test(
    "to notebooks lead to their pages, however they are written",
    arguments: [
      ("[b](my%20b.md)", "my%20b.html"), ("[b](<my b.md>)", "my%20b.html"),
      ("[b](./my%20b.md#a-part)", "my%20b.html#a-part"), ("[b](/my%20b.md)", "my%20b.html"),
      ("[b](my%20b.md?x=1#a-part)", "my%20b.html?x=1#a-part"), ("[b](my%20b%2Emd)", "my%20b.html"),
      ("<a href='my b.md'>b</a>", "my%20b.html"),
      ("<a href=\"my%20b.md#a-part\">b</a>", "my%20b.html#a-part"),
      ("[b][r]\n\n[r]: my%20b.md", "my%20b.html"), ("[b](my%20b.html)", "my%20b.html"),
      ("[u](%C3%BC.md)", "%C3%BC.html"), ("[u](ü.md)", "%C3%BC.html"),
      ("[u](u\u{308}.md)", "%C3%BC.html"),
      ("[part](part)", "part/index.html"), ("[part](part/)", "part/index.html"),
      ("$\\href{part/index.md}{x}$", "part/index.html"),
      ("$$\\href{\u{FC}.md}{x}$$", "%C3%BC.html"),
      ("[self](a.md#here)\n\n# Here", "a.html#here"),
    ]
  )
  func notebooks(_ text: String, _ address: String) async throws {
    try folder.write(text + "\n", to: "n/a.md")
    try folder.write("# B\n\n## A part\n", to: "n/my b.md")
    try folder.write("# U\n", to: "n/\u{FC}.md")
    try folder.write("# Part\n", to: "n/part/index.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.errors == "")
    #expect(try PageFiles("a.html", in: folder).addresses().first == address)
  }

  @Test("of formulas that the browser sets lead there too, and to no script")
  func formulas() async throws {
    try folder.write("$\\href {part/b.md}{x}$ $\\href{javascript:alert(1)}{y}$\n", to: "n/a.md")
    try folder.write("# B\n", to: "n/part/b.md")
    let rendered = await Rendered("n", in: folder) { $0.typesetting = .browser }
    let page = try folder.read("Output/a.html")
    #expect(page.contains(#"\href {part/b.html}{x}"#))
    #expect(page.contains(#"\href{}{y}"#))
    #expect(rendered.errors.hasPrefix("n/a.md:1:31: warning: the address 'javascript:alert(1)'"))
  }

  @Test("lead from one rendered folder to another")
  func otherRoot() async throws {
    try folder.write("[b](../two/b.md)\n", to: "one/a.md")
    try folder.write("# B\n", to: "two/b.md")
    #expect(await Rendered("one", "two", in: folder).errors == "")
    #expect(try PageFiles("a.html", in: folder).addresses() == ["b.html"])
  }

  @Test(
    "that lead nowhere are told at their places",
    arguments: [
      ("[x](gone.md)", 5, "the link 'gone.md' leads nowhere"),
      ("[x](gone.md)", 5, "there is no n/gone.md"),
      ("[x](b.mdd)", 5, "did you mean 'b.md'?"),
      ("[x](a%20gone.pdf)", 5, "the link 'a gone.pdf' leads nowhere"),
      ("<a href=\"gone.csv\">x</a>", 10, "the link 'gone.csv' leads nowhere"),
      ("[x](/b/gone.md)", 5, "there is no n/b/gone.md"),
      ("[x](data)", 5, "'data' is a folder, which a page cannot show"),
      ("[x](../outside.txt)", 5, "lies outside the folder that is rendered"),
      ("[x](#nowhere)", 5, "there is no '#nowhere' on this page"),
      ("[x](b.md#nowhere)", 5, "there is no '#nowhere' on the page of n/b.md"),
      ("[x](b.md#One)", 5, "there is no '#One' on the page of n/b.md"),
      ("[x](a.md#nowhere)", 5, "there is no '#nowhere' on this page"),
      ("[x](b.html#nowhere)", 5, "there is no '#nowhere' on the page of n/b.md"),
      ("$\\href{gone.md}{x}$", 8, "the link 'gone.md' leads nowhere"),
      ("$\\href {b.md#nowhere}{x}$", 9, "there is no '#nowhere' on the page of n/b.md"),
      ("[x](javascript:alert)", 5, "the address 'javascript:alert' is left out of the page"),
      ("[x](file:///etc/passwd)", 5, "is left out of the page"),
    ]
  )
  func dead(_ text: String, _ column: Int, _ message: String) async throws {
    try folder.write(text + "\n", to: "n/a.md")
    try folder.write("# B\n\n## One\n", to: "n/b.md")
    try folder.write("1,2", to: "n/data/a.csv")
    try folder.write("outside", to: "outside.txt")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.errors.hasPrefix("n/a.md:1:\(column): warning: "))
    #expect(rendered.errors.contains(message))
    #expect(rendered.errors.matches(of: /warning:/).count == 1)
  }

  @Test(
    "are told where they stand and not where code shows them, if it is not a cell that does",
    arguments: [
      ("`[x](gone.md)` and [x](gone.md)", 1, 24), ("``[x](gone.md)` `` [x](gone.md)", 1, 24),
      ("```html\n<a href=\"gone.md\">\n```\n[x](gone.md)", 4, 5), ("a ` b [x](gone.md)", 1, 11),
    ]
  )
  func besideCode(_ text: String, _ line: Int, _ column: Int) async throws {
    try folder.write(text + "\n", to: "n/a.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.errors.hasPrefix("n/a.md:\(line):\(column): warning: the link 'gone.md'"))
  }

  @Test("to all that a page has a name for are alive, here and there")
  func anchors() async throws {
    let places = """
      # Title

      ## A heading with `code` and $x$

      Text[^1] <a id="raw"></a> <span id='quoted'></span> <a name=old></a>

      $$ x $$ {#eq-one}

      $$\\begin{align} a &= b \\label{eq-row} \\end{align}$$

      > [!LEMMA] {#lem-one}
      > It holds.

      [^1]: A note.

      ## Über Maße

      ## Über Maße

      <div id="with-&amp;">

      x

      </div>

      """
    let names = [
      "title", "a-heading-with-code-and-x", "raw", "quoted", "old", "eq-one", "eq-row", "lem-one",
      "fn-1",
      "fnref-1", "über-maße", "%C3%BCber-ma%C3%9Fe-1", "u\u{308}ber-maße", "with-&", "top", "",
      "content",
    ]
    let here = names.map { "[x](<#\($0)>)" }.joined(separator: " ")
    let there = names.map { "[x](<a.md#\($0)>)" }.joined(separator: " ")
    try folder.write(places + "\n" + here + "\n", to: "n/a.md")
    try folder.write("# B\n\n" + there + "\n", to: "n/b.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.errors == "")
    let addresses = try PageFiles("b.html", in: folder).addresses()
    #expect(addresses.contains("a.html#%C3%BCber-ma%C3%9Fe"))
    #expect(addresses.allSatisfy { !$0.contains("u%CC%88") })
  }

  @Test("to pages that nobody makes are told, by links and by references")
  func unmade() async throws {
    try folder.write("See @eq-b and [b](b.md).\n", to: "a.md")
    try folder.write("$$ x $$ {#eq-b}\n", to: "b.md")
    let alone = await Rendered("a.md", in: folder)
    #expect(alone.status == .success)
    #expect(
      alone.errors.contains(
        "a.md:1:5: note: this leads to the page of 'b.md', which is not made"
      )
    )
    #expect(
      alone.errors.contains(
        "a.md:1:19: note: this leads to the page of 'b.md', which is not made"
      )
    )
    #expect(await Rendered("a.md", "b.md", in: folder).errors == "")
    // Now it is there.
    #expect(await Rendered("a.md", in: folder).errors == "")
  }

  @Test("to what somebody else puts among the pages are alive")
  func placedByOthers() async throws {
    try folder.write("[api](api/index.html) [map](/sitemap.xml)\n", to: "n/a.md")
    try folder.write("<html>", to: "Output/api/index.html")
    try folder.write("<map>", to: "Output/sitemap.xml")
    #expect(await Rendered("n", in: folder).errors == "")
    #expect(try PageFiles("a.html", in: folder).addresses() == ["api/index.html", "/sitemap.xml"])
  }

  @Test("are looked up in a time that grows with their number")
  func many() async throws {
    try folder.write("outside", to: "outside.txt")
    let text = (0..<3000).map { "[x](../outside.txt) [y](#n\($0)) [z](gone\($0).txt)\n" }.joined()
    try folder.write(text, to: "n/a.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.status == .success)
  }
}
