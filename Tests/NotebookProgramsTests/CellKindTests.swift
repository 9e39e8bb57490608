import Documents
import NotebookPrograms
import NotebookSyntax
import Testing

@Suite("What a cell is")
struct CellKindTests {
  private func exemption(_ code: String, isPlain: Bool = false) -> Cell.Exemption? {
    let fence = isPlain ? "```" : "```swift"
    let text = SourceText(path: "a.md", text: "\(fence)\n\(code)\n```\n")
    let notebook = NotebookParser.parseDocumentation(text, readsPlainCode: isPlain)
    guard case .cell(let cell)? = notebook.pieces.first else { return nil }
    return CellKind(cell).exemption
  }

  @Test(
    "is told by its code where that is no part of a program",
    arguments: [
      (
        Cell.Exemption.manifest,
        "dependencies: [\n  .package(url: \"https://a.b/c\", from: \"1.0.0\")\n]"
      ),
      (.manifest, ".product(name: \"A\", package: \"b\"),"),
      (.manifest, "let package = Package(name: \"a\")"),
      (.shell, "$ swift run tool --help"),
      (.shell, "# builds\nswift build -c release"),
      (.signatures, "func f(_ x: Int) -> String"),
      (.signatures, "struct A {\n  init(b: Int)\n  var c: Int { get }\n}"),
      (.signatures, "extension A {\n  subscript(i: Int) -> Int { get set }\n}"),
      (.members, "init(a: Int) { self.a = a }"),
      (.members, "static func make() -> A { A() }"),
      (.members, "case one\ncase two"),
      (.members, "@Option(name: .long) var name: String"),
      (.placeholder, "func f() -> Int {\n  ...\n}"),
      (.placeholder, "let a = try decode(...)"),
      (.placeholder, "run { … }"),
      (.placeholder, "func f() -> Int { /* elsewhere */ }"),
      (.placeholder, "if a {\n  // ...\n}"),
      (.platform, "import SwiftUI\nprint(1)"),
      (.platform, "struct A {\n  var body: some View { Text(\"a\") }\n}"),
    ]
  )
  func exempt(_ expected: Cell.Exemption, _ code: String) {
    #expect(exemption(code) == expected)
  }

  @Test(
    "is a program where it can be one, also a wrong one",
    arguments: [
      "let a = 1...", "f(...5)", "switch a { case 1...: break; default: break }", "let s = \"...\"",
      "let s = \"…\"", "func f() {}", "let f = {}", "func f() { // nothing\n}", "let a: = 1", "f(",
      "protocol P { func f() }", "protocol P { init(); var a: Int { get } }", "a.package(name)",
      "#if canImport(SwiftUI)\nimport SwiftUI\n#endif", "import Foundation", "@MainActor var a = 1",
      "for i in 0... { print(i) }",
      "var x: Int { 1 }", "final class A { class func f() {} }",
    ]
  )
  func program(_ code: String) {
    #expect(exemption(code) == nil)
  }

  @Test("is no Swift where nobody says that it is and it cannot be")
  func plain() {
    #expect(exemption("x  y\n+--+", isPlain: true) == .notSwift)
    #expect(exemption("let x = 1", isPlain: true) == nil)
    #expect(exemption("x  y\n+--+") == nil)
  }
}
