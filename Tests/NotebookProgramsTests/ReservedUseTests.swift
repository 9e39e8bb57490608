import Documents
import NotebookSyntax
import Testing

@testable import NotebookPrograms

@Suite("What is not a cell's")
struct ReservedUseTests {
  /// What is wrong with a cell, each with the code that it is about.
  private func faults(_ code: String) -> [String] {
    let notebook = NotebookParser.parse(
      SourceText(path: "n.md", text: "```swift\n\(code)\n```\n")
    )
    let source = notebook.source
    return notebook.pieces.map { ParsedPiece($0) }.faults(in: source).map { fault in
      guard let start = fault.start, let end = fault.end else { return fault.identifier }
      let range = source.offset(of: start)..<source.offset(of: end)
      let text = String(decoding: source.bytes[range], as: UTF8.self)
      return "\(fault.identifier): \(text)"
    }
  }

  @Test(
    "is a generated name, declared or used",
    arguments: [
      ("func __show<T>(_ value: T) {}", "__show"), ("__show(43)", "__show"),
      ("let __at = 1", "__at"), ("NotebookDisplay.__promise(0, 42)", "__promise"),
      ("struct S { func f() { `__finish`() } }", "`__finish`"),
      ("\"\\(__begin(1))\"", "__begin"), ("enum __Program {}", "__Program"),
      ("func __statements0() {}", "__statements0"), ("#if os(Plan9)\n__start()\n#endif", "__start"),
    ]
  )
  func generated(code: String, name: String) {
    #expect(faults(code) == ["reserved-name: \(name)"])
  }

  @Test(
    "is a function of the system or of the recorder, or what runs before the program",
    arguments: [
      "@_cdecl(\"read\") func mine(_ a: Int32) -> Int { 0 }",
      "@c(write) func mine(_ a: Int32) -> Int { 0 }", "@c func getpid() -> Int32 { 1 }",
      "@_silgen_name(\"poll\") func mine() -> Int32 { 0 }",
      "@_silgen_name(\"$s15NotebookDisplay8RecorderC6sharedACSgvgZ\") func recorder() -> AnyObject?",
      "@_section(\".init_array\") let early: @convention(c) () -> Void = {}",
    ]
  )
  func symbols(code: String) {
    let faults = faults(code)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("reserved-name: @") == true)
  }

  @Test(
    "is no other name",
    arguments: [
      "let __mine = 1", "let _at = 1", "let shows = \"__show\"", "@_cdecl(\"my_own\") func f() {}",
      "@_silgen_name(\"getpid\") func processNumber() -> Int32", "__statementsOf()",
      "@MainActor func c() {}", "let a = 1 // __show",
    ]
  )
  func others(code: String) {
    #expect(faults(code) == [])
  }

  @Test("is every name that is generated")
  func all() {
    let text = """
      ```swift
      let a = 1 // => 1
      a
      print(a) // Prints "1"
      a + 1 // => 2
      ```

      ```swift no-run
      a
      ```
      """
    let notebook = ParsedNotebook(
      NotebookParser.parse(SourceText(path: "n.md", text: text))
    )
    for form in [ProgramForm.script, .library] {
      let program = SourceWriter.program(notebook.pieces, in: notebook.notebook.source, as: form)
      let names = Set(program.text.matches(of: /__\w+/).map { String($0.output) })
      #expect(names.count > 7)
      #expect(names.filter { !GeneratedNames.contains($0) } == [])
    }
  }
}
