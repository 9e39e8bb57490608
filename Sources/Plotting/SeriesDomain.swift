/// The names of a chart's series in the order in which they first occur.
struct SeriesDomain {
  let names: [String]

  init(_ layers: [ChartLayer]) {
    names = layers.flatMap(\.data).compactMap(\.series).uniqued
  }

  /// Vega-Lite's colour encoding; `nil` where nothing is named.
  var encoding: JSON? {
    guard !names.isEmpty else { return nil }
    let domain = JSON.array(names.map(JSON.string))
    return [
      "field": "series", "type": "nominal", "title": .null, "scale": ["domain": domain],
    ]
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetitions, in the order in which they first occur.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
