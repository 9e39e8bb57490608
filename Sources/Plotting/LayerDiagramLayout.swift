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
  private static let rowDistance = 58.0
  private let columns: [LayerDiagram.Column]
  private let leftMargin: Double
  private let columnDistance: Double
  private let top: Double
  let width: Double
  let height: Double

  /// - Parameter room: the width in pixels that need not be exceeded unless there are many columns.
  init(_ columns: [LayerDiagram.Column], within room: Double) {
    self.columns = columns
    leftMargin = Self.margin(beside: columns.first)
    let rightMargin = Self.margin(beside: columns.last)
    top = columns.contains { $0.title != nil } ? 36 : 4
    let gaps = Double(max(0, columns.count - 1))
    let free = (room - leftMargin - rightMargin) / max(gaps, 1)
    columnDistance = max(Self.leastDistance(of: columns), min(170, free)).rounded()
    width = leftMargin + gaps * columnDistance + rightMargin
    let tallest = Double(max(1, columns.map(\.nodes.count).max() ?? 0))
    height = top + (tallest - 1) * Self.rowDistance + 2 * Self.radius + 4
  }

  /// The middle of a node.
  func node(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
    let middle = (top + height - 4) / 2
    let offset = Double(row) - Double(columns[column].nodes.count - 1) / 2
    return (x(column), middle + offset * Self.rowDistance)
  }

  /// An edge from rim to rim.
  func edge(_ edge: LayerDiagram.Edge) -> (
    start: (x: Double, y: Double), end: (x: Double, y: Double)
  ) {
    let (start, end) = (node(edge.column, edge.from), node(edge.column + 1, edge.to))
    let (across, down) = (end.x - start.x, end.y - start.y)
    let share = Self.radius / (across * across + down * down).squareRoot()
    return (
      (start.x + share * across, start.y + share * down),
      (end.x - share * across, end.y - share * down)
    )
  }

  var titles: [Label] {
    columns.indices.compactMap { column in
      columns[column].title.map { Label(text: $0, x: x(column), y: 8, side: .within) }
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

  private func x(_ column: Int) -> Double { leftMargin + Double(column) * columnDistance }

  /// The labels of a column all stand in the nodes or all beside them.
  private static func fitWithin(_ labels: [String]) -> Bool {
    labels.allSatisfy { $0.count <= 4 }
  }

  /// Columns stand so far apart that there is a line to be seen between their nodes, and that their
  /// titles and middle labels do not run into each other.
  private static func leastDistance(of columns: [LayerDiagram.Column]) -> Double {
    let above = columns.dropFirst().dropLast().flatMap { fitWithin($0.nodes) ? [] : $0.nodes }
    let texts = columns.compactMap(\.title) + above
    return max(3 * radius, TextSize.axisTitle.width(of: texts) + 10)
  }

  /// Room for the labels beside an outer column and for half its title.
  private static func margin(beside column: LayerDiagram.Column?) -> Double {
    let labels = column?.nodes ?? []
    let outside = fitWithin(labels) ? 0 : TextSize.label.width(of: labels)
    let title = TextSize.axisTitle.width(of: column?.title ?? "") / 2
    return max(radius + 6 + outside, title, radius + 4).rounded()
  }
}
