import Documents
import NotebookSyntax
import NotebookTranscript

extension PromiseCheck {
  mutating func checkOutputs() {
    let cells = Dictionary(
      uniqueKeysWithValues: notebook.pieces.compactMap { piece in
        if case .cell(let cell) = piece { (cell.id, cell) } else { nil }
      }
    )
    for output in notebook.outputs { check(output, of: output.cell.flatMap { cells[$0] }) }
  }

  private mutating func check(_ output: OutputFence, of cell: Cell?) {
    guard cell?.exemption == nil else { return }
    let promise = Promise(kind: .output, range: output.range, text: output.text.text)
    list(promise)
    guard let cell else {
      fault(
        promise,
        .outputWithoutCell,
        "no cell stands before this output",
        help: "an 'output' fence promises what the cell before it shows; put it after one",
        at: firstLine(of: output.range)
      )
      return
    }
    guard cell.mode == .run || cell.mode == .shouldCrash else {
      fault(
        promise,
        .outputOfCellNotRun,
        "the cell before this output is not run",
        help: "take '\(cell.mode.rawValue)' away from the cell at line "
          + "\(source.position(at: cell.id).line), or take this output away",
        at: firstLine(of: output.range)
      )
      return
    }
    guard let record = transcript.records[cell.id], record.status == .ran else { return }
    let fence = FenceEdit(output, in: source)
    compare(
      PromisedText(
        promise: promise,
        rule: output.rule,
        shown: form.text(of: record, like: output.text.text, output.rule),
        subject: "the cell shows",
        place: { fence.place(of: $0) },
        edit: { fence.edit(to: $0) },
        refusal: output.isComment
          ? "what the cell shows has no room in this comment; put the text on lines between those with "
            + "'<!--' and '-->', or use an 'output' fence"
          : "what the cell shows would end this fence; write the fence with more of its marks"
      )
    )
  }

  func firstLine(of range: SourceRange) -> SourceRange {
    let line = source.lineRange(source.position(at: range.lowerBound).line)
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
  }
}
