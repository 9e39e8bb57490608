import Documents
import Testing

@testable import NotebookSyntax

@Suite("The depth of Swift code")
struct SwiftDepthTests {
  private static func nested(_ open: String, _ close: String = "", _ count: Int) -> String {
    String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
  }

  /// What is deep when it is repeated, and what closes it.
  private static let nesting: [(open: String, close: String)] = [
    ("(", ")"), ("{", "}"), ("f(", ")"), ("f {", "}"), ("{ a in ", "}"), ("(a, [b: {", "}])"),
    ("[1, (", ")]"),
    ("A<", ">"), ("A<", ""), ("a<b, ", ""), ("<a ", ""), ("(a<", ">)"), ("A<B?, C<", ">>"),
    ("A<B!, A<", ""),
    ("try ", ""), ("try? ", ""), ("try\n", ""), ("await ", ""), ("try await -", ""), ("copy ", ""),
    ("let ", ""),
    ("if ", ""), ("a = if ", ""), ("a, switch b? ", ""), ("precedencegroup a ", ""),
    ("repeat ", ""), ("inout ", ""), ("some ", ""), ("a ? ", " : b"),
    ("a >= b ? ", ": c"), ("() -> ", ""),
    ("\"\\(", ")\""), ("#\"\\#(", ")\"#"), ("\"\"\"\n\\(", ")\n\"\"\""), ("if a {\n", "}\n"),
    ("#if A\n", "\n#endif\n"),
    ("func f() {\n", "\n}\n"), ("[a: ", "]"),
  ]

  @Test("is told where it is a thousand levels, wherever these are", arguments: nesting)
  func tooDeep(_ open: String, _ close: String) {
    let code = "let x = 1\n" + Self.nested(open, close, 1000)
    #expect(SwiftDepth.excess(in: code) != nil)
  }

  @Test("is told for a long chain of else-if, for which the parser calls itself")
  func elseIf() {
    func chain(_ count: Int) -> String {
      "if a { b() }" + String(repeating: " else if c { d() }", count: count)
    }
    #expect(SwiftDepth.excess(in: chain(400)) == nil)
    #expect(SwiftDepth.excess(in: chain(600)) != nil)
    let apart = String(repeating: chain(30) + "\nprint(a)\n", count: 100)
    #expect(SwiftDepth.excess(in: apart) == nil)
  }

  @Test("allows twelve square brackets in one another, and not thirteen")
  func squareBrackets() throws {
    #expect(SwiftDepth.excess(in: Self.nested("[", "]", 12)) == nil)
    let (offset, excess) = try #require(SwiftDepth.excess(in: Self.nested("[", "]", 13)))
    #expect(offset == 12)
    #expect(excess == .squareBrackets)
  }

  @Test(
    "does not grow with what stands side by side",
    arguments: [
      "f(a, [1, 2], { $0 }) ", "a + ", "a.b().c ", "let x: A<B> = C<D<E>>()\n", "if i<n { f() }\n",
      "a<b\n", "print(i<n && j<m)\n", "x = a ? b : c\n", "f(a ? b : c, d)\n",
      "let f: () -> Int = { 1 }\n",
      "func f() -> Int\n", "try f()\n", "try await a + \n", "do { try f() } catch { g() }\n",
      "return\n",
      "case .a: return\n", "\"(((((\\(a)\" ", "// ((((((\n", "/* {{{ /* [[[ */ ((( */",
      "#\"\\(((\"# ",
      "\"\"\"\n(((\n\"\"\"\n", "\"((((\n", "a?.b!.c ", "a ?? b ", "for i in 0..<n { }\n",
      "\\.a[0] ",
      "#if A\nlet a = 1\n#endif\n", "let a = 1, b = 2\n", "import Foundation\n",
      "public static func f() {}\n",
      "f(){} ", "a >= b\n", "1 << 2 ", "let a: [Int?] = [nil]\n", "(a, b) = (b, a)\n", "x -> y, ",
      "guard let a else { return }\n", "while i<3 { i += 1 }\n", "a.init() ",
    ]
  )
  func sideBySide(_ part: String) {
    #expect(SwiftDepth.excess(in: String(repeating: part, count: 500)) == nil)
  }

  @Test(
    "is an error at its place, and the code is shown to no parser",
    arguments: ["swift", "swift ignore"]
  )
  func diagnostic(_ words: String) throws {
    let code = Self.nested("[", "]", 200)
    let text =
      "> ```\(words)\n> let x =\n>   \(code)\n> ```\n\n`{swift} \(code)` $\\swift{\(code)}$\n"
    let notebook = NotebookParser.parse(SourceText(path: "a.md", text: text))
    #expect(
      notebook.diagnostics.map(\.identifier) == ["code-too-deep", "code-too-deep", "code-too-deep"]
    )
    #expect(notebook.diagnostics.first?.start == SourcePosition(line: 3, column: 5 + 12))
    #expect(!notebook.canRun)
    for piece in notebook.pieces {
      switch piece {
      case .cell(let cell): #expect(cell.code.text == "")
      case .value(let value): #expect(value.expression.text == "")
      }
    }
  }
}
