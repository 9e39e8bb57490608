/// A line through points in the order in which they are given.
///
/// A point that is not finite interrupts the line.
///
/// ```swift
/// Chart(x: "epoch", y: "loss") {
///   Line(x: [1, 2, 3], y: [0.9, 0.5, 0.3], series: "training")
///   Line(x: [1, 2, 3], y: [1.0, 0.7, 0.6], series: "test", dashed: true)
/// }  // => Line chart: loss (6 points)
/// ```
public struct Line: Mark {
  /// The line as a chart draws it.
  ///
  /// ```swift
  /// Line(x: [1, 2], y: [3, 4]).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// ```swift
  /// Chart { Line(x: 1...4, y: [1, 4, 9, 16], points: true) }  // => Line chart (4 points)
  /// ```
  ///
  /// - Parameters:
  ///   - x: where the points lie along the horizontal axis.
  ///   - y: as many values along the vertical axis.
  ///   - series: the line's name, which gives it a colour of its own and a place in the legend.
  ///   - points: whether each point has a dot.
  ///   - dashed: whether the line is dashed.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(
    x: X,
    y: Y,
    series: String? = nil,
    points: Bool = false,
    dashed: Bool = false
  ) where X.Element: Plottable, Y.Element: Plottable {
    let mark: JSON = ["type": "line", "strokeCap": "round"]
    layers = [
      ChartLayer(
        .line,
        mark.adding("point", points ? true : nil).adding("strokeDash", dashed ? [6, 4] : nil),
        name: "Line",
        x: x,
        y: y,
        series: .all(series)
      )
    ]
  }
}
