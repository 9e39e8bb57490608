/// Labels at places in the chart.
public struct Text: Mark {
  /// On which side of its place a label stands.
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
  public let layers: [ChartLayer]

  /// One label.
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
