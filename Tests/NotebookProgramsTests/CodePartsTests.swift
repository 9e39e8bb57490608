import Documents
import NotebookPrograms
import NotebookSyntax
import Testing

@Suite("Code in which marks stand for the rest")
struct CodePartsTests {
  /// The code of each part as it is compiled, those in parentheses that are left out.
  private func parts(_ code: String) -> [String] {
    let text = SourceText(path: "a.md", text: "> ```swift\n\(quoted(code))\n> ```\n")
    let notebook = NotebookParser.parse(text)
    guard let piece = notebook.pieces.first else { return [] }
    let parts = CodeParts(of: ParsedPiece(piece), in: text, id: text.bytes.count + 1)
    return parts.pieces.indices.dropFirst().map { number in
      let piece = parts.pieces[number]
      let words = piece.code.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text[piece.piece.range].contains(words.prefix(4)))
      return parts.leftOut.contains(number) ? "(\(words))" : words
    }
  }

  private func quoted(_ code: String) -> String {
    code.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
  }

  @Test(
    "is compiled where a mark is a body or a statement, and left out where it is anything else",
    arguments: [
      ("func f() -> Int {\n  ...\n}\nf()", ["func f() -> Int { ___ }", "f()"]),
      ("let a = 1\n...\nlet b = 2", ["let a = 1", "let b = 2"]),
      ("func f() { let a = 1\n  … }", ["func f() { let a = 1 ___ }"]),
      ("if a { /* … */ } else { b() }", ["if a { ___ } else { b() }"]),
      ("if a {\n  // ...\n}", ["if a { ___ }"]),
      ("run { x in ... }", ["run { x in ___ }"]),
      ("switch a {\ncase 1: ...\ndefault: b()\n}", ["switch a { case 1: ___ default: b() }"]),
      ("let a = f(...)\nlet b = 1", ["(let a = f(...))", "let b = 1"]),
      ("let a = [1, ...]\nlet b = 1", ["(let a = [1, ...])", "let b = 1"]),
      ("struct A {\n  ...\n}\nlet b = 1", ["(struct A { ___ })", "let b = 1"]),
      ("for i in 0... { }\nfunc f() { ... }", ["for i in 0... { }", "func f() { ___ }"]),
    ]
  )
  func parts(_ code: String, _ expected: [String]) {
    #expect(parts(code) == expected)
  }

  @Test("has no parts where it is for another platform")
  func platform() {
    #expect(parts("import SwiftUI\nfunc f() { ... }") == [])
  }
}
