/// Several plots beside and below each other, each with its own axes: small multiples.
///
/// ```swift
/// let steps = [0.0, 1, 2, 3]
/// ChartGrid(for: [0.5, 0.9], sharesAxes: true) { rate in
///   Chart(y: "loss at \(rate)") { Line(x: steps, y: steps.map { 1 - rate * $0 / 4 }) }
/// }
/// // => Charts (Line chart: loss at 0.5 (4 points); Line chart: loss at 0.9 (4 points))
/// ```
public struct ChartGrid: Plot {
  /// The heading above all plots.
  ///
  /// ```swift
  /// var grid = ChartGrid([HeatMap([[1, 2]])])
  /// grid.title = "Filters"
  /// grid  // => Charts: Filters (Heat map (1 × 2))
  /// ```
  public var title: String?
  /// How many plots stand beside each other.
  ///
  /// ```swift
  /// ChartGrid([], columns: 3).columns  // => 3
  /// ```
  public var columns: Int
  /// Whether all charts have the same scales, so that their curves can be compared.
  ///
  /// ```swift
  /// ChartGrid([]).sharesAxes  // => false
  /// ```
  public var sharesAxes: Bool
  /// The plots, row by row.
  ///
  /// ```swift
  /// var grid = ChartGrid([HeatMap([[1, 2]])])
  /// grid.charts.append(HeatMap([[2], [1]]))
  /// grid  // => Charts (Heat map (1 × 2); Heat map (2 × 1))
  /// ```
  public var charts: [any Plot]

  /// ```swift
  /// let left = Chart(title: "left") { Line(x: [1, 2], y: [3, 4]) }
  /// let right = Chart(title: "right") { Scatter(x: [1, 2], y: [3, 4]) }
  /// ChartGrid([left, right])
  /// // => Charts (Line chart: left (2 points); Scatter plot: right (2 points))
  /// ```
  ///
  /// - Parameters:
  ///   - charts: the plots, row by row.
  ///   - columns: how many stand beside each other, at least one.
  ///   - title: the heading above all plots.
  ///   - sharesAxes: whether all charts have the same scales, so that their curves can be compared.
  public init(
    _ charts: [any Plot],
    columns: Int = 2,
    title: String? = nil,
    sharesAxes: Bool = false
  ) {
    self.charts = charts
    self.columns = columns
    self.title = title
    self.sharesAxes = sharesAxes
  }

  /// A plot for each of several things, such as the classes of a data set.
  ///
  /// ```swift
  /// ChartGrid(for: ["cat", "dog"]) { name in HeatMap([[1, 2]], title: name) }
  /// // => Charts (Heat map: cat (1 × 2); Heat map: dog (1 × 2))
  /// ```
  ///
  /// - Parameters:
  ///   - facets: what there is a plot for, row by row.
  ///   - columns: how many stand beside each other, at least one.
  ///   - title: the heading above all plots.
  ///   - sharesAxes: whether all charts have the same scales, so that their curves can be compared.
  ///   - chart: makes the plot of one facet.
  public init<Facets: Sequence>(
    for facets: Facets,
    columns: Int = 2,
    title: String? = nil,
    sharesAxes: Bool = false,
    chart: (Facets.Element) throws -> any Plot
  ) rethrows {
    self.init(try facets.map(chart), columns: columns, title: title, sharesAxes: sharesAxes)
  }

  /// What is drawn.
  ///
  /// ```swift
  /// struct Pair: Plot {
  ///   var left: any Plot, right: any Plot
  ///   var drawing: Drawing { ChartGrid([left, right]).drawing }
  /// }
  /// Pair(left: HeatMap([[1]]), right: HeatMap([[1]]))  // => Charts (Heat map (1 × 1); Heat map (1 × 1))
  /// ```
  public var drawing: Drawing {
    let parts = charts.map(\.drawing)
    return Drawing(
      title: title,
      summary: summary(parts),
      details: parts.flatMap { part in part.details.map { [part.title, $0].said } },
      remarks: charts.isEmpty
        ? ["the grid has no charts, so nothing is drawn"]
        : parts.flatMap { part in part.remarks.map { [part.title, $0].said } },
      series: parts.flatMap(\.series).uniqued,
      body: { body(parts, within: $0) }
    )
  }

  /// Such as `Charts: Activations (Line chart: …; Line chart: …)`.
  private func summary(_ parts: [Drawing]) -> String {
    let all = parts.map(\.summary).joined(separator: "; ")
    return "Charts" + (title.map { ": " + $0 } ?? "") + " (" + all + ")"
  }

  private func body(_ parts: [Drawing], within width: Int) -> JSON {
    let columns = max(1, columns)
    let beside = max(1, min(columns, parts.count))
    let room = (width - (beside - 1) * Self.spacing) / beside
    let drawn = parts.map { part in
      JSON.object([]).adding("title", part.heading(within: room)).merging(part.body(room))
    }
    // One legend will do where all name the same series.
    let named = Set(parts.map(\.series).filter { !$0.isEmpty })
    let axes: JSON = sharesAxes ? "shared" : "independent"
    return [
      "columns": .number(Double(columns)), "concat": .array(drawn),
      "spacing": .number(Double(Self.spacing)),
      "resolve": [
        "scale": ["x": axes, "y": axes, "color": named.count > 1 ? "independent" : "shared"]
      ],
    ]
  }

  private static let spacing = 24
}

extension [String?] {
  /// What is there, with colons between.
  fileprivate var said: String { compactMap { $0 }.joined(separator: ": ") }
}
