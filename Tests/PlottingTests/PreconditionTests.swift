import Plotting
import Testing

@Suite("Lengths that do not match")
struct PreconditionTests {
  @Test("a line with more x than y traps and names both lengths")
  func line() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Line(x: [1, 2, 3], y: [1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Line: x has 3 values but y has 2"))
  }

  @Test("a heat map with a label too few traps")
  func heatMap() async {
    await #expect(processExitsWith: .failure) {
      _ = HeatMap([[1, 2]], rows: ["a"], columns: ["b"])
    }
  }

  @Test("an edge to a node that is not there traps")
  func edge() async {
    await #expect(processExitsWith: .failure) {
      _ = LayerDiagram(columns: [["a"], ["b"]], edges: [.init(from: 0, to: 1)])
    }
  }

  @Test("a log axis that begins at zero traps and says so")
  func logAxis() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Axis("loss", domain: 0...1, scale: .log)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("a log axis begins above zero, not at 0.0"))
  }
}
