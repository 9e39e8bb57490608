import NotebookDisplay
import Plotting
import Testing

@Suite("Heat maps")
struct HeatMapTests {
  @Test("the first row is on top, and labels may repeat")
  func labels() throws {
    let map = HeatMap([[1, 2], [3, 4]], rows: ["the", "the"], columns: ["a", "\"b\""])
    let shown = try SpecificationReader(map)
    #expect(shown["encoding"]["y"]["scale"]["domain"].numbers == [0, 1])
    let labels = (shown["encoding"]["y"]["axis"], shown["encoding"]["x"]["axis"])
    #expect(labels.0["labelExpr"].text == #"[["the"],["the"]][datum.value]"#)
    #expect(labels.1["labelExpr"].text == #"[["a"],["\"b\""]][datum.value]"#)
    #expect(shown["data"]["values"].count == 4)
    #expect(shown["data"]["values"][1]["value"].number == 2)
    #expect(map.display.plain == "Heat map (2 × 2)")
  }

  @Test("numbers stand in pale cells, so that they can be read on all of them")
  func digits() throws {
    let shown = try SpecificationReader(HeatMap([[0.1, -0.9]], digits: 2))
    let texts = (0..<2).map { shown["data"]["values"][$0]["text"].text }
    #expect(texts == ["0.10", "−0.90"])
    #expect(shown["layer"][2]["mark"]["type"].text == "text")
    #expect(shown["layer"][2]["mark"]["color"].isMissing)
    #expect(try #require(shown["layer"][0]["mark"]["opacity"].number) <= 0.5)
    #expect(shown["layer"][0]["encoding"]["color"]["legend"].isNull)
  }

  @Test("without digits there is a legend instead")
  func legend() throws {
    let shown = try SpecificationReader(HeatMap([[0.1, 0.9]]))
    #expect(shown["layer"].count == 2)
    #expect(shown["layer"][0]["mark"]["opacity"].number == 1)
    #expect(shown["layer"][0]["encoding"]["color"]["legend"]["title"].isNull)
  }

  @Test(
    "colours begin at zero, or are centred on it where numbers are negative",
    arguments: [
      ([[0.25, 0.5]], nil, [0, 0.5]), ([[-2, 1]], 0, [-2, 2]), ([[0, 0]], nil, [0, 1]),
    ]
      as [([[Double]], Double?, [Double])]
  )
  func colors(values: [[Double]], middle: Double?, domain: [Double]) throws {
    let scale = try SpecificationReader(HeatMap(values))["layer"][0]["encoding"]["color"]["scale"]
    #expect(scale["domainMid"].number == middle)
    #expect(scale["domain"].numbers == domain)
    #expect(scale["scheme"].isMissing, "colours are the page's")
  }

  @Test("cells that are not finite are grey, and say what they are")
  func notFinite() throws {
    let shown = try SpecificationReader(HeatMap([[.nan, 1], [-.infinity, 2]], digits: 0))
    let values = shown["data"]["values"]
    #expect(values[0]["value"].isNull && values[2]["value"].isNull)
    #expect((0..<4).map { values[$0]["text"].text } == ["NaN", "1", "−∞", "2"])
    #expect(shown["layer"][0]["encoding"]["color"]["scale"]["domain"].numbers == [0, 2])
  }

  @Test("a small matrix with digits is read out, a large one has its range")
  func description() throws {
    let small = HeatMap([[1, -2.5]], rows: ["r"], columns: ["a", "b"], y: "rank", digits: 1)
    #expect(
      try SpecificationReader(small)["description"].text
        == "Heat map (1 × 2); rows: rank; values from −2.5 to 1; columns a, b; r: 1.0, −2.5"
    )
    let row = (0..<50).map { Double($0) }
    #expect(
      try SpecificationReader(HeatMap([row], digits: 1))["description"].text
        == "Heat map (1 × 50); values from 0 to 49"
    )
  }

  @Test("rows may be of any sequence of numbers")
  func sequences() throws {
    let map = HeatMap(of: [1...2, 3...4].map { $0.lazy.map { Float($0) } })
    #expect(try SpecificationReader(map)["data"]["values"][3]["value"].number == 4)
  }

  @Test("a map of many columns fits into a column of text")
  func size() throws {
    let wide = HeatMap([Array(repeating: 1.0, count: 60)])
    #expect(try #require(try SpecificationReader(wide)["width"].number) <= 600)
  }

  @Test("a matrix without elements is an empty map")
  func empty() throws {
    let map = HeatMap([], title: "Nothing")
    #expect(try SpecificationReader(map)["data"]["values"].count == 0)
    #expect(map.display.plain == "Heat map: Nothing (0 × 0)")
  }
}
