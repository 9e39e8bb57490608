extension Chart {
  /// Such as `Line chart: e^x (61 points)`.
  var summary: String {
    let name = title ?? y.title
    return kind + (name.map { ": " + $0 } ?? "") + " (" + size + ")"
  }

  /// The axes with what they reach over, and the series.
  var details: [String] {
    let axes = [
      detail("x axis", encoding(of: x, \.x, isHorizontal: true, in: layers)),
      detail("y axis", encoding(of: y, \.y, isHorizontal: false, in: layers)),
    ]
    let series = SeriesDomain(layers).names
    return axes + (series.isEmpty ? [] : ["series: " + series.joined(separator: ", ")])
  }

  /// Such as `x axis: epoch, from 1 to 20`.
  private func detail(_ name: String, _ encoding: AxisEncoding) -> String {
    let parts = [encoding.axis.title, encoding.reach].compactMap { $0 }
    return name + ": " + (parts.isEmpty ? "empty" : parts.joined(separator: ", "))
  }

  private var kind: String {
    let names = Set(layers.lazy.map(\.kind).filter { $0 != .annotation }.map(\.name))
    return names.count == 1 ? names.first ?? "Chart" : "Chart"
  }

  private var size: String {
    let drawn = layers.lazy.filter { $0.kind != .annotation }
    let count = drawn.map { $0.data.count { x.contains($0.x) && y.contains($0.y) } }.reduce(0, +)
    let noun = drawn.allSatisfy(\.kind.isBar) && !drawn.isEmpty ? "bar" : "point"
    return "\(count) \(noun)" + (count == 1 ? "" : "s")
  }
}
