import Documents
import NotebookPrograms
import NotebookSyntax
import Testing

@Suite("The form of a program")
struct ProgramFormTests {
  @Test("is a library's from many variables on")
  func many() {
    #expect(form(of: variables(99)) == .script)
    #expect(form(of: variables(100)) == .library)
  }

  @Test(
    "is a script's where a library's might mean something else",
    arguments: [
      "if v0 == 1 { return }", "print(#function)", "print(early)\nlet early = 1",
      "#if swift(>=5)\nlet side = print(1)\n#endif", "@Wrapped var wrapped = 1",
      "let _ = print(1), named = 2", "#warned(1)",
      "func early2() -> Int { early }\nprint(early2())\nlet early = 1",
    ]
  )
  func differing(_ code: String) {
    #expect(form(of: variables(100) + code) == .script)
  }

  @Test(
    "is a library's where what would mean something else is within a function",
    arguments: [
      "func f() -> Int { return 1 }", "let f = { return 1 }", "var g: Int { return 1 }",
      "struct S { init() { return } }", "[1].forEach { _ in return }",
      "let (one, _) = (1, 2)", "var seen = 1 { didSet { return } }",
    ]
  )
  func within(_ code: String) {
    #expect(form(of: variables(100) + code) == .library)
  }

  @Test("is a script's where a name is declared again")
  func redeclared() {
    let pieces = [variables(100), "let v0 = 1"].map(piece)
    #expect(SourceWriter.program(pieces, in: Self.source, as: .library).form == .script)
  }

  private static let source = SourceText(path: "n.md", text: "")

  private func variables(_ count: Int) -> String {
    (0..<count).map { "var v\($0) = \($0)\n" }.joined()
  }

  private func form(of code: String) -> ProgramForm {
    ProgramForm(for: [piece(code)], in: Self.source, many: ProgramForm.manyVariables)
  }

  private func piece(_ code: String) -> ParsedPiece {
    let notebook = NotebookParser.parse(
      SourceText(path: "n.md", text: "```swift\n\(code)\n```\n")
    )
    return ParsedPiece(notebook.pieces[0])
  }
}
