import NotebookDisplay

extension HeatMap {
  struct Cell {
    var row: Int
    var column: Int
    var value: Double
    /// The number as it stands in the cell; empty for none.
    var text: String
    /// Whether the cell's colour asks for white text.
    var isDark: Bool

    var json: JSON {
      [
        "row": .number(Double(row)), "column": .number(Double(column)), "value": .number(value),
        "text": .string(text), "dark": .bool(isDark),
      ]
    }
  }

  /// The finite cells, row by row.
  var cells: [Cell] {
    let scale = ColorScale(values.joined().filter(\.isFinite))
    return values.indices.flatMap { row in
      values[row].indices.compactMap { column in
        let value = values[row][column]
        guard value.isFinite else { return nil }
        let text = digits.map { withMinusSign(value.digits($0).description) } ?? ""
        return Cell(
          row: row,
          column: column,
          value: value,
          text: text,
          isDark: scale.isDark(value)
        )
      }
    }
  }
}

/// The number with a minus sign of the width of a plus, as on the axes of other charts.
private func withMinusSign(_ number: String) -> String {
  number.hasPrefix("-") ? "−" + number.dropFirst() : number
}

/// The colours of a heat map's cells: from zero up, or to either side of zero.
struct ColorScale {
  private let most: Double
  private let isDiverging: Bool

  init(_ values: [Double]) {
    let greatest = values.map(\.magnitude).max() ?? 0
    most = greatest > 0 ? greatest : 1
    isDiverging = values.contains { $0 < 0 }
  }

  func isDark(_ value: Double) -> Bool { value.magnitude / most > 0.55 }

  var json: JSON {
    [
      "scheme": isDiverging ? "redblue" : "blues",
      "domain": [.number(isDiverging ? -most : 0), .number(most)],
    ]
  }
}
