/// Points that no line joins: a scatter plot.
public struct Scatter: Mark {
  /// The points as a chart draws them.
  public let layers: [ChartLayer]

  /// Points of one colour.
  ///
  /// - Parameters:
  ///   - x: where the points lie along the horizontal axis.
  ///   - y: as many values along the vertical axis.
  ///   - series: the points' name in the legend.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(x: X, y: Y, series: String? = nil)
  where X.Element: Plottable, Y.Element: Plottable {
    layers = [ChartLayer(.point, Self.mark, name: "Scatter", x: x, y: y, series: .all(series))]
  }

  /// Points coloured by series, such as the class of each example.
  ///
  /// - Parameter series: the series of each point.
  /// - Precondition: `x`, `y` and `series` are equally many.
  public init<X: Sequence, Y: Sequence, Names: Sequence<String>>(x: X, y: Y, series: Names)
  where X.Element: Plottable, Y.Element: Plottable {
    layers = [
      ChartLayer(.point, Self.mark, name: "Scatter", x: x, y: y, series: .each(Array(series)))
    ]
  }

  private static let mark: JSON = ["type": "point", "filled": true, "size": 45]
}
