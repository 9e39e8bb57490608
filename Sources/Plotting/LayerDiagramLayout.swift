/// Where a diagram's nodes, labels and titles lie, in pixels from the upper left corner.
struct LayerDiagramLayout {
  struct Label {
    enum Side { case within, left, right, above }
    var text: String
    var x: Double
    var y: Double
    var side: Side
  }

  static let radius = 20.0
  private static let columnDistance = 170.0
  private static let rowDistance = 58.0
  private static let characterWidth = 7.5
  private let columns: [LayerDiagram.Column]
  private let leftMargin: Double
  private let top: Double
  let width: Double
  let height: Double

  init(_ columns: [LayerDiagram.Column]) {
    self.columns = columns
    leftMargin = Self.margin(beside: columns.first)
    top = columns.contains { $0.title != nil } ? 34 : 4
    let gaps = Double(max(0, columns.count - 1))
    width = leftMargin + gaps * Self.columnDistance + Self.margin(beside: columns.last)
    let tallest = Double(max(1, columns.map(\.nodes.count).max() ?? 0))
    height = top + (tallest - 1) * Self.rowDistance + 2 * Self.radius + 4
  }

  /// The middle of a node.
  func node(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
    let middle = (top + height - 4) / 2
    let offset = Double(row) - Double(columns[column].nodes.count - 1) / 2
    return (x(column), middle + offset * Self.rowDistance)
  }

  var titles: [Label] {
    columns.indices.compactMap { column in
      columns[column].title.map { Label(text: $0, x: x(column), y: 10, side: .within) }
    }
  }

  var labels: [Label] {
    columns.indices.flatMap { column in
      columns[column].nodes.indices.map { label(column, $0) }
    }
  }

  private func label(_ column: Int, _ row: Int) -> Label {
    let text = columns[column].nodes[row]
    let (x, y) = node(column, row)
    let gap = Self.radius + 6
    if Self.fitWithin(columns[column].nodes) { return Label(text: text, x: x, y: y, side: .within) }
    if column == 0 { return Label(text: text, x: x - gap, y: y, side: .left) }
    if column == columns.count - 1 { return Label(text: text, x: x + gap, y: y, side: .right) }
    return Label(text: text, x: x, y: y - Self.radius - 2, side: .above)
  }

  private func x(_ column: Int) -> Double { leftMargin + Double(column) * Self.columnDistance }

  /// The labels of a column all stand in the nodes or all beside them.
  private static func fitWithin(_ labels: [String]) -> Bool {
    labels.allSatisfy { $0.count <= 4 }
  }

  /// Room for the labels beside an outer column and for half its title.
  private static func margin(beside column: LayerDiagram.Column?) -> Double {
    let labels = column?.nodes ?? []
    let outside = fitWithin(labels) ? 0 : labels.map(\.count).max() ?? 0
    let title = Double(column?.title?.count ?? 0) * characterWidth / 2
    return max(radius + 6 + Double(outside) * characterWidth, title, radius + 4)
  }
}
