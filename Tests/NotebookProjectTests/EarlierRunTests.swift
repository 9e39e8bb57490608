import Documents
import Foundation
import NotebookSyntax
import NotebookTranscript
import Testing

@testable import NotebookProject

@Suite("What cells showed earlier")
struct EarlierRunTests {
  private func notebook(_ cells: [String]) -> Notebook {
    let text = cells.map { cell in
      cell.hasPrefix("`") ? "Words \(cell).\n\n" : "```swift\n\(cell)\n```\n\n"
    }.joined()
    return NotebookParser.parse(SourceText(path: "a.md", text: text))
  }

  /// What the cells of a notebook show, where each of other cells showed its own code.
  private func shown(by new: [String], after old: [String]) -> [String?] {
    let (before, after) = (notebook(old), notebook(new))
    var transcript = Transcript()
    for piece in before.pieces {
      let code: String =
        switch piece {
        case .cell(let cell): cell.code.text
        case .value(let value): value.expression.text
        }
      transcript.records[piece.id] = Transcript.Record(
        status: .ran,
        output: [.text(code.trimmingCharacters(in: .whitespacesAndNewlines), .standardOutput)]
      )
    }
    let earlier = EarlierRun(before, transcript).transcript(for: after)
    return after.pieces.map { piece in
      earlier.records[piece.id].map { $0.plainText }
    }
  }

  @Test("is shown by the cells that have the same code, wherever they stand now")
  func same() {
    #expect(shown(by: ["a", "b"], after: ["a", "b"]) == ["a", "b"])
    #expect(shown(by: ["x", "a", "b"], after: ["a", "b"]) == [nil, "a", "b"])
    #expect(shown(by: ["b"], after: ["a", "b", "c"]) == ["b"])
    #expect(shown(by: [], after: ["a"]) == [])
  }

  @Test("is shown by a cell that was changed, too")
  func changed() {
    #expect(shown(by: ["a", "x", "c"], after: ["a", "b", "c"]) == ["a", "b", "c"])
    #expect(shown(by: ["a", "x", "y", "c"], after: ["a", "b", "c"]) == ["a", "b", nil, "c"])
    #expect(shown(by: ["x"], after: ["a", "b"]) == ["a"])
  }

  @Test("is not shown by a value in the text where it was a cell's")
  func kinds() {
    #expect(shown(by: ["`{swift} n`", "b"], after: ["a", "b"]) == [nil, "b"])
    #expect(shown(by: ["`{swift} m`", "b"], after: ["`{swift} n`", "b"]) == ["n", "b"])
  }
}
