/// A dashed line across the whole chart, such as a bound or an asymptote.
///
/// ```swift
/// Chart(y: "loss") {
///   Line(x: [1, 2, 3], y: [0.9, 0.5, 0.3])
///   Rule(y: 0.25, series: "bound")
/// }  // => Line chart: loss (3 points)
/// ```
public struct Rule: Mark {
  /// The rule as a chart draws it.
  ///
  /// ```swift
  /// Rule(y: 1).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// A level rule.
  ///
  /// ```swift
  /// Chart(title: "Bound") { Rule(y: 0.25) }  // => Chart: Bound (0 points)
  /// ```
  public init<Y: Plottable>(y: Y, series: String? = nil) {
    layers = [Self.layer(ChartLayer.Datum(y: y.position, series: series))]
  }

  /// An upright rule.
  ///
  /// ```swift
  /// Chart(title: "Start") { Rule(x: 3) }  // => Chart: Start (0 points)
  /// ```
  public init<X: Plottable>(x: X, series: String? = nil) {
    layers = [Self.layer(ChartLayer.Datum(x: x.position, series: series))]
  }

  private static func layer(_ datum: ChartLayer.Datum) -> ChartLayer {
    let mark: JSON = ["type": "rule", "strokeDash": [5, 4], "opacity": 0.7]
    return ChartLayer(kind: .annotation, mark: mark, data: [datum])
  }
}
