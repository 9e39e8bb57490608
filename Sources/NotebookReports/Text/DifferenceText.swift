import NotebookChecks

/// One line of a difference, ready to be shown.
struct DifferenceRow: Sendable, Hashable {
  var kind: DifferenceLine.Kind
  var text: String
  /// Marks that belong below the text, where they say more than the text does.
  var marks: String?
}

/// What is promised against what came, as lines no wider than a terminal.
///
/// What differs within a line is inverse where there is colour, and marked by `~` where there is
/// none.
struct DifferenceText {
  /// Whether escape codes colour it.
  var hasColor: Bool

  func rows(_ difference: [DifferenceLine]) -> [DifferenceRow] {
    let windows = LineWindow.windows(on: difference)
    let shownIsMarked = difference.contains { $0.kind == .shown && !$0.emphasis.isEmpty }
    return zip(difference, windows).map { line, window in
      // Marks below both lines of a pair would say the same thing twice.
      let isMarked = line.kind == .shown || line.kind == .promised && !shownIsMarked
      return row(line.kind, window.cut(line), isMarked: isMarked && !hasColor)
    }
  }

  private func row(_ kind: DifferenceLine.Kind, _ parts: [LinePart], isMarked: Bool)
    -> DifferenceRow
  {
    let paint = Paint(hasColor: hasColor)
    let text = parts.map { $0.isEmphasised ? paint.emphasis($0.text) : $0.text }.joined()
    return DifferenceRow(
      kind: kind,
      text: paint.difference(text, kind),
      marks: isMarked ? marks(below: parts) : nil
    )
  }

  /// No marks where the whole line differs, which the sign says already.
  private func marks(below parts: [LinePart]) -> String? {
    guard parts.contains(where: \.isEmphasised), !parts.allSatisfy(\.isEmphasised) else {
      return nil
    }
    var marks = ""
    for part in parts {
      marks += String(repeating: part.isEmphasised ? "~" : " ", count: part.text.width)
    }
    while marks.last == " " { marks.removeLast() }
    return marks
  }
}

extension DifferenceLine.Kind {
  /// What stands before such a line.
  var sign: String {
    switch self {
    case .same: ""
    case .promised: "-"
    case .shown: "+"
    case .skipped: "…"
    }
  }
}
