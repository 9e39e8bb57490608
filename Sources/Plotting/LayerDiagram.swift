/// The neurons of a network as columns of nodes and their connections as edges.
///
/// ```swift
/// LayerDiagram(
///   title: "A softmax output layer",
///   columns: [
///     LayerDiagram.Column("hidden", ["h₁", "h₂", "h₃"]),
///     LayerDiagram.Column("logits", ["z₁", "z₂"]),
///   ]
/// )
/// ```
public struct LayerDiagram: Plot {
  /// One layer of neurons.
  public struct Column: Sendable, ExpressibleByArrayLiteral {
    /// The text above the nodes.
    public var title: String?
    /// The nodes' labels from top to bottom; short ones stand in the node, longer ones beside it.
    public var nodes: [String]

    /// - Parameters:
    ///   - title: the text above the nodes.
    ///   - nodes: the nodes' labels from top to bottom.
    public init(_ title: String? = nil, _ nodes: [String]) {
      self.title = title
      self.nodes = nodes
    }

    /// A layer without a title.
    public init(arrayLiteral nodes: String...) { self.init(nil, nodes) }
  }

  /// A connection from a node to one of the next column.
  public struct Edge: Sendable, Hashable {
    /// The column in which the edge begins, counted from 0.
    public var column: Int
    /// The node of that column, counted from 0.
    public var from: Int
    /// The node of the next column, counted from 0.
    public var to: Int
    /// What the edge stands for: the greater the magnitude the thicker the edge, with one colour
    /// where it is positive and another where it is negative; `nil` for a thin grey edge.
    public var weight: Double?

    /// - Parameters:
    ///   - from: the node in which the edge begins, counted from 0.
    ///   - to: the node of the next column in which it ends, counted from 0.
    ///   - column: the column in which the edge begins, counted from 0.
    ///   - weight: what thickness and colour stand for.
    public init(from: Int, to: Int, column: Int = 0, weight: Double? = nil) {
      self.column = column
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// The heading above the diagram.
  public var title: String?
  let columns: [Column]
  let edges: [Edge]

  /// - Parameters:
  ///   - title: the heading above the diagram.
  ///   - columns: the layers from left to right.
  ///   - edges: the connections; `nil` joins every node with all of the next column.
  /// - Precondition: every edge joins two nodes that are there.
  public init(title: String? = nil, columns: [Column], edges: [Edge]? = nil) {
    self.title = title
    self.columns = columns
    self.edges = edges ?? Self.allEdges(between: columns)
    for edge in self.edges {
      require(
        columns.indices.contains(edge.column) && columns.indices.contains(edge.column + 1)
          && columns[edge.column].nodes.indices.contains(edge.from)
          && columns[edge.column + 1].nodes.indices.contains(edge.to),
        "LayerDiagram: no nodes for the edge from \(edge.from) to \(edge.to) of column \(edge.column)"
      )
    }
  }

  /// Two layers in which every input is joined with every output.
  public init(title: String? = nil, inputs: [String], outputs: [String]) {
    self.init(title: title, columns: [Column(nil, inputs), Column(nil, outputs)])
  }

  /// What is drawn.
  public var drawing: Drawing {
    Drawing(title: title, summary: summary, details: details, body: body)
  }

  /// Such as `Layer diagram: softmax (5 → 5 nodes, 25 edges)`.
  private var summary: String {
    let sizes = columns.map { "\($0.nodes.count)" }.joined(separator: " → ")
    let size = columns.isEmpty ? "no nodes" : sizes + " nodes"
    let joined = "\(edges.count) edge" + (edges.count == 1 ? "" : "s")
    return "Layer diagram" + (title.map { ": " + $0 } ?? "") + " (\(size), \(joined))"
  }

  /// The nodes column by column, and how they are joined.
  private var details: [String] {
    let named = columns.indices.map { column in
      (columns[column].title ?? "column \(column + 1)") + ": "
        + columns[column].nodes.joined(separator: ", ")
    }
    let isComplete = !edges.isEmpty && edges == Self.allEdges(between: columns)
    return named + (isComplete ? ["every node is joined with all of the next column"] : [])
  }

  private static func allEdges(between columns: [Column]) -> [Edge] {
    columns.indices.dropLast().flatMap { column in
      columns[column].nodes.indices.flatMap { from in
        columns[column + 1].nodes.indices.map { Edge(from: from, to: $0, column: column) }
      }
    }
  }
}
