import Plotting
import Testing

@Suite("Bars")
struct BarTests {
  @Test("categories keep the order in which they first occur")
  func categories() throws {
    let chart = Chart(y: "p") { Bar(x: ["dog", "cat", "dog"], y: [0.5, 0.3, 0.2]) }
    let encoding = try SpecificationReader(chart)["layer"][0]["encoding"]
    #expect(encoding["x"]["type"].text == "ordinal")
    #expect(encoding["x"]["scale"]["domain"].texts == ["dog", "cat"])
    #expect(encoding["y"]["scale"]["zero"].truth == true)
    #expect(chart.display.plain == "Bar chart: p (3 bars)")
  }

  @Test("numbers along x are categories")
  func numbers() throws {
    let chart = Chart {
      Bar(x: 0..<3, y: [1, 2, 3])
      Line(x: 0..<3, y: [1, 2, 3])
    }
    let layers = try SpecificationReader(chart)["layer"]
    for layer in 0..<2 {
      #expect(layers[layer]["encoding"]["x"]["scale"]["domain"].texts == ["0", "1", "2"])
      #expect(layers[layer]["data"]["values"][1]["x"].text == "1")
    }
    #expect(chart.display.plain == "Chart (6 points)")
  }

  @Test("bars lie where y holds the categories")
  func lying() throws {
    let encoding = try SpecificationReader(
      Chart { Bar(x: [10, 20], y: ["the", "cat"]) }
    )["layer"][0]["encoding"]
    #expect(encoding["x"]["type"].text == "quantitative")
    #expect(encoding["x"]["scale"]["zero"].truth == true)
    #expect(encoding["y"]["scale"]["domain"].texts == ["the", "cat"])
  }

  @Test("bars of several series are one layer, which stacks them")
  func stacked() throws {
    let shown = try SpecificationReader(
      Chart { Bar(x: ["a", "a"], y: [1, 2], series: ["u", "v"]) }
    )
    #expect(shown["layer"].count == 1)
    #expect(shown["layer"][0]["data"]["values"][1]["series"].text == "v")
  }

  @Test("long labels slant, short ones are level")
  func labels() throws {
    func angle(_ names: [String]) throws -> Double? {
      let chart = Chart(width: 200) { Bar(x: names, y: names.map(\.count)) }
      return try SpecificationReader(chart)["layer"][0]["encoding"]["x"]["axis"]["labelAngle"]
        .number
    }
    #expect(try angle(["cat", "dog"]) == 0)
    #expect(try angle(["a rather long label", "another long label"]) == -45)
  }
}
