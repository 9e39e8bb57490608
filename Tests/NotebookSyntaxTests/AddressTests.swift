import Documents
import Foundation
import NotebookSyntax
import TestSupport
import Testing

@Suite("Addresses")
struct AddressTests {
  /// Markdown with addresses that hold our marks.
  private static let marked = [
    #"[Set](https://a.b/Set_\(mathematics\)) and [one](https://a.b/\[a\] "A \(title\)")"#,
    "[first](https://a.b/i?$top=5) and [rest](https://a.b/i?$skip=5)",
    "![a](chart-$x.png) and ![b](chart-$y.png)",
    "[one](<https://x.y/$a>) and [two](<https://x.y/b$>)",
    "https://a.b/i?$top=5 and https://a.b/i?$skip=5, www.a.b/$c$d",
    "<https://a.b/i?$top=5> and <https://a.b/i?$skip=5>",
    "[r] and [s][] and [t][r]\n\n[r]: https://a.b/Set_\\(a\\)\n[s]: </$a$> 'A $b$'\n",
    "[a](https://x.y/@fig-a) [b](u@eq-a) [c](/{#eq-x}) <me@eq-a.de> [d](\\eqref{a})",
    "- [a](u?$x)\n- [b](u?$y)\n\n> [c](v$1)\n> [d](v$2)\n",
    "| a | b |\n| - | - |\n| [x](u$1) | [y](u$2) |\n",
    "# [a](u$1) and [b](u$2)\n",
    "[price $5](u$a) and ![alt](v$b) for 6 dollars",
    "[![a](i$1)](u$2) and [x [y](u$3) z](u$4)",
    "([a](https://x.y/$a(b)$)) and [b]( u$b\n\"t $c\" )",
    "[a](u$1 'x') [b](u$2 (y))",
  ]

  @Test("of links and images are those of cmark-gfm, whatever stands in them", arguments: marked)
  func documents(_ markdown: String) throws {
    let markdown = "---\nbibliography: a.bib\n---\n" + markdown + "\n"
    #expect(try addresses(markdown) == expected(markdown))
  }

  /// A dollar that may open a formula stands only in addresses, for a link in a formula is none.
  private static let pieces = [
    "[a](u?$x)", "![b](c$d.png)", "[c](<d $e> \"f $g\")", "<https://x.y/$a>", "https://x.y/?$b=1",
    "www.x.y/$c", "[r]", "[s][r]", "\n\n[r]: v$w\n\n", " 5 $ ", " and ", "[",
    "]",
    "(", ")", "![", "*", "_", "\n\n", "\n- ", "\n> ", "\n# ", "word", "(u\\(v\\))",
    "](w\\$1)", "@b", "<b>", "\n| a | b |\n|---|---|\n| ", " | ", "`c`", "é", "http://",
  ]

  @Test("of documents put together at random are those of cmark-gfm", arguments: 0..<8)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 1...30, using: &random)
      let markdown =
        (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined() + "\n"
      let (found, expected) = (addresses(markdown), try expected(markdown))
      try #require(found == expected, "\(markdown.debugDescription)")
    }
  }

  private func addresses(_ markdown: String) -> [String] {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    return NotebookOutline(notebook).lines.compactMap(Self.address)
  }

  private func expected(_ markdown: String) throws -> [String] {
    let body = markdown.replacing(#/^---\n[^\n]*\n---\n/#, with: "")
    return try CMarkProgram.outline(body).compactMap(Self.address)
  }

  private static func address(_ line: String) -> String? {
    line.firstMatch(of: #/^ *(?:link|image) (.*)$/#).map { String($0.1) }
  }

  @Test("leave the formulas beside them alone")
  func formulas() {
    let text =
      "[math $x$ in text](https://x.y/$a) and $f[x](y)$, $\\text{see http://a.b}$ and $[0, 1](t)$\n"
    let formulas = outline(text).filter { $0.contains("Formula") }.map { $0.drop { $0 == " " } }
    #expect(
      formulas == [
        #"Formula "x""#, #"Formula "f[x](y)""#, #"Formula "\\text{see http://a.b}""#,
        #"Formula "[0, 1](t)""#,
      ]
    )
    #expect(messages(text).isEmpty)
  }
}
