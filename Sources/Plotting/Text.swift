/// Labels at places in the chart, each just above its place.
public struct Text: Mark {
  /// The labels as a chart draws them.
  public let layers: [ChartLayer]

  /// One label.
  public init<X: Plottable, Y: Plottable>(_ text: String, x: X, y: Y) {
    self.init([text], x: [x], y: [y])
  }

  /// A label for each point.
  ///
  /// - Precondition: `texts`, `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence, Texts: Sequence<String>>(_ texts: Texts, x: X, y: Y)
  where X.Element: Plottable, Y.Element: Plottable {
    let mark: JSON = ["type": "text", "baseline": "bottom", "dy": -6]
    var layer = ChartLayer(.annotation, mark, name: "Text", x: x, y: y, series: .all(nil))
    let texts = Array(texts)
    ChartLayer.requireEqual("Text", "x", layer.data.count, "texts", texts.count)
    for index in texts.indices { layer.data[index].label = texts[index] }
    layers = [layer]
  }
}
