import NotebookDisplay

extension HeatMap {
  struct Cell {
    var row: Int
    var column: Int
    var value: Double
    /// The number as it stands in the cell; empty for none.
    var text: String

    var json: JSON {
      [
        "row": .number(Double(row)), "column": .number(Double(column)), "value": .number(value),
        "text": .string(text),
      ]
    }
  }

  /// The cells row by row.
  var cells: [Cell] {
    values.indices.flatMap { row in
      values[row].indices.map { column in
        let value = values[row][column]
        return Cell(row: row, column: column, value: value, text: digits == nil ? "" : text(value))
      }
    }
  }

  /// A number as it stands in its cell.
  func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    return Spoken.minus(value.digits(digits ?? 3).description)
  }

  /// The scale from numbers to colours. Which colours these are is left to the page, whose ground may
  /// be light or dark.
  var colorScale: JSON {
    let numbers = values.joined().filter(\.isFinite)
    let greatest = numbers.map(\.magnitude).max() ?? 0
    let most = greatest > 0 ? greatest : 1
    guard numbers.contains(where: { $0 < 0 }) else { return ["domain": [0, .number(most)]] }
    return ["domain": [.number(-most), .number(most)], "domainMid": 0]
  }
}
