import Documents
import NotebookSyntax
import Testing

@testable import NotebookPrograms

@Suite("What a notebook imports")
struct ImportedModulesTests {
  @Test("the modules that a notebook imports are known before it is run")
  func imported() {
    let text = """
      ```swift
      import A
      @testable import struct B.C
      ```

      ```swift compile-fail
      import D
      ```

      ```swift ignore
      import E
      ```
      """
    let notebook = NotebookParser.parse(SourceText(path: "n.md", text: text))
    #expect(ProgramPlan.plans(of: ParsedNotebook(notebook)).importedModules == ["A", "B", "D"])
  }
}
