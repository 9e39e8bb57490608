import Documents
import NotebookChecks
import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

/// A document with promises, and what came of its cells: accepting changes the promises that broke and nothing
/// else, gives a document of the same blocks, and gives it again when it is done once more.
///
/// The input is the document, a zero, and what each cell shows and prints, parted by further zeros.
func fuzz(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
  let source = SourceText(path: "a.md", bytes: Array(parts[0]))
  guard source.faults.isEmpty else { return }
  let shown = parts.dropFirst().map { String(decoding: $0, as: UTF8.self) }
  let notebook = NotebookParser.parse(source, isLabelledElsewhere: { _ in true })
  guard !notebook.pieces.isEmpty else { return }
  let accepted = accepting(notebook, shown)
  let edits = accepted.accepted.compactMap(\.edit).sorted {
    $0.range.lowerBound < $1.range.lowerBound
  }
  var (place, before) = (0, 0)
  for edit in edits {
    let kept = source.bytes[before..<edit.range.lowerBound]
    hold(accepted.bytes[place...].starts(with: kept), "nothing between two promises is changed")
    place += kept.count + edit.text.utf8.count
    before = edit.range.upperBound
  }
  hold(
    accepted.bytes[place...].elementsEqual(source.bytes[before...]),
    "nothing behind them is changed"
  )
  let again = SourceText(path: "a.md", bytes: accepted.bytes)
  hold(again.faults.isEmpty, "it is a text")
  let read = NotebookParser.parse(again, isLabelledElsewhere: { _ in true })
  hold(kinds(read) == kinds(notebook), "the blocks are the same")
  hold(read.pieces.count == notebook.pieces.count, "the cells are the same")
  for (new, old) in zip(read.pieces, notebook.pieces) {
    hold(code(new) == code(old), "the code of the cells is the same")
  }
  let once = Set(accepted.accepted.map(\.promise.range.lowerBound))
  guard !once.isEmpty, accepted.refused.isEmpty else { return }
  hold(
    accepting(read, shown).accepted.count <= notebook.outputs.count,
    "what was accepted can be read once more"
  )
}

private func accepting(_ notebook: Notebook, _ shown: [String]) -> AcceptedSource {
  var records: [Int: Transcript.Record] = [:]
  for (number, piece) in notebook.pieces.enumerated() where number < shown.count {
    let text = shown[number]
    let value = Transcript.Output.value(DisplayBundle(plain: text))
    let isValue = if case .value = piece { true } else { false }
    records[piece.id] = Transcript.Record(
      status: .ran,
      output: isValue || number % 2 == 0 ? [value] : [.text(text, .standardOutput), value]
    )
  }
  let check = PromiseCheck(notebook, Transcript(records: records))
  hold(check.diagnostics, in: notebook.source)
  return AcceptedSource(notebook.source, check.findings) { _, _ in [] }
}

private func code(_ piece: Piece) -> String {
  switch piece {
  case .cell(let cell): cell.code.text
  case .value(let value): value.expression.text
  }
}

/// The kinds of the blocks, without their texts.
private func kinds(_ notebook: Notebook) -> [String] {
  notebook.dump.split(separator: "\n").map { line in
    let indent = line.prefix { $0 == " " }
    return String(indent + line.dropFirst(indent.count).prefix { $0.isLetter })
  }
}
