import Documents
import NotebookSyntax
import Testing

@testable import NotebookHTML

@Suite("The marks of a preview's page")
struct SourceMarksTests {
  /// The marks of a page, each with the first letters of what follows it.
  private func marks(_ markdown: String) -> [String] {
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: markdown))
    let options = PageOptions(sourceMarks: "mark")
    let html = PageRenderer().page(for: notebook, options: options).html
    return String(decoding: html, as: UTF8.self).matches(of: /<!--mark (\S+)-->\s*(<\/?[a-z]+)?/)
      .map { "\($0.1) \($0.2 ?? "")" }
  }

  @Test("say on which line each block stands, and those within it how far from there")
  func lines() {
    #expect(
      marks("# A\n\nOne.\n\n- two\n- three\n\n  four\n\n> five\n\n```swift\nlet a = 1\n```\n") == [
        "0 ", "1 ", "3 <p", "5 <ul", "+0 ", "+0 <p", "+1 ", "+1 <p", "+3 <p", "10 <blockquote",
        "+0 <p",
        "12 <div", "0 ", "0 ", "end </main",
      ]
    )
  }

  @Test("stand before no block that HTML of the author's own holds together with others")
  func heldTogether() {
    #expect(
      marks("One.\n\n<div>\n\nTwo.\n\n</div>\n\nThree.\n") == [
        "0 ", "1 <p", "3 <div", "+2 <p", "+4 </div", "9 <p", "0 ", "0 ", "end </main",
      ]
    )
  }

  @Test("stand nowhere where only text can stand")
  func textAlone() {
    #expect(
      marks("<svg>\n\n<g/>\n\n</svg>\n\nOne.\n") == [
        "0 ", "1 <svg", "7 <p", "0 ", "0 ", "end </main",
      ]
    )
  }

  @Test("are on no ordinary page, which is the same without them")
  func ordinary() {
    let notebook = NotebookParser.parse(
      SourceText(path: "a.md", text: "One[^1].\n\n- two\n\n[^1]: Note.\n")
    )
    func html(_ marks: String?) -> String {
      let page = PageRenderer().page(for: notebook, options: PageOptions(sourceMarks: marks))
      return String(decoding: page.html, as: UTF8.self)
    }
    #expect(!html(nil).contains("<!--mark"))
    #expect(html("mark").replacing(/<!--mark \S+-->/, with: "") == html(nil))
  }
}
