/// Marks over two common axes.
///
/// ```swift
/// import Foundation
///
/// let xs = stride(from: -2.0, through: 2.0, by: 0.5).map { $0 }
/// Chart(title: "The exponential function", x: "x", y: "e^x") {
///   Line(x: xs, y: xs.map { exp($0) })
///   Rule(y: 1)
/// }  // => Line chart: The exponential function (9 points)
/// ```
///
/// Marks are drawn in the order in which they are listed. Those of a series share a colour, and the
/// legend names the series in the order in which they first occur. What is not finite is left out,
/// and a chart without data is a pair of empty axes.
public struct Chart: Plot {
  /// The heading above the chart.
  ///
  /// ```swift
  /// var chart = Chart { Line(x: [1, 2], y: [3, 4]) }
  /// chart.title = "Growth"
  /// chart  // => Line chart: Growth (2 points)
  /// ```
  public var title: String?
  /// The horizontal axis.
  ///
  /// ```swift
  /// Chart(x: "epoch") { Line(x: [1, 2], y: [3, 4]) }.x.title  // => epoch
  /// ```
  public var x: Axis
  /// The vertical axis.
  ///
  /// ```swift
  /// var chart = Chart { Line(x: [1, 2], y: [3, 4]) }
  /// chart.y = Axis("loss", scale: .log)
  /// chart  // => Line chart: loss (2 points)
  /// ```
  public var y: Axis
  /// The width of the drawing between its axes, in pixels; `nil` for as much as there is room for,
  /// but no more than 480.
  ///
  /// ```swift
  /// Chart(width: 300) { Line(x: [1, 2], y: [3, 4]) }.width  // => 300
  /// ```
  public var width: Int?
  /// The height of the drawing between its axes, in pixels; `nil` for one that suits the width.
  ///
  /// ```swift
  /// Chart { Line(x: [1, 2], y: [3, 4]) }.height  // => nil
  /// ```
  public var height: Int?
  let layers: [ChartLayer]

  /// ```swift
  /// Chart(x: "epoch", y: "loss", width: 300, height: 150) {
  ///   Line(x: [1, 2, 3], y: [0.9, 0.5, 0.3])
  /// }  // => Line chart: loss (3 points)
  /// ```
  ///
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
