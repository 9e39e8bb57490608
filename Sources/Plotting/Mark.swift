/// Something that a `Chart` draws: a line, bars, a rule.
///
/// A type of your own becomes one by joining the layers of others:
///
/// ```swift
/// struct Crosshair: Mark {
///   var x: Double, y: Double
///   var layers: [ChartLayer] { Rule(x: x).layers + Rule(y: y).layers }
/// }
/// Chart {
///   Scatter(x: [1, 2], y: [3, 4])
///   Crosshair(x: 1.5, y: 3.5)
/// }  // => Scatter plot (2 points)
/// ```
public protocol Mark: Sendable {
  /// What is drawn, from the bottom to the top.
  ///
  /// ```swift
  /// struct Curve: Mark {
  ///   var values: [Double]
  ///   var layers: [ChartLayer] { Line(x: values.indices, y: values).layers }
  /// }
  /// Chart { Curve(values: [1, 4, 9]) }  // => Line chart (3 points)
  /// ```
  var layers: [ChartLayer] { get }
}

/// One layer of a chart. The marks of this module make it.
///
/// ```swift
/// let layers: [ChartLayer] = Line(x: [1, 2], y: [3, 4]).layers + Rule(y: 3).layers
/// layers.count  // => 2
/// ```
public struct ChartLayer: Sendable {
  /// What the layer adds to the chart's name and how it treats the axes.
  enum Kind: Sendable, Hashable {
    case line, point, area, band
    case bar(Bar.Arrangement)
    case histogram
    /// A rule or a text, which counts neither for the name nor as data.
    case annotation

    var name: String {
      switch self {
      case .line: "Line chart"
      case .bar: "Bar chart"
      case .histogram: "Histogram"
      case .point: "Scatter plot"
      case .area, .band: "Area chart"
      case .annotation: "Chart"
      }
    }

    var isBar: Bool {
      switch self {
      case .bar, .histogram: true
      case .line, .point, .area, .band, .annotation: false
      }
    }
  }

  /// One drawn thing; a field that is `nil` is not encoded.
  struct Datum: Sendable {
    var x: AxisPosition?
    /// The upper edge of a bar that lies on an axis of numbers, of which `x` is the lower one.
    var x2: AxisPosition?
    var y: AxisPosition?
    /// The lower edge of a band.
    var y2: Double?
    var series: String?
    var label: String?
  }

  var kind: Kind
  /// Vega-Lite's `mark` object.
  var mark: JSON
  var data: [Datum]
  /// What it leaves out, for the chart's author.
  var remarks: [String] = []
}
