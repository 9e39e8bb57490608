import Documents
import NotebookHTML
import NotebookSyntax
import Testing

@Suite("Templates")
struct TemplateTests {
  private func page(_ template: String, _ markdown: String = "Text.") -> Page {
    PageRenderer(SiteOptions(template: .init(text: template, path: "mine.mustache")))
      .page(for: NotebookParser.parse(SourceText(path: "a/softmax.md", text: markdown)))
  }

  private func text(_ template: String, _ markdown: String = "Text.") -> String {
    String(decoding: page(template, markdown).html, as: UTF8.self)
  }

  @Test(
    "one that cannot be read is told with its place, and the built-in one is used",
    arguments: [
      ("a\n{{#open}}\nb", "a section is not closed"),
      ("a\n{{/open}}", "this tag closes a section that is not open here"),
      ("a\n{{#a}}{{/b}}", "this tag closes a section that is not open here"),
      ("a\n{{title", "a tag is not closed"),
      ("{{{content}}", "a tag is not closed"),
      ("{{=}}", "this tag does not set delimiters"),
    ]
  )
  func broken(_ template: String, _ meaning: String) throws {
    let page = page(template)
    let diagnostic = try #require(page.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.path == "mine.mustache")
    #expect(diagnostic.message == "the template cannot be read: " + meaning)
    #expect(diagnostic.start != nil)
    #expect(String(decoding: page.html, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
  }

  @Test(
    "one that is too deep for its parser is told at the section, whatever marks it has",
    arguments: [
      ("{{#a}}", "{{/a}}"), ("{{^a}}", ""), ("{{$a}}", "{{/a}}"), ("{{<a}}", ""),
      ("{{=<% %>=}}<%#a%>", ""),
    ]
  )
  func depth(_ open: String, _ close: String) throws {
    func nested(_ count: Int) -> String {
      String(repeating: "\n" + open, count: count) + String(repeating: close, count: count)
    }
    let message = "the template cannot be read: sections are nested more than 100 levels deep here"
    let deep = try #require(page(nested(20_000)).diagnostics.first)
    #expect(deep.message == message)
    #expect(deep.start?.line == 102)
    #expect(!page(nested(100)).diagnostics.contains { $0.message == message })
    let many = String(repeating: "{{#a}}{{/a}}", count: 1000)
    #expect(page(many).diagnostics.isEmpty)
  }

  @Test("the content stands where the template puts it, as often as it does")
  func content() {
    #expect(text("[{{{content}}}]") == "[<p>Text.</p>\n]")
    #expect(text("[{{{content}}}|{{{content}}}]") == "[<p>Text.</p>\n|<p>Text.</p>\n]")
    #expect(text("nothing") == "nothing")
    #expect(text("") == "")
  }

  @Test("keys of the front matter are there under their names, escaped")
  func frontMatter() {
    let markdown = """
      ---
      title: A & B
      course: <Calculus>
      year: 2026
      weight: 0.5
      draft: true
      tags: [a, b]
      teacher: {name: Ada}
      nothing: null
      ---
      """
    #expect(text("{{title}}", markdown) == "A &amp; B")
    #expect(text("{{course}}", markdown) == "&lt;Calculus&gt;")
    #expect(text("{{year}} {{weight}}", markdown) == "2026 0.5")
    #expect(text("{{#draft}}yes{{/draft}}{{^nothing}}no{{/nothing}}", markdown) == "yesno")
    #expect(text("{{#tags}}<{{.}}>{{/tags}}{{teacher.name}}", markdown) == "<a><b>Ada")
  }

  @Test("front matter cannot take the place of the page's own parts")
  func reservedNames() {
    let markdown = "---\ncontent: mine\nstyles: mine\ncontents: mine\n---\n\nText.\n"
    #expect(text("{{{content}}}", markdown) == "<p>Text.</p>\n")
    #expect(!text("{{{styles}}}{{{contents}}}", markdown).contains("mine"))
  }

  @Test("a page is named after its title, or else its file")
  func pageTitle() {
    #expect(text("{{pageTitle}}", "# A *title* with $x^2$\n") == "A title with x²")
    #expect(text("{{pageTitle}}") == "softmax")
  }
}
