import Plotting
import Testing

@Suite("Grids of charts")
struct ChartGridTests {
  @Test("each chart keeps its title, its size and its own colours")
  func charts() throws {
    let grid = ChartGrid(
      [
        Chart(title: "a", width: 100) { Line(x: [1], y: [1], series: "r") },
        Chart(title: "b") { Line(x: [1], y: [1], series: "s") },
      ],
      columns: 2,
      title: "Both"
    )
    let shown = try SpecificationReader(grid)
    #expect(shown["columns"].number == 2)
    #expect(shown["concat"][0]["title"].text == "a")
    #expect(shown["concat"][0]["width"].number == 100)
    #expect(shown["concat"][0]["$schema"].isMissing)
    #expect(shown["resolve"]["scale"]["color"].text == "independent")
    #expect(shown["resolve"]["scale"]["x"].text == "independent")
    #expect(grid.display.plain == "Charts: Both (Line chart: a (1 point); Line chart: b (1 point))")
  }

  @Test("charts share their room, and where asked their axes")
  func facets() throws {
    let grid = ChartGrid(for: ["a", "b", "c"], columns: 3, sharesAxes: true) { name in
      Chart(title: name, x: "n") { Line(x: [1, 2], y: [1, 2], series: "s") }
    }
    let shown = try SpecificationReader(grid)
    #expect(shown["concat"].count == 3)
    #expect(shown["concat"][2]["title"].text == "c")
    #expect(try #require(shown["concat"][0]["width"].number) * 3 < 600)
    #expect(shown["resolve"]["scale"]["x"].text == "shared")
    #expect(shown["resolve"]["scale"]["color"].text == "shared")
    #expect(shown["description"].text?.contains("b: x axis: n, from 1 to 2") == true)
  }

  @Test("heat maps and diagrams may stand in a grid")
  func plots() throws {
    let grid = ChartGrid([HeatMap([[1]]), LayerDiagram(inputs: ["a"], outputs: ["b"])])
    #expect(try SpecificationReader(grid)["concat"].count == 2)
    #expect(grid.display.plain.hasPrefix("Charts (Heat map (1 × 1); Layer diagram"))
  }

  @Test("no charts and no columns do not trap")
  func empty() throws {
    #expect(try SpecificationReader(ChartGrid([], columns: 0))["columns"].number == 1)
  }
}
