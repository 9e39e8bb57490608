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
    #expect(layers[0]["data"]["values"][1]["y2"].number == nodes[2]["y"].number)
    #expect(layers[0]["data"]["values"][1]["x"].number == nodes[0]["x"].number)
  }

  @Test("weights give an edge its thickness and colour")
  func weights() throws {
    let diagram = LayerDiagram(
      columns: [["a"], ["b", "c", "d"]],
      edges: [
        .init(from: 0, to: 0, weight: 1), .init(from: 0, to: 1, weight: -2), .init(from: 0, to: 2),
      ]
    )
    let edges = try SpecificationReader(diagram)["layer"][0]["data"]["values"]
    let colors = (0..<3).compactMap { edges[$0]["color"].text }
    #expect(Set(colors).count == 3)
    let widths = (0..<3).compactMap { edges[$0]["width"].number }
    #expect(widths[1] > widths[0] && widths[0] > widths[2])
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
    #expect(shown["description"].text == "Layer diagram (1 → 1 nodes, 1 edge); columns: in, out")
  }

  @Test("a diagram without columns is empty")
  func empty() throws {
    #expect(
      try SpecificationReader(LayerDiagram(columns: []))["layer"][1]["data"]["values"].count == 0
    )
  }
}
