extension Chart {
  /// What is drawn.
  ///
  /// ```swift
  /// struct LossCurve: Plot {
  ///   var losses: [Double]
  ///   var drawing: Drawing {
  ///     Chart(y: "loss") { Line(x: losses.indices, y: losses) }.drawing
  ///   }
  /// }
  /// LossCurve(losses: [0.9, 0.5])  // => Line chart: loss (2 points)
  /// ```
  public var drawing: Drawing {
    Drawing(
      title: title,
      summary: summary,
      details: details,
      remarks: remarks,
      series: SeriesDomain(layers).names,
      body: body
    )
  }

  /// The Vega-Lite members that draw the chart.
  private func body(within room: Int) -> JSON {
    let barPlaces = BarPlaces(layers, on: x, barsLie: barsLie)
    let layers = barPlaces.map { self.layers.map($0.placed) } ?? self.layers
    let vertical = encoding(of: y, \.y, isHorizontal: false, in: layers)
    let horizontal = encoding(of: x, \.x, isHorizontal: true, in: layers)
    // Beside the drawing there are the axis's title and labels, and half of the last label.
    let width = self.width ?? max(120, min(480, room - Int(vertical.labelRoom) - 40))
    let height = self.height ?? min(280, max(160, width * 7 / 12))
    let places = barsLie ? vertical.barWidth(within: height) : horizontal.barWidth(within: width)
    let drawn = layers.flatMap { layer in
      barPlaces == nil ? layer.sideBySide(within: places, lies: barsLie) : [layer]
    }.map { layer in
      LayerSpecification(
        layer: layer,
        x: horizontal,
        y: vertical,
        color: SeriesDomain(layers).encoding(within: width),
        width: width,
        height: height,
        barsLie: barsLie,
        isOneOfSeveral: layer.kind == .histogram
          && layers.count { $0.kind == .histogram } > 1
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
    isHorizontal: Bool,
    in layers: [ChartLayer]
  ) -> AxisEncoding {
    let barPlaces = isHorizontal ? BarPlaces(self.layers, on: axis, barsLie: barsLie) : nil
    let kinds = Set(layers.map(\.kind)).subtracting([.annotation])
    let hasBars = kinds.contains(where: \.isBar)
    let seconds = layers.flatMap(\.data).compactMap { datum in
      isHorizontal ? datum.x2 : datum.y2.map(AxisPosition.number)
    }
    let needs = AxisEncoding.Needs(
      isDiscrete: hasBars && barsLie != isHorizontal && barPlaces == nil,
      includesZero: (hasBars && barsLie == isHorizontal)
        || (kinds.contains(.area) && !isHorizontal),
      endsWithData: isHorizontal && kinds.isSubset(of: [.line, .area, .band]),
      isHorizontal: isHorizontal,
      places: kinds.allSatisfy { if case .bar = $0 { true } else { false } }
        ? barPlaces?.middles ?? [] : []
    )
    return AxisEncoding(
      axis,
      positions: layers.flatMap(\.data).compactMap { $0[keyPath: position] }
        + seconds,
      needs: needs
    )
  }
}
