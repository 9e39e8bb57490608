/// A line through points in the order in which they are given.
///
/// A point that is not finite interrupts the line.
public struct Line: Mark {
  /// The line as a chart draws it.
  public let layers: [ChartLayer]

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
