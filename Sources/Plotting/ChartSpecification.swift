extension Chart {
  /// The chart as a Vega-Lite specification without its head.
  var body: JSON {
    let horizontal = encoding(of: x, \.x, isHorizontal: true)
    let vertical = encoding(of: y, \.y, isHorizontal: false)
    let color = SeriesDomain(layers).encoding
    let drawn = layers.map { layer in
      LayerSpecification(
        layer: layer,
        x: horizontal,
        y: vertical,
        color: color,
        width: width,
        height: height
      ).json
    }
    return [
      "width": .number(Double(width)), "height": .number(Double(height)), "view": ["stroke": .null],
      "layer": .array(drawn),
    ]
  }

  /// The whole specification.
  var specification: JSON {
    Specification.head(title: title, description: accessibleDescription).merging(body)
  }

  private var barsLie: Bool {
    let bars = layers.filter { $0.kind == .bar }.flatMap(\.data)
    return bars.contains { if case .category? = $0.y { true } else { false } }
  }

  private func encoding(
    of axis: Axis,
    _ position: KeyPath<ChartLayer.Datum, AxisPosition?>,
    isHorizontal: Bool
  ) -> AxisEncoding {
    let kinds = Set(layers.map(\.kind)).subtracting([.annotation])
    let holdsLengths = kinds.contains(.bar) && barsLie == isHorizontal
    let bands = layers.flatMap(\.data).compactMap(\.y2).map(AxisPosition.number)
    return AxisEncoding(
      axis,
      positions: layers.flatMap(\.data).compactMap { $0[keyPath: position] }
        + (isHorizontal ? [] : bands),
      isDiscrete: kinds.contains(.bar) && barsLie != isHorizontal,
      includesZero: holdsLengths || (kinds.contains(.area) && !isHorizontal),
      endsWithData: isHorizontal && kinds.isSubset(of: [.line, .area, .band])
    )
  }
}
