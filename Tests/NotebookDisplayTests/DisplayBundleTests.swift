import Foundation
import NotebookDisplay
import Testing

@Suite("Bundles")
struct DisplayBundleTests {
  @Test("plain text is always there and wins over a second one")
  func plain() {
    let bundle = DisplayBundle(plain: "a", [.plain: "b", .html: "<i>a</i>"])
    #expect(bundle.plain == "a")
    #expect(bundle[.html] == "<i>a</i>")
    #expect(bundle[.svg] == nil)
  }

  @Test("a coded bundle is an object of forms and reads back")
  func coding() throws {
    let bundle = DisplayBundle(plain: "a", [.latex: "b"], prefersPlain: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(bundle)
    let expected = #"{"forms":{"text/latex":"b","text/plain":"a"},"prefersPlain":true}"#
    #expect(String(decoding: data, as: UTF8.self) == expected)
    #expect(try JSONDecoder().decode(DisplayBundle.self, from: data) == bundle)
  }
}
