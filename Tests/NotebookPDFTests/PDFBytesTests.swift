import Testing

@testable import NotebookPDF

@Suite("The bytes of PDF files")
struct PDFBytesTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("have the date of the notebook, or always the same, and stay as long as they are")
  func dates() {
    let file = "/CreationDate (D:20261130215958+00'00')\n/ModDate (D:20261130215958+00'00')>> (D:x)"
    let same = text(PDFDates.set(in: Array(file.utf8), to: nil))
    #expect(same == file.replacing("20261130215958", with: "20000101000000"))
    let own = text(PDFDates.set(in: Array(file.utf8), to: "2025-03-04"))
    #expect(own == file.replacing("20261130215958", with: "20250304000000"))
    #expect(text(PDFDates.set(in: Array(file.utf8), to: "last spring")) == same)
    #expect(text(PDFDates.set(in: Array("/ModDate (D:20".utf8), to: nil)) == "/ModDate (D:20")
  }

  @Test("have links to files beside them as they were, and stay as long as they are")
  func links() {
    let file =
      "/URI (lectern-beside:b.pdf#a\\(b\\))>> /URI (https://x.y) /URI (lectern-beside:c.pdf)>>"
    let relative = text(PDFLinks.relative(in: Array(file.utf8)))
    let spaces = String(repeating: " ", count: "lectern-beside:".count)
    #expect(
      relative
        == "/URI (b.pdf#a\\(b\\))\(spaces)>> /URI (https://x.y) /URI (c.pdf)\(spaces)>>"
    )
    #expect(relative.utf8.count == file.utf8.count)
    #expect(text(PDFLinks.relative(in: Array("(lectern-beside:\\".utf8))) == "(lectern-beside:\\")
  }

  @Test("have running heads that no title can leave")
  func heads() {
    let html = Array("<html><head><title>x</title></head><body></body></html>".utf8)
    let page = text(
      PaperStyle.added(to: html, title: "</style><b> \"a\" \\ \n", authors: ["A & B"])
    )
    #expect(page.contains("content: \"\\3c /style\\3e \\3c b\\3e  \\22 a\\22  \\5c   \""))
    #expect(page.contains("content: \"A \\26  B\""))
    #expect(page.matches(of: /<\/style>/).count == 1)
    #expect(page.hasPrefix("<html><head><title>x</title><style>"))
  }
}
