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
    self.init(x: x, y: y, names: .all(series))
  }

  /// Points coloured by series, such as the class of each example.
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
