import Documents
import NotebookPrograms
import NotebookSyntax

/// Where a notebook declares names, for a piece that cannot find one.
struct NotebookDeclarations {
  private let places: [String: [Place]]
  private let order: [Int: Int]
  private let programs: [Int: Int]
  private let source: SourceText
  private let isIsolated: Bool

  private struct Place {
    var piece: Piece
    var number: Int
  }

  /// - Parameter isIsolated: whether each cell is a program of its own.
  init(_ notebook: ParsedNotebook, isIsolated: Bool) {
    var places: [String: [Place]] = [:]
    var order: [Int: Int] = [:]
    var programs: [Int: Int] = [:]
    var program = 0
    for (number, parsed) in notebook.pieces.enumerated() {
      let piece = parsed.piece
      if case .cell(let cell) = piece, cell.startsProgram { program += 1 }
      order[piece.id] = number
      programs[piece.id] = program
      for name in PieceNames(parsed).declared.keys {
        places[name, default: []].append(Place(piece: piece, number: number))
      }
    }
    (self.places, self.order, self.programs) = (places, order, programs)
    source = notebook.notebook.source
    self.isIsolated = isIsolated
  }

  /// Why a piece does not see a name that the notebook declares; `nil` where it declares none.
  func help(for name: String, in piece: Piece) -> String? {
    guard let number = order[piece.id] else { return nil }
    let others = (places[name] ?? []).filter { $0.piece.id != piece.id }
    guard let place = others.last(where: { $0.number < number }) ?? others.first else { return nil }
    guard case .cell(let cell) = place.piece else { return nil }
    let there = "'\(name)' is declared by the cell at line \(source.position(at: cell.id).line)"
    switch cell.mode {
    case .ignore, .noRun, .compileFail, .shouldCrash:
      return "\(there), which is '\(cell.mode.rawValue)', so that no other cell sees it"
    case .run: break
    }
    if programs[cell.id] != programs[piece.id] {
      return "\(there), which belongs to another program: 'reset' stands between"
    }
    if place.number > number { return "\(there), which comes later; put that cell above this one" }
    if isIsolated, !cell.isHidden {
      return "\(there), and each cell is a program of its own here; a hidden cell gives context to "
        + "those after it"
    }
    return nil
  }
}
