import NotebookSyntax
import NotebookTranscript

/// What a notebook's pieces showed when they were last run, so that a page can show it until they have run
/// again, though the notebook has changed.
struct EarlierRun: Sendable {
  private struct Piece: Sendable, Equatable {
    var isCell: Bool
    var code: String
  }

  private let pieces: [Piece]
  /// What each of them showed.
  private let records: [Transcript.Record?]

  init(_ notebook: Notebook, _ transcript: Transcript) {
    pieces = notebook.pieces.map(Self.piece)
    records = notebook.pieces.map { transcript.records[$0.id] }
  }

  /// The same for a notebook as it is now.
  ///
  /// A piece shows what the one with its code showed. One that was changed stands between two that were not,
  /// and shows what stood there, so that the page does not jump.
  func transcript(for notebook: Notebook) -> Transcript {
    let new = notebook.pieces.map(Self.piece)
    var transcript = Transcript()
    for (index, old) in matches(with: new) {
      guard let record = records[old] else { continue }
      transcript.records[notebook.pieces[index].id] =
        Transcript.Record(status: record.status, output: record.output)
    }
    return transcript
  }

  /// The pieces of now, each with the earlier one that it takes the place of.
  private func matches(with new: [Piece]) -> [(new: Int, old: Int)] {
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in new.difference(from: pieces) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var matches: [(new: Int, old: Int)] = []
    var (here, there) = (0, 0)
    while here < new.count, there < pieces.count {
      let isNew = inserted.contains(here)
      let isGone = removed.contains(there)
      if isNew == isGone {
        if new[here].isCell == pieces[there].isCell { matches.append((here, there)) }
        here += 1
        there += 1
      } else if isNew {
        here += 1
      } else {
        there += 1
      }
    }
    return matches
  }

  private static func piece(_ piece: NotebookSyntax.Piece) -> Piece {
    switch piece {
    case .cell(let cell): Piece(isCell: true, code: cell.code.text)
    case .value(let value): Piece(isCell: false, code: value.expression.text)
    }
  }
}
