import NotebookDisplay

/// Several charts beside and below each other, each with its own axes and legend.
public struct ChartGrid: Displayable, Sendable {
  /// The heading above all charts.
  public var title: String?
  /// How many charts stand beside each other.
  public var columns: Int
  /// The charts, row by row.
  public var charts: [Chart]

  /// - Parameters:
  ///   - charts: the charts, row by row.
  ///   - columns: how many stand beside each other, at least one.
  ///   - title: the heading above all charts.
  public init(_ charts: [Chart], columns: Int = 2, title: String? = nil) {
    self.charts = charts
    self.columns = columns
    self.title = title
  }

  /// A line of text and the Vega-Lite specification.
  public var display: DisplayBundle {
    DisplayBundle(plain: summary, [.vegaLite: specification.text])
  }

  /// Such as `Charts: Activations (Line chart: …; Line chart: …)`.
  var summary: String {
    let parts = charts.map(\.summary).joined(separator: "; ")
    return "Charts" + (title.map { ": " + $0 } ?? "") + " (" + parts + ")"
  }

  /// The whole Vega-Lite specification.
  var specification: JSON {
    let described = charts.map(\.accessibleDescription).joined(separator: ". ")
    let description = ([title].compactMap { $0 } + [described]).joined(separator: ". ")
    let parts = charts.map { chart in
      JSON.object([]).adding("title", chart.title.map(JSON.string)).merging(chart.body)
    }
    let body: JSON = [
      "columns": .number(Double(max(1, columns))), "concat": .array(parts),
      "resolve": ["scale": ["color": "independent"]],
    ]
    return Specification.head(title: title, description: description).merging(body)
  }
}
