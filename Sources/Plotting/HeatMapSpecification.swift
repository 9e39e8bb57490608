import NotebookDisplay

extension HeatMap {
  /// The whole Vega-Lite specification.
  var specification: JSON {
    let axes = [x.map { "columns: " + $0 }, y.map { "rows: " + $0 }].compactMap { $0 }
    let description = ([summary] + axes).joined(separator: "; ")
    let cellWidth = cellSize(columns.count, atLeast: digits == nil ? 4 : textWidth)
    let body: JSON = [
      "width": .number(cellWidth * Double(columns.count)),
      "height": .number(cellSize(rows.count, atLeast: digits == nil ? 4 : 20) * Double(rows.count)),
      "view": ["stroke": .null],
      "data": ["values": .array(cells.map(\.json))],
      "encoding": [
        "x": axis("column", x, columns, orient: "top", cellWidth: cellWidth),
        "y": axis("row", y, rows, orient: "left", cellWidth: nil),
      ],
      "layer": digits == nil ? [rectangles] : [rectangles, numbers],
    ]
    return Specification.head(title: title, description: description).merging(body)
  }

  private var rectangles: JSON {
    let scale = ColorScale(cells.map(\.value))
    let color: JSON = ["field": "value", "type": "quantitative", "scale": scale.json]
    let legend: JSON = digits == nil ? ["title": .null] : .null
    return ["mark": ["type": "rect"], "encoding": ["color": color.adding("legend", legend)]]
  }

  private var numbers: JSON {
    let contrast: JSON = [
      "condition": ["test": "datum.dark", "value": "white"], "value": "black",
    ]
    return [
      "mark": ["type": "text"],
      "encoding": ["text": ["field": "text"], "color": contrast],
    ]
  }

  /// Rows and columns are told apart by number, as two of them may have the same label.
  private func axis(
    _ field: String,
    _ title: String?,
    _ labels: [String],
    orient: String,
    cellWidth: Double?
  ) -> JSON {
    let texts = JSON.array(labels.map(JSON.string)).text
    let longest = Double(labels.map(\.count).max() ?? 0)
    // Short labels stay level even where there is no room for all: every other one is left out.
    let fits = cellWidth.map { longest <= 3 || longest * 7 + 4 <= $0 } ?? true
    return [
      "field": .string(field), "type": "ordinal", "title": title.map(JSON.string) ?? .null,
      "scale": ["domain": .array(labels.indices.map { .number(Double($0)) })],
      "axis": [
        "orient": .string(orient), "labelExpr": .string(texts + "[datum.value]"),
        "labelAngle": fits ? 0 : -45, "labelOverlap": true, "ticks": false,
        "domain": false,
      ],
    ]
  }

  private var textWidth: Double {
    Double(cells.map(\.text.count).max() ?? 0) * 7 + 12
  }

  /// Cells of 48 pixels, or less so that all together are some 480 pixels long.
  private func cellSize(_ count: Int, atLeast least: Double) -> Double {
    max(least, min(48, 480 / Double(max(count, 1)))).rounded()
  }
}
