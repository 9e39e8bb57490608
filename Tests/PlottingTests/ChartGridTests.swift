import Plotting
import Testing

@Suite("Grids of charts")
struct ChartGridTests {
  @Test("each chart keeps its title, its size and its own colours")
  func charts() throws {
    let grid = ChartGrid(
      [
        Chart(title: "a", width: 100) { Rule(y: 1) },
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
    #expect(grid.display.plain == "Charts: Both (Chart: a (0 points); Line chart: b (1 point))")
  }

  @Test("no charts and no columns do not trap")
  func empty() throws {
    #expect(try SpecificationReader(ChartGrid([], columns: 0))["columns"].number == 1)
  }
}
