/// The names of a chart's series in the order in which they first occur.
struct SeriesDomain {
  let names: [String]

  init(_ layers: [ChartLayer]) {
    names = layers.flatMap(\.data).compactMap(\.series).uniqued
  }

  /// Vega-Lite's colour encoding; `nil` where nothing is named.
  ///
  /// The legend stands above the chart, so that it costs no width on a narrow screen.
  ///
  /// - Parameter width: the chart's width in pixels, which tells how many names fit into a line.
  func encoding(within width: Int) -> JSON? {
    guard !names.isEmpty else { return nil }
    return [
      "field": "series", "type": "nominal", "title": .null,
      "scale": ["domain": .array(names.map(JSON.string))],
      "legend": [
        "orient": "top", "columns": .number(Double(columns(within: Double(width)))),
        "symbolOpacity": 1,
        "labelLimit": .number(1.4 * Double(width)),
      ],
    ]
  }

  /// The greatest number of columns that fit beside each other, each as wide as its longest name.
  private func columns(within width: Double) -> Int {
    let places = names.map { TextSize.label.width(of: $0) + 30 }
    let fitting = names.indices.map { $0 + 1 }.last { count in
      let widths = (0..<count).map { column in
        stride(from: column, to: places.count, by: count).map { places[$0] }.max() ?? 0
      }
      return widths.reduce(0, +) <= width
    }
    return fitting ?? 1
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetitions, in the order in which they first occur.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
