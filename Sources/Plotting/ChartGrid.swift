/// Several plots beside and below each other, each with its own axes: small multiples.
///
/// ```swift
/// ChartGrid(for: rates, columns: 3, sharesAxes: true) { rate in
///   Chart(title: "rate \(rate)", x: "step", y: "loss") { Line(x: steps, y: losses(rate)) }
/// }
/// ```
public struct ChartGrid: Plot {
  /// The heading above all plots.
  public var title: String?
  /// How many plots stand beside each other.
  public var columns: Int
  /// Whether all charts have the same scales, so that their curves can be compared.
  public var sharesAxes: Bool
  /// The plots, row by row.
  public var charts: [any Plot]

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
