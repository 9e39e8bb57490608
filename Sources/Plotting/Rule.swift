/// A dashed line across the whole chart, such as a bound or an asymptote.
public struct Rule: Mark {
  /// The rule as a chart draws it.
  public let layers: [ChartLayer]

  /// A level rule.
  public init<Y: Plottable>(y: Y, series: String? = nil) {
    layers = [Self.layer(ChartLayer.Datum(y: y.position, series: series))]
  }

  /// An upright rule.
  public init<X: Plottable>(x: X, series: String? = nil) {
    layers = [Self.layer(ChartLayer.Datum(x: x.position, series: series))]
  }

  private static func layer(_ datum: ChartLayer.Datum) -> ChartLayer {
    let mark: JSON = ["type": "rule", "strokeDash": [5, 4], "opacity": 0.7]
    return ChartLayer(kind: .annotation, mark: mark, data: [datum])
  }
}
