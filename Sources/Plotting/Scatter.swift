/// Points that no line joins: a scatter plot.
///
/// ```swift
/// Chart(x: "hours", y: "points") {
///   Scatter(x: [1, 2, 4], y: [40, 55, 80])
/// }  // => Scatter plot: points (3 points)
/// ```
public struct Scatter: Mark {
  /// The points as a chart draws them.
  ///
  /// ```swift
  /// Scatter(x: [1], y: [2]).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// Points of one colour.
  ///
  /// ```swift
  /// Chart { Scatter(x: [1, 2], y: [3, 4], series: "measured") }  // => Scatter plot (2 points)
  /// ```
  ///
  /// - Parameters:
  ///   - x: where the points lie along the horizontal axis.
  ///   - y: as many values along the vertical axis.
  ///   - series: the points' name in the legend.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(x: X, y: Y, series: String? = nil)
  where X.Element: Plottable, Y.Element: Plottable {
    self.init(x: x, y: y, names: .all(series))
  }

  /// Points coloured by series, such as the class of each example.
  ///
  /// ```swift
  /// Chart {
  ///   Scatter(x: [1.0, 1.2, 3.1], y: [2.0, 2.2, 0.4], series: ["cat", "cat", "dog"])
  /// }  // => Scatter plot (3 points)
  /// ```
  ///
  /// - Parameter series: the series of each point.
  /// - Precondition: `x`, `y` and `series` are equally many.
  public init<X: Sequence, Y: Sequence, Names: Sequence<String>>(x: X, y: Y, series: Names)
  where X.Element: Plottable, Y.Element: Plottable {
    self.init(x: x, y: y, names: .each(Array(series)))
  }

  private init<X: Sequence, Y: Sequence>(x: X, y: Y, names: SeriesNames)
  where X.Element: Plottable, Y.Element: Plottable {
    let mark: JSON = ["type": "point", "filled": true]
    var layer = ChartLayer(.point, mark, name: "Scatter", x: x, y: y, series: names)
    // The more points there are, the smaller and paler they are, lest they hide each other.
    let count = layer.data.count
    layer.mark = mark.adding("size", count > 2000 ? 10 : count > 300 ? 22 : 50)
      .adding("opacity", count > 50 ? 0.7 : 1)
    layers = [layer]
  }
}
