/// Bars: upright where `x` holds the categories, lying where `y` does.
///
/// Bars over numbers or dates lie where those lie along the axis, as wide as the least distance between
/// two of them allows; where a text is among them, all are categories. Bars at the same place are stacked or stand side by side;
/// so are those of several `Bar`s that follow each other in a chart.
///
/// ```swift
/// Chart(y: "students") {
///   Bar(x: ["A", "B", "C"], y: [3, 5, 2])
/// }  // => Bar chart: students (3 bars)
/// ```
public struct Bar: Mark {
  /// How the bars of several series share one place.
  ///
  /// ```swift
  /// let months = [1, 2]
  /// Chart {
  ///   Bar(x: months, y: [3, 5], series: "new", arrangement: .grouped)
  ///   Bar(x: months, y: [4, 4], series: "old", arrangement: .grouped)
  /// }  // => Bar chart (4 bars)
  /// ```
  public enum Arrangement: Sendable {
    /// On top of each other, so that their lengths add up.
    case stacked
    /// Side by side, so that their lengths can be compared.
    case grouped
  }

  /// The bars as a chart draws them.
  ///
  /// ```swift
  /// Bar(x: ["A"], y: [3]).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// Bars of one colour.
  ///
  /// ```swift
  /// Chart { Bar(x: [3, 5], y: ["A", "B"]) }  // => Bar chart (2 bars)
  /// ```
  ///
  /// - Parameters:
  ///   - x: the category or number of each bar, or its length where `y` holds the categories.
  ///   - y: as many lengths or categories.
  ///   - series: the bars' name in the legend.
  ///   - arrangement: how they share a place with the bars of other series.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(
    x: X,
    y: Y,
    series: String? = nil,
    arrangement: Arrangement = .stacked
  ) where X.Element: Plottable, Y.Element: Plottable {
    self.init(x: x, y: y, names: .all(series), arrangement)
  }

  /// Bars coloured by series.
  ///
  /// ```swift
  /// Chart {
  ///   Bar(x: ["A", "A", "B"], y: [3, 1, 2], series: ["new", "old", "new"])
  /// }  // => Bar chart (3 bars)
  /// ```
  ///
  /// - Parameters:
  ///   - x: the category or number of each bar, or its length where `y` holds the categories.
  ///   - y: as many lengths or categories.
  ///   - series: the series of each bar.
  ///   - arrangement: how the series share a place.
  /// - Precondition: `x`, `y` and `series` are equally many.
  public init<X: Sequence, Y: Sequence, Names: Sequence<String>>(
    x: X,
    y: Y,
    series: Names,
    arrangement: Arrangement = .stacked
  ) where X.Element: Plottable, Y.Element: Plottable {
    self.init(x: x, y: y, names: .each(Array(series)), arrangement)
  }

  private init<X: Sequence, Y: Sequence>(
    x: X,
    y: Y,
    names: SeriesNames,
    _ arrangement: Arrangement
  ) where X.Element: Plottable, Y.Element: Plottable {
    let kind = ChartLayer.Kind.bar(arrangement)
    layers = [ChartLayer(kind, ["type": "bar"], name: "Bar", x: x, y: y, series: names)]
  }
}
