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

  @Test("bars over numbers lie where the numbers lie, and leave a quarter between them")
  func numbers() throws {
    let chart = Chart {
      Bar(x: [1.5, 2.5, 4.5], y: [1, 2, 3])
      Line(x: [1, 5], y: [1, 2])
    }
    let layers = try SpecificationReader(chart)["layer"]
    let bar = layers[0]["data"]["values"][1]
    #expect([bar["x"].number, bar["x2"].number] == [2.125, 2.875])
    #expect(layers[0]["encoding"]["x"]["type"].text == "quantitative")
    #expect(layers[0]["encoding"]["x"]["bin"].text == "binned")
    #expect(layers[1]["encoding"]["x"]["type"].text == "quantitative")
    #expect(layers[1]["data"]["values"][0]["x"].number == 1)
    #expect(chart.display.plain == "Chart (5 points)")
  }

  @Test("grouped bars over numbers share the width of a bar")
  func groupedNumbers() throws {
    let shown = try SpecificationReader(
      Chart {
        Bar(
          x: [1, 1, 2, 2],
          y: [1, 2, 3, 4],
          series: ["u", "v", "u", "v"],
          arrangement: .grouped
        )
      }
    )
    let values = shown["layer"][0]["data"]["values"]
    #expect((0..<2).map { values[$0]["x"].number } == [0.625, 1])
    #expect((0..<2).map { values[$0]["x2"].number } == [1, 1.375])
  }

  @Test("numbers among texts are categories")
  func mixed() throws {
    let chart = Chart {
      Bar(x: [1, 2], y: [1, 2])
      Line(x: ["a"], y: [1])
    }
    let encoding = try SpecificationReader(chart)["layer"][0]["encoding"]
    #expect(encoding["x"]["scale"]["domain"].texts == ["1", "2", "a"])
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

  @Test("bars that follow each other are stacked, too")
  func joined() throws {
    let shown = try SpecificationReader(
      Chart {
        Bar(x: ["a"], y: [1], series: "u")
        Bar(x: ["a"], y: [2], series: "v")
        Rule(y: 1)
      }
    )
    #expect(shown["layer"].count == 2)
    #expect(shown["layer"][0]["data"]["values"].count == 2)
  }

  @Test("grouped bars stand side by side within their place")
  func grouped() throws {
    let shown = try SpecificationReader(
      Chart(width: 400) {
        Bar(x: ["a", "b"], y: [1, 2], series: "u", arrangement: .grouped)
        Bar(x: ["a", "b"], y: [3, 4], series: "v", arrangement: .grouped)
      }
    )
    let marks = (0..<2).map { shown["layer"][$0]["mark"] }
    #expect(shown["layer"].count == 2)
    #expect(marks.map(\.["size"].number) == [75, 75])
    #expect(marks.map(\.["xOffset"].number) == [-37.5, 37.5])
    #expect(shown["layer"][1]["data"]["values"][0]["y"].number == 3)
  }

  @Test("lying bars are grouped from top to bottom")
  func groupedLying() throws {
    let shown = try SpecificationReader(
      Chart { Bar(x: [1, 2], y: ["a", "a"], series: ["u", "v"], arrangement: .grouped) }
    )
    let offsets = (0..<2).compactMap { shown["layer"][$0]["mark"]["yOffset"].number }
    #expect(offsets.count == 2 && offsets[0] < 0 && offsets[1] > 0)
  }

  @Test("bars on a log axis begin at its end, below the shortest")
  func log() throws {
    let encoding = try SpecificationReader(
      Chart(y: Axis(scale: .log), height: 200) { Bar(x: ["a", "b"], y: [10, 1000]) }
    )["layer"][0]["encoding"]
    #expect(encoding["y2"]["value"].number == 200)
    #expect(encoding["y"]["stack"].isNull)
    #expect(encoding["y"]["scale"]["domain"].numbers == [1, 1000])
  }

  @Test("labels are level while they fit, then broken into lines, then slanting")
  func labels() throws {
    func axis(_ names: [String]) throws -> SpecificationReader {
      let chart = Chart(width: 200) { Bar(x: names, y: names.map(\.count)) }
      return try SpecificationReader(chart)["layer"][0]["encoding"]["x"]["axis"]
    }
    #expect(try axis(["cat", "dog"])["labelAngle"].number == 0)
    #expect(try axis(["cat", "dog"])["labelExpr"].isMissing)
    let broken = try axis(["a longer label", "b"])
    #expect(broken["labelAngle"].number == 0)
    #expect(broken["labelExpr"].text?.hasPrefix(#"[["a longer","label"],["b"]]"#) == true)
    #expect(try axis(["indistinguishable", "b"])["labelAngle"].number == -45)
  }

  @Test("lying bars leave room for their labels")
  func room() throws {
    func width(_ name: String) throws -> Double {
      let chart = Chart { Bar(x: [1], y: [name]) }
      return try #require(try SpecificationReader(chart)["width"].number)
    }
    #expect(try width("cat") == 480)
    #expect(try width("a label of more than usual length") < 400)
  }
}
