extension Chart {
  /// Such as `Line chart: e^x (61 points)`.
  var summary: String {
    let name = title ?? y.title
    return kind + (name.map { ": " + $0 } ?? "") + " (" + size + ")"
  }

  /// The chart for those who cannot see it.
  var accessibleDescription: String {
    let axes = [x.title.map { "x axis: " + $0 }, y.title.map { "y axis: " + $0 }]
    let series = SeriesDomain(layers).names
    let named = series.isEmpty ? nil : "series: " + series.joined(separator: ", ")
    return ([summary] + (axes + [named]).compactMap { $0 }).joined(separator: "; ")
  }

  private var kind: String {
    let names = Set(layers.lazy.map(\.kind).filter { $0 != .annotation }.map(\.name))
    return names.count == 1 ? names.first ?? "Chart" : "Chart"
  }

  private var size: String {
    let drawn = layers.lazy.filter { $0.kind != .annotation }
    let count = drawn.map { $0.data.count { x.contains($0.x) && y.contains($0.y) } }.reduce(0, +)
    let noun = drawn.allSatisfy { $0.kind == .bar } && !drawn.isEmpty ? "bar" : "point"
    return "\(count) \(noun)" + (count == 1 ? "" : "s")
  }
}
