import Plotting
import Testing

@Suite("Layer diagrams")
struct LayerDiagramTests {
  @Test("every input is joined with every output")
  func complete() throws {
    let diagram = LayerDiagram(title: "Softmax", inputs: ["h₁", "h₂"], outputs: ["a", "b", "c"])
    let layers = try SpecificationReader(diagram)["layer"]
    #expect(layers[0]["mark"]["type"].text == "rule")
    #expect(layers[0]["data"]["values"].count == 6)
    #expect(layers[1]["mark"]["type"].text == "point")
    #expect(layers[1]["data"]["values"].count == 5)
    #expect(layers[2]["data"]["values"][4]["label"].text == "c")
    #expect(diagram.display.plain == "Layer diagram: Softmax (2 → 3 nodes, 6 edges)")
  }

  @Test("columns are centred against each other, and edges end in their nodes")
  func places() throws {
    let diagram = LayerDiagram(columns: [["a"], ["b", "c"]])
    let layers = try SpecificationReader(diagram)["layer"]
    let nodes = layers[1]["data"]["values"]
    let ys = (0..<3).compactMap { nodes[$0]["y"].number }
    #expect(ys.count == 3 && ys[0] == (ys[1] + ys[2]) / 2)
    // An edge points from middle to middle and ends at the rims.
    let edge = layers[0]["data"]["values"][1]
    let slope = try difference(edge, "y2", edge, "y") / difference(edge, "x2", edge, "x")
    let middles =
      try difference(nodes[2], "y", nodes[0], "y") / difference(nodes[2], "x", nodes[0], "x")
    #expect(abs(slope - middles) < 1e-9)
    let across = try difference(edge, "x", nodes[0], "x")
    let down = try difference(edge, "y", nodes[0], "y")
    #expect(abs((across * across + down * down).squareRoot() - 20) < 1e-9)
  }

  private func difference(
    _ left: SpecificationReader,
    _ leftKey: String,
    _ right: SpecificationReader,
    _ rightKey: String
  ) throws -> Double {
    try #require(left[leftKey].number) - #require(right[rightKey].number)
  }

  @Test("weights give an edge its thickness and colour")
  func weights() throws {
    let diagram = LayerDiagram(
      columns: [["a"], ["b", "c", "d"]],
      edges: [
        .init(from: 0, to: 0, weight: 1), .init(from: 0, to: 1, weight: -2), .init(from: 0, to: 2),
      ]
    )
    let layers = try SpecificationReader(diagram)["layer"]
    #expect(layers[0]["data"]["values"].count == 1)
    #expect(layers[0]["encoding"]["color"].isMissing)
    let edges = layers[1]["data"]["values"]
    #expect((0..<2).map { edges[$0]["sign"].number } == [1, -1])
    #expect(try difference(edges[1], "width", edges[0], "width") > 0)
    // The same scale as a heat map's, so that a sign has one colour on a page.
    #expect(layers[1]["encoding"]["color"]["scale"]["domainMid"].number == 0)
  }

  @Test("many columns draw nearer to each other")
  func room() throws {
    let diagram = LayerDiagram(columns: Array(repeating: ["a", "b"], count: 8))
    #expect(try #require(try SpecificationReader(diagram)["width"].number) <= 600)
  }

  @Test("long labels stand outside of the nodes, and there is room for them")
  func longLabels() throws {
    let short = try SpecificationReader(LayerDiagram(inputs: ["a"], outputs: ["b"]))
    let long = try SpecificationReader(LayerDiagram(inputs: ["a"], outputs: ["elephant"]))
    let widths = (short["width"].number ?? 0, long["width"].number ?? 0)
    #expect(widths.1 > widths.0)
    #expect(long["layer"][3]["mark"]["align"].text == "left")
  }

  @Test("columns have titles, which the description names")
  func titles() throws {
    let diagram = LayerDiagram(columns: [.init("in", ["x"]), .init("out", ["y"])])
    let shown = try SpecificationReader(diagram)
    #expect(shown["layer"][3]["data"]["values"][1]["label"].text == "out")
    #expect(
      shown["description"].text
        == "Layer diagram (1 → 1 nodes, 1 edge); in: x; out: y; "
        + "every node is joined with all of the next column"
    )
  }

  @Test("a diagram without columns is empty")
  func empty() throws {
    #expect(
      try SpecificationReader(LayerDiagram(columns: []))["layer"][1]["data"]["values"].count == 0
    )
  }
}
