/// The area between a curve and zero, or between two curves.
///
/// ```swift
/// Chart(y: "height") {
///   Area(x: [0, 1, 2], y: [0, 1, 0])
/// }  // => Area chart: height (3 points)
/// ```
public struct Area: Mark {
  /// The area as a chart draws it.
  ///
  /// ```swift
  /// Area(x: [0, 1], y: [2, 3]).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// The area between a curve and zero.
  ///
  /// ```swift
  /// Chart { Area(x: [0, 1, 2], y: [0, 1, 0], series: "a") }  // => Area chart (3 points)
  /// ```
  ///
  /// - Parameters:
  ///   - x: where the curve's points lie along the horizontal axis.
  ///   - y: as many values along the vertical axis.
  ///   - series: the area's name in the legend.
  /// - Precondition: `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence>(x: X, y: Y, series: String? = nil)
  where X.Element: Plottable, Y.Element: Plottable {
    layers = [ChartLayer(.area, Self.mark, name: "Area", x: x, y: y, series: .all(series))]
  }

  /// The band between two curves, such as an interval of confidence.
  ///
  /// ```swift
  /// Chart(y: "accuracy") {
  ///   Area(x: [1, 2, 3], from: [0.5, 0.6, 0.65], to: [0.7, 0.7, 0.72], series: "95 %")
  /// }  // => Area chart: accuracy (3 points)
  /// ```
  ///
  /// - Parameters:
  ///   - x: where the curves' points lie along the horizontal axis.
  ///   - lower: as many values of the one curve.
  ///   - upper: as many values of the other.
  ///   - series: the band's name in the legend.
  /// - Precondition: `x`, `lower` and `upper` are equally many.
  public init<X: Sequence, Y: Sequence>(x: X, from lower: Y, to upper: Y, series: String? = nil)
  where X.Element: Plottable, Y.Element: Plottable & BinaryFloatingPoint {
    var layer = ChartLayer(.band, Self.mark, name: "Area", x: x, y: upper, series: .all(series))
    let lower = lower.map { Double($0) }
    ChartLayer.requireEqual("Area", "to", layer.data.count, "from", lower.count)
    for index in lower.indices { layer.data[index].y2 = lower[index] }
    layers = [layer]
  }

  private static let mark: JSON = ["type": "area", "opacity": 0.35]
}
