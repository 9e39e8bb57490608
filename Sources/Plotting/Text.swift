/// Labels at places in the chart.
///
/// ```swift
/// Chart(y: "loss") {
///   Line(x: [1, 2, 3], y: [0.9, 0.3, 0.5])
///   Text("best", x: 2, y: 0.3, side: .below)
/// }  // => Line chart: loss (3 points)
/// ```
public struct Text: Mark {
  /// On which side of its place a label stands.
  ///
  /// ```swift
  /// let sides: [Text.Side] = [.above, .below, .left, .right]
  /// Chart(title: "Sides") {
  ///   for side in sides { Text("\(side)", x: 0, y: 0, side: side) }
  /// }  // => Chart: Sides (0 points)
  /// ```
  public enum Side: Sendable {
    /// Just above the place, in its middle.
    case above
    /// Just below the place, in its middle.
    case below
    /// It ends at the left of the place.
    case left
    /// It begins at the right of the place, such as after the end of a line.
    case right

    var mark: JSON {
      // The page keeps such labels clear of the lines behind them.
      let mark: JSON = ["type": "text", "style": "annotation"]
      return switch self {
      case .above: mark.merging(["baseline": "bottom", "dy": -6])
      case .below: mark.merging(["baseline": "top", "dy": 6])
      case .left: mark.merging(["align": "right", "dx": -7])
      case .right: mark.merging(["align": "left", "dx": 7])
      }
    }
  }

  /// The labels as a chart draws them.
  ///
  /// ```swift
  /// Text("here", x: 1, y: 2).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// One label.
  ///
  /// ```swift
  /// Chart(title: "A place") { Text("here", x: 1, y: 2) }  // => Chart: A place (0 points)
  /// ```
  ///
  /// - Parameters:
  ///   - text: the label.
  ///   - x: where it stands along the horizontal axis.
  ///   - y: where it stands along the vertical axis.
  ///   - side: on which side of this place it stands.
  public init<X: Plottable, Y: Plottable>(_ text: String, x: X, y: Y, side: Side = .above) {
    self.init([text], x: [x], y: [y], side: side)
  }

  /// A label for each point.
  ///
  /// ```swift
  /// let (x, y) = ([1, 2, 3], [0.9, 0.5, 0.3])
  /// Chart {
  ///   Scatter(x: x, y: y)
  ///   Text(["first", "second", "third"], x: x, y: y, side: .right)
  /// }  // => Scatter plot (3 points)
  /// ```
  ///
  /// - Parameters:
  ///   - texts: the labels.
  ///   - x: where each stands along the horizontal axis.
  ///   - y: where each stands along the vertical axis.
  ///   - side: on which side of these places they stand.
  /// - Precondition: `texts`, `x` and `y` are equally many.
  public init<X: Sequence, Y: Sequence, Texts: Sequence<String>>(
    _ texts: Texts,
    x: X,
    y: Y,
    side: Side = .above
  ) where X.Element: Plottable, Y.Element: Plottable {
    var layer = ChartLayer(.annotation, side.mark, name: "Text", x: x, y: y, series: .all(nil))
    let texts = Array(texts)
    ChartLayer.requireEqual("Text", "x", layer.data.count, "texts", texts.count)
    for index in texts.indices { layer.data[index].label = texts[index] }
    layers = [layer]
  }
}
