import Documents
import NotebookSyntax
import Testing

@Suite("Citations")
struct CitationTests {
  private static let head = "---\nbibliography: a.bib\n---\n"

  private func citations(_ text: String) -> [Citation] {
    NotebookParser.parse(SourceText(path: "a.md", text: Self.head + text + "\n")).citations
  }

  /// What stands behind `@`, and the key that it is.
  private static let keyForms: [(text: String, key: String?)] = [
    ("a", "a"), ("1990", "1990"), ("_a_b", "_a_b"), ("a_", "a"), ("a.", "a"), ("a.b.", "a.b"),
    ("a:b/c-d+e?f~g%h#i", "a:b/c-d+e?f~g%h#i"), ("a--b", "a"), ("a:", "a"), ("é’s", "é"),
    ("a<b", "a<b"), ("a<b>c</b>", "a"), ("a&b", "a&b"), ("a&amp;b", "a"), ("a|b", "a"),
    ("{a b}", "a b"), ("{a]b}c", "a]b"), ("{}", nil), ("{a", nil), ("{a\nb}", nil), (" a", nil),
    ("-a", nil), ("*a", nil), ("a*b*", "a"),
  ]

  @Test("keys end where Pandoc ends them", arguments: keyForms)
  func keys(_ text: String, _ key: String?) {
    for place in ["@", "*x* @", "> - @", "# @", "“@"] {
      #expect(citations(place + text).first?.items.first?.key == key, "after \(place)")
    }
  }

  @Test(
    "what is no citation stays text",
    arguments: [
      "a@b", "a_@b", "é@b", #"\@a"#, "`@a`", "<a@b.c>", "<b title='@a'>c</b>", "[a](@b)", "/@a",
      "https://a.b/@c", "https://a.b/?c=@d", "www.a.b?c=@d", "a@b.c", "    @a", "[^@a]", "$@a$",
      "<!-- @a -->", "<pre>@a</pre>", "@", "@@", "[@]", "@[a]",
    ]
  )
  func text(_ text: String) {
    #expect(citations(text).isEmpty)
  }

  @Test("without a bibliography @name is text", arguments: ["@a", "[@a]", "[see @a, p. 3; @b]"])
  func noBibliography(_ text: String) {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(notebook.citations.isEmpty)
    #expect(notebook.dump.contains(text))
  }

  @Test("citations come in the order of the source, each once, from every place")
  func order() {
    let found = citations(
      """
      # @a [p. 1]

      > [!THEOREM] @b
      > [@c, see @d, and [@e]].[^1]

      | @f |
      |----|
      | [@g] |
      : Caption @h

      ```swift caption="@i"
      ```

      <p>[@j; @k]</p>

      [^1]: @l
      """
    )
    #expect(
      found.map { $0.items.map(\.key).joined() } == [
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "jk", "l",
      ]
    )
  }

  @Test("labels and works in one pair of brackets are an error there")
  func mixture() {
    for text in ["[@sec-a; @b]", "[@b; see @sec-a]", "[@sec-a, @b]"] {
      let notebook = NotebookParser.parse(
        SourceText(path: "a.md", text: Self.head + "# A {#sec-a}\n\nx " + text + " y\n")
      )
      #expect(notebook.diagnostics.map(\.identifier) == ["mixed-citation"])
      #expect(notebook.diagnostics.first?.start == SourcePosition(line: 6, column: 3))
      #expect(notebook.diagnostics.first?.end == SourcePosition(line: 6, column: 3 + text.count))
      #expect(notebook.citations.count == 1)
    }
  }

  @Test(
    "a range is that of the whole citation",
    arguments: [
      "@a", "-@a", "@a [p. 3]", "[@a]", "[see @a, p. [3]; -@b]", "@{a b}", "[a `]` *b* @c $x]$ d]",
    ]
  )
  func ranges(_ text: String) {
    for (before, after) in [("", ""), ("> - é [x] ", ", [y]"), ("# [x ", " y"), ("*", "*")] {
      let source = SourceText(path: "a.md", text: Self.head + before + text + after + "\n")
      #expect(NotebookParser.parse(source).citations.map { source[$0.range] } == [text])
    }
  }
}
