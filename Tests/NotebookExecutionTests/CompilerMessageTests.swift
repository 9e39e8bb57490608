import Testing

@testable import NotebookExecution

@Suite("What the compiler prints")
struct CompilerMessageTests {
  private func suggestion(_ last: String) -> String? {
    let output = "a.swift:1:1: warning: unused\n#doubled(2)\n^~~~~~~~~~~\n\(last)\n"
    return CompilerMessage.messages(in: output, files: ["a.swift"]).first?.suggestion
  }

  @Test("says below a message what could stand there, and not what else follows")
  func suggestions() {
    #expect(suggestion("_ = ") == "_ =")
    #expect(suggestion("clang version 21.0.0 (https://example.org)") == nil)
    #expect(suggestion("Shapes.Square:1:25: note: 'area' declared here") == nil)
    #expect(suggestion("") == nil)
  }
}
