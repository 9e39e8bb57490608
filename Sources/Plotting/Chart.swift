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
public struct Chart: Plot {
  /// The heading above the chart.
  public var title: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The width of the drawing between its axes, in pixels; `nil` for as much as there is room for,
  /// but no more than 480.
  public var width: Int?
  /// The height of the drawing between its axes, in pixels; `nil` for one that suits the width.
  public var height: Int?
  let layers: [ChartLayer]

  /// - Parameters:
  ///   - title: the heading above the chart.
  ///   - x: the horizontal axis; a literal is its title.
  ///   - y: the vertical axis; a literal is its title.
  ///   - width: the width of the drawing between its axes, in pixels; `nil` for as much as there is
  ///     room for, but no more than 480.
  ///   - height: the height of the drawing between its axes, in pixels; `nil` for one that suits the
  ///     width.
  ///   - marks: what is drawn.
  public init(
    title: String? = nil,
    x: Axis = Axis(),
    y: Axis = Axis(),
    width: Int? = nil,
    height: Int? = nil,
    @MarkBuilder marks: () -> [any Mark]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    layers = marks().flatMap(\.layers).joiningBars
  }
}
