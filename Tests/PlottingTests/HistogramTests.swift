import Plotting
import Testing

@Suite("Histograms")
struct HistogramTests {
  @Test("count what lies between edges, the last edge with it")
  func edges() {
    let histogram = Histogram([0, 0.5, 1, 1.5, 2, 3, .nan], edges: [0, 1, 2])
    #expect(histogram.heights == [2, 3])
  }

  @Test("divide the range into equal bins")
  func bins() {
    let histogram = Histogram([1.0, 2, 3, 4, 5], bins: 2)
    #expect(histogram.edges == [1, 3, 5])
    #expect(histogram.heights == [2, 3])
  }

  @Test("have an area of one as densities, and a sum of one as shares")
  func heights() {
    let values = [0.1, 0.2, 0.7, 1.9]
    #expect(Histogram(values, edges: [0, 0.5, 2.5], as: .density).heights == [1, 0.25])
    #expect(Histogram(values, edges: [0, 0.5, 2.5], as: .share).heights == [0.5, 0.5])
  }

  @Test("choose round edges around all numbers")
  func roundEdges() {
    let histogram = Histogram((0..<100).map { Double($0) / 10 + 0.05 })
    #expect(histogram.edges == [0, 2, 4, 6, 8, 10])
    #expect(histogram.heights == [20, 20, 20, 20, 20])
  }

  @Test(
    "of equal numbers, of none and of whole numbers are drawn",
    arguments: [[], [3], [3, 3, 3]]
  )
  func few(_ values: [Int]) {
    #expect(Histogram(values).heights.reduce(0, +) == Double(values.count))
  }

  @Test("lie on an axis of numbers, and tell what they leave out")
  func drawn() throws {
    let chart = Chart(x: "x") { Histogram([1, 2, 9], edges: [0, 2, 4]) }
    let shown = try SpecificationReader(chart)
    let bar = shown["layer"][0]["data"]["values"][1]
    #expect([bar["x"].number, bar["x2"].number, bar["y"].number] == [2, 4, 1])
    #expect(shown["layer"][0]["encoding"]["x"]["bin"].text == "binned")
    #expect(
      shown["usermeta"]["warnings"].texts == [
        "1 of 3 numbers lie in no bin of the histogram and are left out"
      ]
    )
    #expect(chart.display.plain == "Histogram (2 bars)")
  }
}

@Suite("What charts tell")
struct RemarkTests {
  private func remarks(_ plot: some Plot) throws -> [String] {
    try SpecificationReader(plot)["usermeta"]["warnings"].texts ?? []
  }

  @Test("that they are empty")
  func empty() throws {
    #expect(try remarks(Chart {}) == ["the chart has no marks, so nothing is drawn"])
    #expect(
      try remarks(Chart { Line(x: [Double](), y: [Double]()) })
        == ["the chart has no data, so nothing is drawn"]
    )
    #expect(try remarks(HeatMap([])) == ["the matrix has no numbers, so nothing is drawn"])
    #expect(try remarks(ChartGrid([])) == ["the grid has no charts, so nothing is drawn"])
  }

  @Test("what is not finite, or has no place on a log axis")
  func leftOut() throws {
    #expect(
      try remarks(Chart { Line(x: [1, 2, 3], y: [1, .nan, .infinity]) })
        == ["2 of 3 values along y are NaN or infinite and are left out"]
    )
    #expect(
      try remarks(Chart(y: Axis(scale: .log)) { Line(x: [1, 2], y: [0, 1]) })
        == ["1 of 2 values along y are not above zero and have no place on a log axis"]
    )
    #expect(try remarks(Chart { Line(x: [1, 2], y: [0, 1]) }) == [])
  }
}
