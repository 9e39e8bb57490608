import NotebookDisplay

/// What this module draws: a `Chart`, a `HeatMap`, a `LayerDiagram` or a `ChartGrid` of them.
///
/// A type of your own becomes one by handing on the drawing of another.
///
/// ```swift
/// struct Spread: Plot {
///   var numbers: [Double]
///   var drawing: Drawing { Chart(x: "error") { Histogram(numbers, bins: 3) }.drawing }
/// }
/// Spread(numbers: [1, 2, 2, 3])  // => Histogram (3 bars)
/// ```
public protocol Plot: Displayable, Sendable {
  /// What is drawn.
  ///
  /// ```swift
  /// struct Levels: Plot {
  ///   var drawing: Drawing { Chart(title: "Levels") { Rule(y: 1) }.drawing }
  /// }
  /// Levels()  // => Chart: Levels (0 points)
  /// ```
  var drawing: Drawing { get }
}

extension Plot {
  /// A line of text and the Vega-Lite specification.
  ///
  /// ```swift
  /// let chart = Chart(y: "loss") { Line(x: [1, 2], y: [3, 4]) }
  /// chart.display.plain  // => Line chart: loss (2 points)
  /// chart.display[.vegaLite]?.contains("vega-lite/v4")  // => true
  /// ```
  public var display: DisplayBundle {
    DisplayBundle(plain: drawing.summary, [.vegaLite: drawing.specification.text])
  }
}

/// A picture before it is known how much room there is for it. The plots of this module make it.
///
/// ```swift
/// let drawings = [HeatMap([[1, 2]]).drawing, Chart { Rule(y: 1) }.drawing]
/// drawings.count  // => 2
/// ```
public struct Drawing: Sendable {
  /// How wide a picture may be so as to fit into a column of text, in pixels.
  static let columnWidth = 600

  /// The heading, which a grid repeats above its part.
  var title: String?
  /// The picture in one line, such as `Line chart: e^x (61 points)`.
  var summary: String
  /// More for those who cannot see it, such as what the axes mean.
  var details: [String]
  /// What the picture leaves out, or that it is empty.
  var remarks: [String] = []
  /// The series that the picture's colours stand for.
  var series: [String] = []
  /// The Vega-Lite members that draw it within a width in pixels, axes and labels included.
  var body: @Sendable (_ width: Int) -> JSON

  /// Summary and details in one line.
  var description: String { ([summary] + details).joined(separator: "; ") }
}
