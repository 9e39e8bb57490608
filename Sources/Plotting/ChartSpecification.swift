extension Chart {
  /// What is drawn.
  public var drawing: Drawing {
    Drawing(
      title: title,
      summary: summary,
      details: details,
      series: SeriesDomain(layers).names,
      body: body
    )
  }

  /// The Vega-Lite members that draw the chart.
  private func body(within room: Int) -> JSON {
    let vertical = encoding(of: y, \.y, isHorizontal: false)
    let horizontal = encoding(of: x, \.x, isHorizontal: true)
    // Beside the drawing there are the axis's title and labels, and half of the last label.
    let width = self.width ?? max(120, min(480, room - Int(vertical.labelRoom) - 40))
    let height = self.height ?? min(280, max(160, width * 7 / 12))
    let places = barsLie ? vertical.barWidth(within: height) : horizontal.barWidth(within: width)
    let drawn = layers.flatMap { $0.sideBySide(within: places, lies: barsLie) }.map { layer in
      LayerSpecification(
        layer: layer,
        x: horizontal,
        y: vertical,
        color: SeriesDomain(layers).encoding(within: width),
        width: width,
        height: height,
        barsLie: barsLie
      ).json
    }
    return [
      "width": .number(Double(width)), "height": .number(Double(height)), "view": ["stroke": .null],
      "layer": .array(drawn),
    ]
  }

  var barsLie: Bool {
    let bars = layers.filter(\.kind.isBar).flatMap(\.data)
    return bars.contains { if case .category? = $0.y { true } else { false } }
  }

  func encoding(
    of axis: Axis,
    _ position: KeyPath<ChartLayer.Datum, AxisPosition?>,
    isHorizontal: Bool
  ) -> AxisEncoding {
    let kinds = Set(layers.map(\.kind)).subtracting([.annotation])
    let hasBars = kinds.contains(where: \.isBar)
    let bands = layers.flatMap(\.data).compactMap(\.y2).map(AxisPosition.number)
    let needs = AxisEncoding.Needs(
      isDiscrete: hasBars && barsLie != isHorizontal,
      includesZero: (hasBars && barsLie == isHorizontal)
        || (kinds.contains(.area) && !isHorizontal),
      endsWithData: isHorizontal && kinds.isSubset(of: [.line, .area, .band]),
      isHorizontal: isHorizontal
    )
    return AxisEncoding(
      axis,
      positions: layers.flatMap(\.data).compactMap { $0[keyPath: position] }
        + (isHorizontal ? [] : bands),
      needs: needs
    )
  }
}
