import Testing

@testable import NotebookPreview

@Suite("The parts of a page")
struct PagePartsTests {
  private func split(_ page: String) -> PageParts? { PageParts(Array(page.utf8), marks: "s") }

  private func patch(_ old: [String], _ new: [String]) throws -> [PagePatch.Step] {
    func page(_ blocks: [String]) -> String {
      blocks.enumerated().map { "<!--s \($0 + 1)-->\($1)" }.joined() + "<!--s end-->"
    }
    return PagePatch(
      from: split(page(old)),
      to: try #require(split(page(new)))
    ).steps
  }

  @Test("are what stands around the blocks and each of them, with its line")
  func splitting() throws {
    let parts = try #require(
      split(
        "<main><!--s 0--><svg/>\n<!--s 3--><p>a</p><!--s 7--><ul><!--s +1-->b</ul><!--s end--></main>"
      )
    )
    #expect(parts.before == ArraySlice("<main>".utf8))
    #expect(parts.blocks.map(\.line) == [0, 3, 7])
    #expect(
      parts.blocks.map { String(decoding: $0.html, as: UTF8.self) }
        == ["<svg/>\n", "<p>a</p>", "<ul><!--s +1-->b</ul>"]
    )
    #expect(parts.behind == ArraySlice("</main>".utf8))
  }

  @Test(
    "are not known where the template leaves the blocks out or shows them twice",
    arguments: [
      "<main></main>", "<!--s 1-->a", "<!--s 1-->a<!--s end--><!--s 1-->a<!--s end-->", "<!--s 1",
      "<!--s x-->a<!--s end-->",
    ]
  )
  func unknown(_ page: String) { #expect(split(page) == nil) }

  @Test("that changed are told in as few steps as can be")
  func steps() throws {
    #expect(try patch(["a", "b", "c"], ["a", "b", "c"]) == [.keep(3)])
    #expect(try patch(["a", "b", "c"], ["a", "x", "c"]) == [.keep(1), .change("x"), .keep(1)])
    #expect(
      try patch(["a", "b"], ["a", "x", "y", "b"]) == [.keep(1), .insert(["x", "y"]), .keep(1)]
    )
    #expect(try patch(["a", "b", "c", "d"], ["a", "d"]) == [.keep(1), .remove(2), .keep(1)])
    #expect(
      try patch(["a", "b", "c", "d"], ["x", "b", "y", "z", "d"])
        == [.change("x"), .keep(1), .change("y"), .insert(["z"]), .keep(1)]
    )
    #expect(try patch([], ["a"]) == [.insert(["a"])])
    #expect(try patch(["a"], []) == [.remove(1)])
  }

  @Test("that changed nearly all are taken in their order")
  func manySteps() throws {
    let old = (0..<900).map { "a\($0)" }
    let new = (0..<901).map { "b\($0)" }
    let steps = try patch(old, new)
    #expect(steps.count == 901)
    #expect(steps.first == .change("b0") && steps.last == .insert(["b900"]))
  }

  @Test("of a page that is shown are the same but for a version that is known")
  func firstDifference() {
    func line(_ old: String, _ new: String) -> Int? {
      ShownPage.firstDifference(Array(old.utf8), Array(new.utf8))
    }
    #expect(line("a\nb\nc", "a\nb\nc") == nil)
    #expect(line("a\nb\nc", "a\nx\nc") == 2)
    #expect(line("a\nb\nc", "a\nb\n") == 3)
    #expect(line("a\nb", "a\nb\nc") == 2)
    #expect(ShownPage.firstDifference(nil, []) == nil)
  }
}
