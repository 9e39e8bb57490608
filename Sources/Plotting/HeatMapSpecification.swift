extension HeatMap {
  /// The Vega-Lite members that draw the map.
  func body(within room: Int) -> JSON {
    let labels = CategoryLabels(rows, place: nil).width
    let legend = digits == nil ? 60.0 : 0
    let width = max(80, Double(room) - labels - legend - (y == nil ? 16 : 36))
    let cellWidth = size(columns.count, within: width, atLeast: digits == nil ? 1 : textWidth)
    let cellHeight = size(rows.count, within: 480, atLeast: digits == nil ? 1 : 22)
    return [
      "width": .number(cellWidth * Double(columns.count)),
      "height": .number(cellHeight * Double(rows.count)),
      "data": ["values": .array(cells.map(\.json))],
      "encoding": [
        "x": axis("column", x, columns, orient: "top", cellSize: cellWidth),
        "y": axis("row", y, rows, orient: "left", cellSize: cellHeight),
      ],
      "layer": digits == nil ? [rectangles, gaps] : [rectangles, gaps, numbers],
    ]
  }

  /// Half transparent below numbers, so that the page's ink has a contrast of at least 4.5 on all of
  /// them, be the page light or dark.
  private var rectangles: JSON {
    let color: JSON = [
      "field": "value", "type": "quantitative", "scale": colorScale,
      "legend": digits == nil ? ["title": .null] : .null,
    ]
    return [
      "transform": [["filter": "isValid(datum.value)"]],
      "mark": ["type": "rect", "opacity": digits == nil ? 1 : 0.5],
      "encoding": ["color": color],
    ]
  }

  /// The cells that are not finite.
  private var gaps: JSON {
    [
      "transform": [["filter": "!isValid(datum.value)"]],
      "mark": ["type": "rect", "color": "#808080", "opacity": 0.3],
    ]
  }

  private var numbers: JSON {
    ["mark": ["type": "text"], "encoding": ["text": ["field": "text"]]]
  }

  /// Rows and columns are told apart by number, as two of them may have the same label.
  private func axis(
    _ field: String,
    _ title: String?,
    _ labels: [String],
    orient: String,
    cellSize: Double
  ) -> JSON {
    // Short labels stay level even where there is no room for all: some are left out.
    let areShort = labels.allSatisfy { $0.count <= 3 }
    let isLeft = orient == "left"
    let texts = CategoryLabels(labels, place: isLeft ? nil : areShort ? 1000 : cellSize)
    return [
      "field": .string(field), "type": "ordinal", "title": title.map(JSON.string) ?? .null,
      "scale": ["domain": .array(labels.indices.map { .number(Double($0)) })],
      "axis": [
        "orient": .string(orient), "labelExpr": texts.expression(index: "datum.value"),
        "labelAngle": texts.slant ? -45 : 0, "labelLimit": .number(CategoryLabels.limit),
        "labelOverlap": .bool(areShort || cellSize < 16), "ticks": false, "domain": false,
        "labelPadding": 6,
      ],
    ]
  }

  private var textWidth: Double { TextSize.label.width(of: cells.map(\.text)) + 10 }

  /// Cells of 52 pixels at most, whole pixels as long as they are large.
  private func size(_ count: Int, within length: Double, atLeast least: Double) -> Double {
    let size = max(least, min(52, length / Double(max(count, 1))))
    return size < 4 ? size : size.rounded(.down)
  }
}
