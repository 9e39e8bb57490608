import Foundation
import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookMarkdown

/// What is written is read by GitHub's own parser.
@Suite("Written Markdown")
struct RoundTripTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// The HTML that `cmark-gfm` makes of texts, each by itself.
  private func html(_ texts: [String]) async throws -> [String] {
    let program = "/usr/bin/cmark-gfm"
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "the Debian package cmark-gfm is missing: Scripts/setup --tests installs it"
    )
    let mark = "ENDOFTEXT"
    let path = try folder.write(texts.map { $0 + "\n\n\(mark)\n\n" }.joined(), to: "texts.md")
    let extensions = ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] }
    let result = try await Program(program, extensions + ["--unsafe", path], in: folder).result()
    #expect(result.status == 0)
    return result.output.components(separatedBy: "<p>\(mark)</p>\n").dropLast().map { $0 }
  }

  private static let hostile = [
    "*x*", "**x**", "_x_ and snake_case", "<b>bold</b>", "<script>alert(1)</script>", "a | b",
    "`code`", "```", "~~~", "# no heading", "- no item", "+ no item", "1. no item", "12) none",
    "> no quote", "===", "---", "***", "[link](http://a.b)", "![image](x.png)", "[^1]", "[x]: y",
    "&amp; &lt; &#42; &copy", "\\", "\\*", "a\\", "    indented", "\ttab", "|a|b|", ":--", "~x~",
    "~~x~~", "$5 and $6", "$`x`$", "line\nbreak", "line\n\nbreak", "trailing  ", "*", "_", "]", "[",
    "<!-- comment -->", "<?php ?>", "a<b>c", "x * y * z", "2*3*4", "**bold", "(c)", "!", "![",
    "`", "``", "a`b``c", "\u{0}\u{1}", "éß_x_", "1.5", "10.", "#", "##", "=", "-",
  ]

  @Test("says each value as it is, however it looks like Markdown")
  func values() async throws {
    let pages = Self.hostile.enumerated().flatMap { index, text in
      ["{swift} x\(index)` end", "Begin `{swift} x\(index)`"].map { line in
        markdown(line.hasPrefix("{") ? "`" + line : line, [0: [["text/plain": text]]]).text
      }
    }
    let read = try await html(pages)
    #expect(read.count == pages.count)
    for (index, text) in Self.hostile.enumerated() {
      let words = Self.words(text)
      #expect(
        Self.words(ofHTML: read[2 * index]) == Self.words(text + " end"),
        "\(pages[2 * index])"
      )
      #expect(
        Self.words(ofHTML: read[2 * index + 1]) == Self.words("Begin " + text),
        "\(pages[2 * index + 1]) \(words)"
      )
    }
  }

  /// White space does not count in HTML.
  private static func words(_ text: String) -> String {
    text.replacing("\u{0}", with: "\u{FFFD}").replacing("\u{1}", with: "\u{FFFD}")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text of a single paragraph; anything else comes back as it is.
  private static func words(ofHTML html: String) -> String {
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else { return "no paragraph: " + html }
    return words(
      String(html.dropFirst(3).dropLast(5)).replacing("<span>$</span>", with: "$")
        .replacing(/<\/?a\b[^>]*>/, with: "").replacing("&lt;", with: "<").replacing(
          "&gt;",
          with: ">"
        )
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    )
  }

  @Test("keeps emphasis, code and links apart, however they touch")
  func inlines() async throws {
    var random = SeededGenerator(seed: 4)
    let trees = (0..<400).map { _ in RandomInlines(&random, depth: 3).inlines }
    var writer = markdownWriter()
    let texts = trees.map { writer.text($0) }
    let read = try await html(texts)
    #expect(read.count == trees.count)
    for (tree, (text, html)) in zip(trees, zip(texts, read)) {
      let expected = "<p>" + RandomInlines.html(tree) + "</p>"
      #expect(Self.plain(html) == Self.plain(expected), "\(text)")
    }
  }

  private static func plain(_ html: String) -> String {
    html.replacing("\n", with: "").replacing("&quot;", with: "\"").replacing("%60", with: "`")
  }

  @Test("keeps code in fences that it does not hold")
  func fences() async throws {
    let texts = ["```\n", "````\n```\n", "`", "~~~\n```", "", "a\n\nb\n"]
    let read = try await html(texts.map { MarkdownSyntax.fence($0, "text") })
    for (text, html) in zip(texts, read) {
      let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      #expect(html == "<pre><code class=\"language-text\">\(text)\(end)</code></pre>\n")
    }
  }

  @Test("keeps cells of tables apart, whatever stands in them")
  func tables() async throws {
    let cells = ["a|b", "\\", "\\|", "`", "`a|b`", "x\\|y", "*", "|"]
    let rows = cells.indices.map { "| `{swift} x\($0)` | end |" }.joined(separator: "\n")
    var results: Results = [:]
    for (index, cell) in cells.enumerated() { results.set(index, [["text/plain": cell]]) }
    let text = markdown("| a | b |\n|---|---|\n\(rows)\n", results).text
    let read = try await html([text])
    let found = read[0].matches(of: /<td>(.*?)<\/td>\n<td>end<\/td>/).map { String($0.1) }
    #expect(found == cells)
  }
}

private func markdownWriter() -> MarkdownWriter {
  MarkdownWriter(
    LaidOutNotebookSamples.empty,
    MarkdownOptions(dialect: .github)
  )
}
