import Foundation
import Plotting
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("a whole specification, byte for byte")
  func golden() throws {
    let chart = Chart(title: "Squares", x: "n", y: "n²") { Line(x: [1, 2], y: [1, 4]) }
    let expected = """
      {"$schema":"https://vega.github.io/schema/vega-lite/v4.17.0.json",\
      "description":"Line chart: Squares (2 points); x axis: n, from 1 to 2; y axis: n², from 1 to 4",\
      "usermeta":{"summary":"Line chart: Squares (2 points)"},\
      "background":"transparent","title":"Squares","width":480,"height":280,"view":{"stroke":null},\
      "layer":[{"data":{"values":[{"x":1,"y":1},{"x":2,"y":4}]},\
      "mark":{"type":"line","strokeCap":"round"},\
      "encoding":{"x":{"field":"x","type":"quantitative","title":"n",\
      "scale":{"type":"linear","zero":false,"nice":false},"axis":{"tickCount":8}},\
      "y":{"field":"y","type":"quantitative","title":"n²",\
      "scale":{"type":"linear","zero":false,"nice":true},"axis":{"tickCount":6}},\
      "order":{"value":null}}}]}
      """
    #expect(chart.display[.vegaLite] == expected)
    #expect(chart.display.plain == "Line chart: Squares (2 points)")
  }

  @Test("marks are drawn in the order in which they are listed")
  func order() throws {
    let shown = try SpecificationReader(
      Chart {
        Area(x: [1, 2], from: [0.5, 1], to: [1.5, 2])
        Line(x: [1, 2], y: [1.0, 1.5], dashed: true)
        for bound in [1, 2] { Rule(y: bound) }
        if Bool(true) { Rule(x: 1.5) }
        Text("here", x: 1, y: 1)
      }
    )
    let layers = shown["layer"]
    let types = (0..<layers.count).map { layers[$0]["mark"]["type"].text }
    #expect(types == ["area", "line", "rule", "rule", "rule", "text"])
    #expect(layers[0]["data"]["values"][0]["y2"].number == 0.5)
    #expect(layers[0]["encoding"]["y2"]["field"].text == "y2")
    #expect(layers[1]["mark"]["strokeDash"].count == 2)
    #expect(layers[2]["encoding"]["x"].isMissing)
    #expect(layers[4]["encoding"]["y"].isMissing)
    #expect(layers[5]["data"]["values"][0]["label"].text == "here")
  }

  @Test("all layers share one scale for each axis")
  func sharedScales() throws {
    let shown = try SpecificationReader(
      Chart(y: Axis(scale: .log)) {
        Line(x: [1, 2], y: [1, 4])
        Scatter(x: [1], y: [2])
      }
    )
    for layer in 0..<2 {
      #expect(shown["layer"][layer]["encoding"]["y"]["scale"]["type"].text == "log")
    }
  }

  @Test("a domain is kept and clips what lies outside")
  func domain() throws {
    let shown = try SpecificationReader(
      Chart(x: Axis("x", domain: -1...1)) { Line(x: [-2, 2], y: [0, 1]) }
    )
    let layer = shown["layer"][0]
    #expect(layer["encoding"]["x"]["scale"]["domain"].numbers == [-1, 1])
    #expect(layer["mark"]["clip"].truth == true)
  }

  @Test("series have one colour scale in the order of their first occurrence")
  func series() throws {
    let shown = try SpecificationReader(
      Chart {
        Line(x: [1], y: [1], series: "train")
        Line(x: [1], y: [2], series: "test")
        Rule(y: 0)
      }
    )
    for layer in 0..<2 {
      let color = shown["layer"][layer]["encoding"]["color"]
      #expect(color["scale"]["domain"].texts == ["train", "test"])
    }
    #expect(shown["layer"][1]["data"]["values"][0]["series"].text == "test")
    #expect(shown["layer"][2]["encoding"]["color"].isMissing)
    #expect(
      shown["description"].text
        == "Line chart (2 points); x axis: 1; y axis: from 0 to 2; series: train, test"
    )
  }

  @Test("what is not finite, or not positive on a log axis, is left out")
  func gaps() throws {
    let chart = Chart(y: Axis(scale: .log)) { Line(x: [1, 2, 3, .nan], y: [1, 0, .infinity, 2]) }
    let values = try SpecificationReader(chart)["layer"][0]["data"]["values"]
    #expect(values[0]["y"].number == 1)
    #expect(values[1]["y"].isNull)
    #expect(values[2]["y"].isNull)
    #expect(values[3]["x"].isNull)
    #expect(chart.display.plain == "Line chart (1 point)")
  }

  @Test("a chart without data is a pair of empty axes")
  func empty() throws {
    let chart = Chart(title: "Nothing", y: Axis("y", scale: .log)) {
      Line(x: [Double](), y: [Double]())
    }
    let encoding = try SpecificationReader(chart)["layer"][0]["encoding"]
    #expect(encoding["x"]["scale"]["domain"].numbers == [0, 1])
    #expect(encoding["y"]["scale"]["domain"].numbers == [1, 10])
    #expect(chart.display.plain == "Line chart: Nothing (0 points)")
    #expect(try SpecificationReader(Chart {})["layer"].count == 0)
  }

  @Test("any sequence of numbers can be drawn")
  func sequences() throws {
    let chart = Chart { Scatter(x: 1...3, y: [1, 2, 3].lazy.map { Float($0) / 2 }) }
    #expect(try SpecificationReader(chart)["layer"][0]["data"]["values"][2]["y"].number == 1.5)
  }

  @Test("a mark of one's own joins others")
  func ownMarks() throws {
    struct Crosshair: Mark {
      var layers: [ChartLayer] { Rule(x: 1).layers + Rule(y: 2).layers }
    }
    #expect(try SpecificationReader(Chart { Crosshair() })["layer"].count == 2)
  }

  @Test("an axis's title may be interpolated")
  func interpolatedTitle() throws {
    let shown = try SpecificationReader(Chart(x: "x\(1)") { Scatter(x: [1], y: [1]) })
    #expect(shown["layer"][0]["encoding"]["x"]["title"].text == "x1")
  }

  @Test("markup in a title stays text")
  func markup() {
    let chart = Chart(title: "</script>\"") { Rule(y: 1) }
    #expect(chart.display[.vegaLite]?.contains("</script>") == false)
  }

  @Test("dates lie on a scale of time")
  func dates() throws {
    let days = [0.0, 86_400.5].map { Date(timeIntervalSince1970: $0) }
    let shown = try SpecificationReader(Chart { Line(x: days, y: [1, 2]) })
    let layer = shown["layer"][0]
    #expect(layer["encoding"]["x"]["type"].text == "temporal")
    #expect(layer["encoding"]["x"]["scale"]["type"].text == "utc")
    #expect(layer["data"]["values"][1]["x"].number == 86_400_500)
    #expect(shown["description"].text?.contains("from 1970-01-01 to 1970-01-02") == true)
  }

  @Test("a log axis ends at round numbers and has powers of ten beside it")
  func logAxis() throws {
    let chart = Chart(y: Axis(scale: .log)) { Line(x: [1, 2, 3], y: [3e-8, 0.5, 0]) }
    let y = try SpecificationReader(chart)["layer"][0]["encoding"]["y"]
    #expect(y["scale"]["domain"].numbers == [1e-8, 1])
    #expect(y["axis"]["values"].numbers?.first == 1e-8)
    #expect(y["axis"]["labelExpr"].text?.hasPrefix(#"["10⁻⁸","10⁻⁷""#) == true)
  }

  @Test("very small and very great numbers have an exponent")
  func exponents() throws {
    func format(_ numbers: [Double]) throws -> String? {
      let chart = Chart { Scatter(x: numbers, y: numbers) }
      return try SpecificationReader(chart)["layer"][0]["encoding"]["x"]["axis"]["format"].text
    }
    #expect(try format([1e-7, 2e-7]) == "~e")
    #expect(try format([1, 2e6]) == "~e")
    #expect(try format([0.1, 20]) == nil)
    #expect(try format([0, 0]) == nil)
  }

  @Test("the legend stands above the chart on as many lines as its names need")
  func legend() throws {
    func columns(_ names: [String]) throws -> Double? {
      let chart = Chart { for name in names { Line(x: [1], y: [1], series: name) } }
      let legend = try SpecificationReader(chart)["layer"][0]["encoding"]["color"]["legend"]
      #expect(legend["orient"].text == "top")
      return legend["columns"].number
    }
    #expect(try columns(["a", "b", "c"]) == 3)
    #expect(try columns(["a", String(repeating: "long ", count: 10), "b", "c"]) == 2)
    #expect(try columns([String(repeating: "very long ", count: 20)]) == 1)
  }

  @Test("a long title is broken into lines")
  func longTitle() throws {
    let title = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let shown = try SpecificationReader(Chart(title: title) { Rule(y: 1) })
    #expect(shown["title"].texts?.joined(separator: " ") == title)
    #expect(shown["title"].count == 2)
  }

  @Test("the more points there are, the smaller they are")
  func sizes() throws {
    func size(_ count: Int) throws -> Double {
      let chart = Chart { Scatter(x: 0..<count, y: 0..<count) }
      return try #require(try SpecificationReader(chart)["layer"][0]["mark"]["size"].number)
    }
    #expect(try size(10) > size(1000))
    #expect(try size(1000) > size(5000))
  }

  @Test("a label stands on the side that is asked for")
  func sides() throws {
    let shown = try SpecificationReader(Chart { Text("end", x: 1, y: 1, side: .right) })
    #expect(shown["layer"][0]["mark"]["align"].text == "left")
    #expect(shown["layer"][0]["mark"]["dx"].number == 7)
  }
}
