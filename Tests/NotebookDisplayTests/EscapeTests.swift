import NotebookDisplay
import Testing

@Suite("Escaping")
struct EscapeTests {
  @Test("HTML is safe in elements and attributes")
  func html() {
    #expect(
      Escape.html(#"<a href="x">'&'</a>"#)
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"
    )
  }

  @Test("JSON strings escape quotes, control characters and the end of a script element")
  func json() {
    #expect(Escape.json("a\"\\\n\t\r") == #""a\"\\\n\t\r""#)
    #expect(Escape.json("\u{1}\u{2028}é") == #""\u0001\u2028é""#)
    #expect(Escape.json("</script>") == #""\u003c/script>""#)
  }

  @Test("a Markdown cell stays in its cell and shows its characters as they are")
  func markdownCell() {
    #expect(Escape.markdownCell("a|b *c*\nd") == #"a\|b \*c\* d"#)
  }

  @Test("letters beyond ASCII are kept")
  func unicode() {
    #expect(Escape.html("ŷ₁ 👩‍🔬") == "ŷ₁ 👩‍🔬")
    #expect(Escape.json("ŷ₁ 👩‍🔬") == "\"ŷ₁ 👩‍🔬\"")
  }
}
