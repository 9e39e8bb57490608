extension [ChartLayer] {
  /// The layers with bars that follow each other in one layer, as Vega-Lite stacks within a layer
  /// only.
  var joiningBars: [ChartLayer] {
    reduce(into: []) { joined, layer in
      if case .bar = layer.kind, let last = joined.last, last.kind == layer.kind {
        joined[joined.count - 1].data += layer.data
      } else {
        joined.append(layer)
      }
    }
  }
}

extension ChartLayer {
  /// A layer for each series of bars that stand side by side, at their distance from the middle of
  /// their place; any other layer as it is.
  ///
  /// - Parameters:
  ///   - width: the width of all bars of a place in pixels.
  ///   - lies: whether the bars lie.
  func sideBySide(within width: Double, lies: Bool) -> [ChartLayer] {
    let names = data.map(\.series).uniqued
    guard kind == .bar(.grouped), names.count > 1 else { return [self] }
    let size = width / Double(names.count)
    return names.indices.map { index in
      let offset = (Double(index) - Double(names.count - 1) / 2) * size
      var layer = self
      layer.data = data.filter { $0.series == names[index] }
      layer.mark = mark.adding("size", .number(size))
        .adding(lies ? "yOffset" : "xOffset", .number(offset))
      return layer
    }
  }
}
