import NotebookDisplay

/// A matrix of numbers as coloured cells, its first row on top.
///
/// ```swift
/// HeatMap(attention, rows: words, columns: words, title: "Attention", digits: 2)
/// ```
///
/// Numbers from zero up are shades of blue; where some are negative, red stands for negative, blue
/// for positive and white for zero. Cells that are not finite stay empty.
public struct HeatMap: Displayable, Sendable {
  /// The heading above the chart.
  public var title: String?
  /// The text above the columns.
  public var x: String?
  /// The text beside the rows.
  public var y: String?
  let values: [[Double]]
  let rows: [String]
  let columns: [String]
  let digits: Int?

  /// - Parameters:
  ///   - values: the matrix, row by row.
  ///   - rows: a label for each row; `nil` for their numbers from 1.
  ///   - columns: a label for each column; `nil` for their numbers from 1.
  ///   - title: the heading above the chart.
  ///   - x: the text above the columns.
  ///   - y: the text beside the rows.
  ///   - digits: the decimals of the numbers in the cells; `nil` for cells without numbers and a
  ///     legend of colours instead.
  /// - Precondition: the rows are equally long, and there is a label for each.
  public init(
    _ values: [[Double]],
    rows: [String]? = nil,
    columns: [String]? = nil,
    title: String? = nil,
    x: String? = nil,
    y: String? = nil,
    digits: Int? = nil
  ) {
    let width = values.first?.count ?? columns?.count ?? 0
    for row in values { ChartLayer.requireEqual("HeatMap", "a row", row.count, "the first", width) }
    self.values = values
    self.rows = rows ?? values.indices.map { "\($0 + 1)" }
    self.columns = columns ?? (0..<width).map { "\($0 + 1)" }
    ChartLayer.requireEqual("HeatMap", "the matrix", values.count, "rows", self.rows.count)
    ChartLayer.requireEqual("HeatMap", "a row", width, "columns", self.columns.count)
    self.title = title
    self.x = x
    self.y = y
    self.digits = digits
  }

  /// A line of text and the Vega-Lite specification.
  public var display: DisplayBundle {
    DisplayBundle(plain: summary, [.vegaLite: specification.text])
  }

  /// Such as `Heat map: Attention (5 × 5)`.
  var summary: String {
    "Heat map" + (title.map { ": " + $0 } ?? "") + " (\(values.count) × \(columns.count))"
  }
}
