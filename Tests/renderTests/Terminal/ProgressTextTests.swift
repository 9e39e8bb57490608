import Documents
import NotebookSyntax
import Testing

@testable import NotebookProject
@testable import render

@Suite("A line of progress")
struct ProgressTextTests {
  private func text(
    _ path: String,
    _ phase: ProgressPhase = .running(cell: 3, count: 8),
    count: Int = 5
  ) -> DocumentProgress {
    DocumentProgress(verb: "rendering", path: path, number: 2, count: count, phase: phase)
  }

  @Test("says which notebook of how many it is, and what is done with it")
  func words() {
    #expect(text("a.md").line(columns: 79) == "rendering a.md (2 of 5): running cell 3 of 8")
    #expect(text("a.md", .compiling, count: 1).line(columns: 79) == "rendering a.md: compiling")
  }

  @Test("is cut where the terminal is narrow: first the path at its beginning, then at its end")
  func narrow() {
    let long = text("course/chapter/week/softmax.md")
    #expect(
      long.line(columns: 60) == "rendering …ter/week/softmax.md (2 of 5): running cell 3 of 8"
    )
    #expect(long.line(columns: 59) == "rendering …er/week/softmax.md (2 of 5): running cell 3 of 8")
    #expect(long.line(columns: 30) == "rendering course/chapter/week…")
    #expect(long.line(columns: 1) == "…")
  }

  @Test("never takes more columns than there are", arguments: 1...90)
  func widths(_ columns: Int) {
    for path in ["a.md", "course/week-1/softmax.md", "教程/第一周/歸一化指數函數.md", "e\u{301}😀👩‍👩‍👧.md"] {
      #expect(text(path).line(columns: columns).width <= columns)
    }
  }

  @Test("holds nothing that a terminal would obey")
  func harmless() {
    let line = text("a\u{1B}[2J\n\r\n\tb.md").line(columns: 79)
    #expect(line == "rendering a\u{FFFD}[2J\u{FFFD}\u{FFFD} b.md (2 of 5): running cell 3 of 8")
  }

  @Test("counts the cells that run, and no others, and passes over values in the text")
  func cells() throws {
    let text = """
      ```swift
      1
      ```

      ```swift ignore
      2
      ```

      `{swift} 3`

      <!-- swift
      4
      -->

      ```swift no-run
      5
      ```

      """
    let notebook = NotebookParser.parse(SourceText(path: "a.md", bytes: Array(text.utf8)))
    let numbers = CellNumbers(notebook)
    let phases = notebook.pieces.map { numbers.phase(.running($0.id)) }
    #expect(
      phases == [.running(cell: 1, count: 2), nil, nil, .running(cell: 2, count: 2), nil]
    )
    #expect(numbers.phase(.compiling) == .compiling)
  }
}
