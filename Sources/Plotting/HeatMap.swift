/// A matrix of numbers as coloured cells, its first row on top.
///
/// ```swift
/// let words = ["the", "cat", "sat"]
/// let attention = [[0.8, 0.1, 0.1], [0.3, 0.6, 0.1], [0.1, 0.5, 0.4]]
/// HeatMap(attention, rows: words, columns: words, title: "Attention", digits: 2)
/// // => Heat map: Attention (3 × 3)
/// ```
///
/// The colours begin at zero and grow stronger up to the greatest number; where some numbers are
/// negative there are two colours, one for each sign. Cells that are not finite are grey.
public struct HeatMap: Plot {
  /// The heading above the chart.
  ///
  /// ```swift
  /// var map = HeatMap([[1, 2], [3, 4]])
  /// map.title = "Confusion"
  /// map  // => Heat map: Confusion (2 × 2)
  /// ```
  public var title: String?
  /// The text above the columns.
  ///
  /// ```swift
  /// HeatMap([[1, 2]], x: "predicted").x  // => predicted
  /// ```
  public var x: String?
  /// The text beside the rows.
  ///
  /// ```swift
  /// HeatMap([[1, 2]], y: "true").y  // => true
  /// ```
  public var y: String?
  let values: [[Double]]
  let rows: [String]
  let columns: [String]
  let digits: Int?

  /// ```swift
  /// HeatMap([[0.9, 0.1], [0.2, 0.8]], rows: ["cat", "dog"], digits: 1)  // => Heat map (2 × 2)
  /// ```
  ///
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

  /// The rows of any matrix, such as the `rowVectors` of one of `LayerCalculus`.
  ///
  /// The label `of` keeps the compiler quick where numbers are worked out in place.
  ///
  /// ```swift
  /// let sizes = [1.0, 2.0, 3.0]
  /// HeatMap(of: sizes.map { size in sizes.map { size / $0 } })  // => Heat map (3 × 3)
  /// ```
  ///
  /// - Precondition: the rows are equally long, and there is a label for each.
  public init<Rows: Sequence>(
    of values: Rows,
    rows: [String]? = nil,
    columns: [String]? = nil,
    title: String? = nil,
    x: String? = nil,
    y: String? = nil,
    digits: Int? = nil
  ) where Rows.Element: Sequence, Rows.Element.Element: BinaryFloatingPoint {
    self.init(
      values.map { row in row.map { Double($0) } },
      rows: rows,
      columns: columns,
      title: title,
      x: x,
      y: y,
      digits: digits
    )
  }

  /// What is drawn.
  ///
  /// ```swift
  /// struct Confusion: Plot {
  ///   var counts: [[Double]]
  ///   var drawing: Drawing { HeatMap(counts, title: "Confusion", digits: 0).drawing }
  /// }
  /// Confusion(counts: [[8, 2], [1, 9]])  // => Heat map: Confusion (2 × 2)
  /// ```
  public var drawing: Drawing {
    Drawing(title: title, summary: summary, details: details, remarks: remarks, body: body)
  }

  private var remarks: [String] {
    let numbers = values.joined()
    if numbers.isEmpty { return ["the matrix has no numbers, so nothing is drawn"] }
    return numbers.contains(where: \.isFinite) ? [] : ["all numbers are NaN or infinite"]
  }

  /// Such as `Heat map: Attention (5 × 5)`.
  private var summary: String {
    "Heat map" + (title.map { ": " + $0 } ?? "") + " (\(values.count) × \(columns.count))"
  }

  /// The axes, and the numbers themselves where they are few.
  private var details: [String] {
    let axes = [x.map { "columns: " + $0 }, y.map { "rows: " + $0 }].compactMap { $0 }
    let numbers = values.joined().filter(\.isFinite)
    guard let least = numbers.min(), let most = numbers.max() else { return axes }
    let range = "values from \(Spoken.number(least)) to \(Spoken.number(most))"
    guard digits != nil, numbers.count <= 36 else { return axes + [range] }
    let labels = columns.joined(separator: ", ")
    let read = values.indices.map { row in
      rows[row] + ": " + values[row].map(text).joined(separator: ", ")
    }
    return axes + [range, "columns \(labels)"] + read
  }
}
