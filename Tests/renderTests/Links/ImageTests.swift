import Foundation
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Images of a page")
struct ImageTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("are in the page itself, wherever in its markup they are shown")
  func embedded() async throws {
    let names = ["a", "b", "c", "d", "e", "f", "g"]
    for name in names { try folder.write("<svg>\(name)</svg>", to: "n/\(name).svg") }
    try folder.write(
      """
      ![A](a.svg) <img src=b.svg alt=""> <IMG SRC='c.svg'>

      <picture><source srcset="d.svg 1x, e.svg 2x"><img src="f.svg"></picture>
      <video poster="g.svg"></video>

      """,
      to: "n/a.md"
    )
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.errors == "")
    let page = try PageFiles("a.html", in: folder)
    #expect(page.contents("(?:src|SRC)") == ["a", "b", "c", "f"].map { "<svg>\($0)</svg>" })
    let set = page.addresses("srcset").flatMap { $0.split(separator: ", ") }
    #expect(set.map { page.content(String($0.dropLast(3))) } == ["<svg>d</svg>", "<svg>e</svg>"])
    #expect(set.map { $0.suffix(3) } == [" 1x", " 2x"])
    #expect(page.contents("poster") == ["<svg>g</svg>"])
    #expect(page.addresses("src").allSatisfy { $0.hasPrefix("data:image/svg+xml;base64,") })
    #expect(try folder.files(in: "Output") == ["a.html"])
  }

  @Test("are files beside the page where that is wanted, and the command line's word counts")
  func copied() async throws {
    try folder.write("<svg>a</svg>", to: "n/a.svg")
    try folder.write("---\nimages: copy\n---\n![A](a.svg#part)\n", to: "n/a.md")
    #expect(await Rendered("n", in: folder).errors == "")
    let page = try PageFiles("a.html", in: folder)
    #expect(page.contents("src") == ["<svg>a</svg>"])
    #expect(
      page.addresses("src").allSatisfy { $0.hasPrefix("assets/") && $0.hasSuffix("/a.svg#part") }
    )
    #expect(await Rendered("n", in: folder) { $0.images = .embed }.errors == "")
    #expect(try PageFiles("a.html", in: folder).addresses("src")[0].hasPrefix("data:"))
  }

  @Test("too large for the page are put beside it, which is told once")
  func large() async throws {
    let image = "<svg>" + String(repeating: " ", count: ImageData.limit) + "</svg>"
    try folder.write(image, to: "n/large.svg")
    try folder.write("![A](large.svg)\n\n![A](large.svg)\n", to: "n/a.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.status == .success)
    #expect(rendered.errors.hasPrefix("n/a.md:1:6: note: the image 'large.svg' has 1.0 MB"))
    #expect(rendered.errors.matches(of: /note:/).count == 1)
    #expect(try PageFiles("a.html", in: folder).contents("src") == [image, image])
  }

  @Test("together are no more than a page can have")
  func manyLarge() async throws {
    let count = ImageData.limitOfAll / ImageData.limit + 2
    let image = "<svg>" + String(repeating: " ", count: ImageData.limit - 11) + "</svg>"
    try folder.write(image, to: "n/a.svg")
    let text = String(repeating: "![A](a.svg)\n\n", count: count)
    try folder.write(text, to: "n/a.md")
    let rendered = await Rendered("n", in: folder)
    #expect(rendered.errors.matches(of: /note:/).count == 1)
    let addresses = try PageFiles("a.html", in: folder).addresses("src")
    #expect(addresses.filter { $0.hasPrefix("data:") }.count == count - 2)
    #expect(addresses.filter { $0.hasPrefix("assets/") }.count == 2)
  }

  @Test(
    "are found by every way to write their names",
    arguments: [
      ("p.png", "p.png"), ("p.png", "./p.png"), ("p.png", "../n/p.png"), ("p.png", "/part/n/p.png"),
      ("p.png", "p.png?raw=true"), ("p.png", "p.png#at"), ("a b.png", "a%20b.png"),
      ("a b.png", "<a b.png>"), ("50%.png", "50%.png"), ("50%.png", "50%25.png"),
      ("a%20b.png", "a%20b.png"), ("what?.png", "what?.png"), ("a#b.png", "a#b.png"),
      ("a#b.png", "a%23b.png"), ("größe.png", "größe.png"), ("größe.png", "gr%C3%B6%C3%9Fe.png"),
      ("gro\u{308}ße.png", "gr\u{F6}ße.png"), ("gr\u{F6}ße.png", "gro\u{308}ße.png"),
      ("a&b.png", "a&amp;b.png"),
    ]
  )
  func names(_ file: String, _ address: String) async throws {
    try folder.write("a picture", to: "c/part/n/" + file)
    try folder.write("![A](\(address))\n", to: "c/part/n/a.md")
    let rendered = await Rendered("c", in: folder)
    #expect(rendered.errors == "")
    #expect(try PageFiles("part/n/a.html", in: folder).contents("src") == ["a picture"])
  }

  @Test("are found anywhere below the folder that is rendered, and not outside")
  func above() async throws {
    try folder.write("a picture", to: "c/img/p.png")
    try folder.write("![A](../img/p.png)\n", to: "c/part/a.md")
    #expect(await Rendered("c", in: folder).errors == "")
    #expect(try PageFiles("part/a.html", in: folder).contents("src") == ["a picture"])
    let rooted = await Rendered("c/part/a.md", in: folder) { $0.roots = [folder.path("c")] }
    #expect(rooted.errors == "")
    let alone = await Rendered("c/part/a.md", in: folder)
    #expect(alone.status == .failure)
    #expect(
      alone.errors.hasPrefix(
        """
        c/part/a.md:1:6: error: the image '../img/p.png' lies outside the folder that is rendered, so \
        the page lacks it
        """
      )
    )
    #expect(alone.errors.contains("help: name the folder that holds both: --root c"))
  }

  @Test(
    "that are not there are errors at their places",
    arguments: [
      ("![A](pp.png)", 6), ("text <img alt='' src=\"pp.png\">", 23),
      ("<img srcset='p.png, pp.png 2x'>", 21),
      ("![A][a]\n\n[a]: pp.png", 6), ("- ![A](pp.png)", 8), ("<video src='pp.png'></video>", 13),
      ("<p style=\"background: url('pp.png')\">A</p>", 28),
    ]
  )
  func missing(_ text: String, _ column: Int) async throws {
    try folder.write("a picture", to: "p.png")
    try folder.write(text + "\n", to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(rendered.status == .failure)
    #expect(rendered.errors.hasPrefix("a.md:\(line):\(column): error: the "))
    #expect(rendered.errors.contains("'pp.png' is not there\n"))
    #expect(rendered.errors.contains("help: did you mean 'p.png'?"))
  }

  @Test("that a cell's markup shows are there, too")
  func shownByCell() async throws {
    try folder.write("a picture", to: "p.png")
    let cell = """
      ```swift
      struct Shown: Displayable {
        var display: DisplayBundle { DisplayBundle(plain: "p", [.html: "<img src='p.png'>"]) }
      }
      Shown()
      ```

      """
    try folder.write(cell, to: "a.md")
    let rendered = await Rendered("a.md", in: folder)
    #expect(rendered.errors == "")
    #expect(try PageFiles("a.html", in: folder).contents("src") == ["a picture"])
  }

  @Test("of one name in two folders stay two, whichever pages are made, and when")
  func sameName() async throws {
    for name in ["a", "b"] {
      try folder.write(name, to: "\(name)/x.png")
      try folder.write(name + name, to: "\(name)/x.csv")
      try folder.write("![A](x.png) [x](x.csv)\n", to: "\(name)/\(name).md")
    }
    func expectOwn(_ files: [String: String]) throws {
      for name in ["a", "b"] {
        let page = try PageFiles("\(name).html", in: folder)
        #expect(page.contents("src") == [files[name] ?? name])
        #expect(page.contents("href") == [name + name])
      }
    }
    let copies: (inout RenderJob) -> Void = { $0.images = .copy }
    #expect(await Rendered("a/a.md", "b/b.md", in: folder, change: copies).errors == "")
    try expectOwn([:])
    try folder.write("c", to: "b/x.png")
    #expect(await Rendered("b/b.md", in: folder, change: copies).errors == "")
    try expectOwn(["b": "c"])
    #expect(await Rendered("a/a.md", in: folder, change: copies).errors == "")
    try expectOwn(["b": "c"])
  }
}
