/// The neurons of a network as columns of nodes and their connections as edges.
///
/// ```swift
/// LayerDiagram(
///   title: "A softmax output layer",
///   columns: [
///     LayerDiagram.Column("hidden", ["h₁", "h₂", "h₃"]),
///     LayerDiagram.Column("logits", ["z₁", "z₂"]),
///   ]
/// )  // => Layer diagram: A softmax output layer (3 → 2 nodes, 6 edges)
/// ```
public struct LayerDiagram: Plot {
  /// One layer of neurons.
  ///
  /// ```swift
  /// let logits = LayerDiagram.Column("logits", ["z₁", "z₂"])
  /// LayerDiagram(columns: [["x"], logits])  // => Layer diagram (1 → 2 nodes, 2 edges)
  /// ```
  public struct Column: Sendable, ExpressibleByArrayLiteral {
    /// The text above the nodes.
    ///
    /// ```swift
    /// LayerDiagram.Column("logits", ["z₁", "z₂"]).title  // => logits
    /// ```
    public var title: String?
    /// The nodes' labels from top to bottom; short ones stand in the node, longer ones beside it.
    ///
    /// ```swift
    /// LayerDiagram.Column("logits", ["z₁", "z₂"]).nodes.count  // => 2
    /// ```
    public var nodes: [String]

    /// ```swift
    /// let names = (1...3).map { "h\($0)" }
    /// LayerDiagram.Column("hidden", names).nodes  // => ["h1", "h2", "h3"]
    /// ```
    ///
    /// - Parameters:
    ///   - title: the text above the nodes.
    ///   - nodes: the nodes' labels from top to bottom.
    public init(_ title: String? = nil, _ nodes: [String]) {
      self.title = title
      self.nodes = nodes
    }

    /// A layer without a title.
    ///
    /// ```swift
    /// LayerDiagram(columns: [["x₁", "x₂"], ["y"]])  // => Layer diagram (2 → 1 nodes, 2 edges)
    /// ```
    public init(arrayLiteral nodes: String...) { self.init(nil, nodes) }
  }

  /// A connection from a node to one of the next column.
  ///
  /// ```swift
  /// LayerDiagram(
  ///   columns: [["x₁", "x₂"], ["y"]],
  ///   edges: [.init(from: 0, to: 0, weight: 0.8), .init(from: 1, to: 0, weight: -0.2)]
  /// )  // => Layer diagram (2 → 1 nodes, 2 edges)
  /// ```
  public struct Edge: Sendable, Hashable {
    /// The column in which the edge begins, counted from 0.
    ///
    /// ```swift
    /// LayerDiagram.Edge(from: 0, to: 1, column: 2).column  // => 2
    /// ```
    public var column: Int
    /// The node of that column, counted from 0.
    ///
    /// ```swift
    /// LayerDiagram.Edge(from: 0, to: 1).from  // => 0
    /// ```
    public var from: Int
    /// The node of the next column, counted from 0.
    ///
    /// ```swift
    /// LayerDiagram.Edge(from: 0, to: 1).to  // => 1
    /// ```
    public var to: Int
    /// What the edge stands for: the greater the magnitude the thicker the edge, with one colour
    /// where it is positive and another where it is negative; `nil` for a thin grey edge.
    ///
    /// ```swift
    /// var edge = LayerDiagram.Edge(from: 0, to: 1)
    /// edge.weight = -0.5
    /// edge.weight  // => -0.5
    /// ```
    public var weight: Double?

    /// ```swift
    /// let edge = LayerDiagram.Edge(from: 0, to: 1, weight: 0.5)
    /// edge.column  // => 0
    /// ```
    ///
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
  ///
  /// ```swift
  /// var diagram = LayerDiagram(inputs: ["x"], outputs: ["y"])
  /// diagram.title = "One neuron"
  /// diagram  // => Layer diagram: One neuron (1 → 1 nodes, 1 edge)
  /// ```
  public var title: String?
  let columns: [Column]
  let edges: [Edge]

  /// ```swift
  /// LayerDiagram(columns: [["x₁", "x₂"], ["h"], ["y"]])
  /// // => Layer diagram (2 → 1 → 1 nodes, 3 edges)
  /// ```
  ///
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
  ///
  /// ```swift
  /// LayerDiagram(title: "softmax", inputs: ["z₁", "z₂"], outputs: ["s₁", "s₂"])
  /// // => Layer diagram: softmax (2 → 2 nodes, 4 edges)
  /// ```
  public init(title: String? = nil, inputs: [String], outputs: [String]) {
    self.init(title: title, columns: [Column(nil, inputs), Column(nil, outputs)])
  }

  /// What is drawn.
  ///
  /// ```swift
  /// struct Network: Plot {
  ///   var widths: [Int]
  ///   var drawing: Drawing {
  ///     LayerDiagram(columns: widths.map { .init(nil, (1...$0).map(String.init)) }).drawing
  ///   }
  /// }
  /// Network(widths: [4, 3, 2])  // => Layer diagram (4 → 3 → 2 nodes, 18 edges)
  /// ```
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
