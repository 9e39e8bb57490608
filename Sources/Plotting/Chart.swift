import NotebookDisplay

/// Marks over two common axes.
///
/// ```swift
/// Chart(title: "The exponential function", x: "x", y: "e^x") {
///   Line(x: xs, y: xs.map(exp))
///   Rule(y: 1)
/// }
/// ```
///
/// Marks are drawn in the order in which they are listed. Those of a series share a colour, and the
/// legend names the series in the order in which they first occur. What is not finite is left out,
/// and a chart without data is a pair of empty axes.
public struct Chart: Displayable, Sendable {
  /// The heading above the chart.
  public var title: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The width of the drawing between its axes, in pixels.
  public var width: Int
  /// The height of the drawing between its axes, in pixels.
  public var height: Int
  let layers: [ChartLayer]

  /// - Parameters:
  ///   - title: the heading above the chart.
  ///   - x: the horizontal axis; a literal is its title.
  ///   - y: the vertical axis; a literal is its title.
  ///   - width: the width of the drawing between its axes, in pixels.
  ///   - height: the height of the drawing between its axes, in pixels.
  ///   - marks: what is drawn.
  public init(
    title: String? = nil,
    x: Axis = Axis(),
    y: Axis = Axis(),
    width: Int = 480,
    height: Int = 280,
    @MarkBuilder marks: () -> [any Mark]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    layers = marks().flatMap(\.layers)
  }

  /// A line of text and the Vega-Lite specification.
  public var display: DisplayBundle {
    DisplayBundle(plain: summary, [.vegaLite: specification.text])
  }
}
