/// Bars: upright where `x` holds the categories, lying where `y` does.
///
/// Numbers along `x` count as categories. Bars at the same place are stacked.
public struct Bar: Mark {
  /// The bars as a chart draws them.
  public let layers: [ChartLayer]

  /// Bars of one colour.
  ///
  /// - Parameters:
  ///   - x: the category of each bar, or its length where `y` holds the categories.
  ///   - y: as many lengths or categories.
  ///   - series: the bars' name in the legend.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(x: X, y: Y, series: String? = nil)
  where X.Element: Plottable, Y.Element: Plottable {
    layers = [ChartLayer(.bar, Self.mark, name: "Bar", x: x, y: y, series: .all(series))]
  }

  /// Bars coloured by series.
  ///
  /// - Parameter series: the series of each bar.
  /// - Precondition: `x`, `y` and `series` are equally many.
  public init<X: Sequence, Y: Sequence, Names: Sequence<String>>(x: X, y: Y, series: Names)
  where X.Element: Plottable, Y.Element: Plottable {
    layers = [ChartLayer(.bar, Self.mark, name: "Bar", x: x, y: y, series: .each(Array(series)))]
  }

  private static let mark: JSON = ["type": "bar"]
}
