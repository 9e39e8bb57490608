import Testing

@testable import Typesetting

@Suite struct ChartTests {
  static let data =
    #""data": {"values": [{"a": "A", "b": 28, "c": 1}, {"a": "B & C", "b": 55, "c": 2}]}"#
  static let axes =
    #""encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}"#
  static let gradient =
    #""encoding": {"x": {"field": "a"}, "y": {"field": "c", "type": "ordinal"}, "color": {"field": "b", "type": "quantitative"}}"#

  static let good: [(String, String)] = [
    ("bars", #"{\#(data), "mark": {"type": "bar", "clip": true}, \#(axes)}"#),
    ("a line", #"{\#(data), "mark": "line", \#(axes)}"#),
    ("points", #"{\#(data), "mark": "point", \#(axes)}"#),
    ("an area", #"{\#(data), "mark": "area", \#(axes)}"#),
    ("ticks", #"{\#(data), "mark": "tick", \#(axes)}"#),
    ("a heat map", #"{\#(data), "mark": "rect", \#(gradient)}"#),
    ("boxes", #"{\#(data), "mark": "boxplot", \#(axes)}"#),
    ("layers", #"{\#(data), "layer": [{"mark": "bar", \#(axes)}, {"mark": "rule", \#(axes)}]}"#),
    (
      "facets",
      #"{\#(data), "mark": "bar", "encoding": {"column": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}"#
    ),
    (
      "two side by side",
      #"{\#(data), "hconcat": [{"mark": "bar", \#(axes)}, {"mark": "line", \#(axes)}]}"#
    ),
    ("as wide as its place", #"{\#(data), "width": "container", "mark": "bar", \#(axes)}"#),
  ]

  @Test("a chart is an image with a title, in the page's colours", arguments: good.indices)
  func chart(_ index: Int) throws {
    let (title, body) = Self.good[index]
    let specification = #"{"title": "\#(title)", "description": "a < b", "# + body.dropFirst()
    let chart = try typesetter().chart(specification, idPrefix: "c1-")
    let markup = MarkupReader(chart.svg)
    #expect(markup.isWellFormed && chart.svg.contains(#"role="img""#))
    #expect(markup.elements["title"] == 1 && markup.elements["desc"] == 1)
    #expect(markup.text.contains(title) && chart.svg.contains("a &lt; b"))
    #expect(chart.svg.contains("var(--rule") && !chart.svg.contains(##"fill="#000""##))
    #expect(!chart.svg.contains("NaN") && !chart.svg.contains(#"fill="white""#))
    #expect(markup.ids.allSatisfy { $0.hasPrefix("c1-") })
    #expect(Set(markup.ids).count == markup.ids.count && markup.references.isSubset(of: markup.ids))
    #expect(try typesetter().chart(specification, idPrefix: "c1-") == chart)
  }

  @Test("a chart scales with its page")
  func size() throws {
    let specification = #"{\#(Self.data), "width": 300, "mark": "bar", \#(Self.axes)}"#
    let svg = try typesetter().chart(specification, idPrefix: "c-").svg
    let root = try #require(svg.firstMatch(of: /^<svg[^>]*>/))
    let size = try #require(root.output.firstMatch(of: /width="(\d+)" height="(\d+)"/))
    #expect(root.output.contains(#"viewBox="0 0 \#(size.1) \#(size.2)""#))
  }

  @Test(
    "a chart that says nothing about itself is described",
    arguments: [
      (#""mark": "bar", \#(axes)"#, "Bar chart", "x axis: a; y axis: b"),
      (
        #""mark": "line", "encoding": {"y": {"field": "b", "aggregate": "mean", "type": "quantitative"}}"#,
        "Line chart", "y axis: mean of b"
      ),
      (
        #""layer": [{"mark": "point", "encoding": {"x": {"field": "a", "title": "class"}}}, {"mark": "text"}]"#,
        "Scatter plot", "x axis: class"
      ),
      (
        #""usermeta": {"summary": "Two bars"}, "description": "Two bars; of A and B", "mark": "bar", \#(axes)"#,
        "Two bars", "of A and B"
      ),
    ]
  )
  func description(_ body: String, title: String, description: String) throws {
    let chart = try typesetter().chart("{\(Self.data), \(body)}", idPrefix: "c-")
    #expect(chart.svg.contains(#"<title id="c-title">\#(title)</title>"#))
    #expect(chart.svg.contains(#"<desc id="c-desc">\#(description)</desc>"#))
    #expect(chart.svg.contains(#"aria-labelledby="c-title" aria-describedby="c-desc""#))
  }

  @Test("shades of colour let the page's paper through")
  func shades() throws {
    let chart = try typesetter().chart(
      #"{\#(Self.data), "mark": "rect", \#(Self.gradient)}"#,
      idPrefix: "c-"
    )
    #expect(chart.svg.contains("color-mix(in srgb,var(--chart-positive)"))
    #expect(chart.svg.contains("--chart-positive:var(--series-1"))
    #expect(!chart.svg.contains("rgb("))
  }

  @Test("numbers on either side of zero have two colours")
  func signs() throws {
    let values = #""data": {"values": [{"a": 1, "b": -2}, {"a": 2, "b": 1}]}"#
    let colour =
      #""color": {"field": "b", "type": "quantitative", "scale": {"domain": [-2, 2], "domainMid": 0}}"#
    let svg = try typesetter().chart(
      #"{\#(values), "mark": "rect", "encoding": {"x": {"field": "a", "type": "ordinal"}, \#(colour)}}"#,
      idPrefix: "c-"
    ).svg
    #expect(svg.contains("color-mix(in srgb,var(--chart-negative) 100%,transparent)"))
    #expect(svg.contains("color-mix(in srgb,var(--chart-positive) 50%,transparent)"))
  }

  @Test("the legend's gradient runs upwards")
  func gradientDirection() throws {
    let svg = try typesetter().chart(
      #"{\#(Self.data), "mark": "rect", \#(Self.gradient)}"#,
      idPrefix: "c-"
    ).svg
    let gradient = try #require(svg.firstMatch(of: /<linearGradient[^>]*>/))
    #expect(gradient.output.contains(#"x2="0""#))
  }

  @Test("thousands of points are circles that say once what they share")
  func points() throws {
    let values = (0..<3000).map { #"{"x": \#($0 % 71), "y": \#($0 % 113)}"# }
    let svg = try typesetter().chart(
      #"""
      {"data": {"values": [\#(values.joined(separator: ","))]},
       "mark": {"type": "point", "filled": true},
       "encoding": {"x": {"field": "x", "type": "quantitative"},
                    "y": {"field": "y", "type": "quantitative"}}}
      """#,
      idPrefix: "c-"
    ).svg
    #expect(MarkupReader(svg).elements["circle"] == 3000)
    #expect(svg.utf8.count < 3000 * 45)
  }

  @Test("two charts of a page share no identifier, and each refers to its own")
  func identifiers() throws {
    let specification =
      #"{\#(Self.data), "mark": {"type": "rect", "clip": true}, \#(Self.gradient)}"#
    let ids = try ["c1-", "c2-"].map { prefix in
      let markup = MarkupReader(try typesetter().chart(specification, idPrefix: prefix).svg)
      #expect(markup.references.count >= 2 && markup.references.isSubset(of: markup.ids))
      return Set(markup.ids)
    }
    #expect(ids[0].isDisjoint(with: ids[1]))
  }

  @Test("many threads may draw at once")
  func threads() async throws {
    let typesetter = try typesetter()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<8 {
        group.addTask {
          let specification =
            #"{"title": "chart \#(index)", \#(Self.data), "mark": "bar", \#(Self.axes)}"#
          let chart = try typesetter.chart(specification, idPrefix: "c\(index)-")
          return chart.svg.contains(#"<title id="c\#(index)-title">chart \#(index)</title>"#)
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
  }

  static let bad: [(String, [String])] = [
    (
      #"{"a":"#,
      ["the chart is not JSON: line 1, column 6: a value is due here, not the end"]
    ),
    (
      "{\n  \"mark\": \"bar\",\n}",
      ["the chart is not JSON: line 3, column 1: a name in double quotes is due here, not '}'"]
    ),
    ("3", ["a chart is a JSON object, not 3"]),
    (#"{\#(data)}"#, [#"there is no "mark", so nothing would be drawn"#]),
    (
      #"{\#(data), "mark": "lines", \#(axes)}"#,
      [#"there is no mark "lines"; did you mean "line"?"#]
    ),
    (
      #"{\#(data), "mark": "bar", "encodings": {}}"#,
      [#"there is no "encodings" in a chart; did you mean "encoding"?"#]
    ),
    (
      #"{\#(data), "mark": "bar", "encoding": {"colour": {"field": "a"}}}"#,
      [#"encoding: there is no channel "colour"; did you mean "color"?"#]
    ),
    (
      #"{"mark": "bar", \#(axes)}"#,
      [
        #"encoding.x: there are no data to take "a" from"#,
        #"encoding.y: there are no data to take "b" from"#,
      ]
    ),
    (
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "loss"}}}"#,
      [#"encoding.x: no datum has a field "loss"; the fields are a, b, c"#]
    ),
    (
      #"{\#(data), "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitive"}}}"#,
      [#"encoding.x: there is no type "quantitive"; did you mean "quantitative"?"#]
    ),
    (
      #"{\#(data), "mark": "bar", "encoding": {"y": {"field": "a", "type": "quantitative"}}}"#,
      [#"encoding.y: "a" is said to be quantitative, but "A" is no number"#]
    ),
    (
      #"{\#(data), "mark": "bar", "encoding": {"y": {"field": "b", "aggregate": "avarage"}}}"#,
      [#"encoding.y: there is no aggregate "avarage"; did you mean "average"?"#]
    ),
    (
      #"{"data": {"url": "x.csv"}, "mark": "bar", \#(axes)}"#,
      [#"data: a chart brings its own data, as "values"; "x.csv" is not loaded"#]
    ),
    (
      #"{"datasets": {"iris": []}, "data": {"name": "irsi"}, "mark": "bar"}"#,
      [#"data: there is no data set "irsi"; did you mean "iris"?"#]
    ),
    (
      #"{\#(data), "layer": [{"mark": "bar"}, {"mark": "dot", "encoding": {"z": {}}}]}"#,
      [
        #"layer[1]: there is no mark "dot"; the marks are arc, area, bar, boxplot, circle, errorband, "#
          + "errorbar, geoshape, image, line, point, rect, rule, square, text, tick, trail",
        #"layer[1].encoding: there is no channel "z"; did you mean "x"?"#,
      ]
    ),
  ]

  @Test("a wrong chart says all that is wrong, and where", arguments: bad.indices)
  func problem(_ index: Int) throws {
    let (specification, messages) = Self.bad[index]
    let error = #expect(throws: ChartFault.self, "\(specification)") {
      try typesetter().chart(specification, idPrefix: "c-")
    }
    #expect(error?.messages == messages)
  }

  @Test(
    "what only drawing finds out is an error too, in no words of JavaScript",
    arguments: [
      (#""transform": [{"calculate": "1 +* 2", "as": "q"}], "mark": "bar""#, "Unexpected token"),
      (#""transform": {}, "layer": 3, "mark": "bar""#, "Vega-Lite cannot draw this specification"),
    ]
  )
  func problemOfDrawing(_ body: String, message: String) throws {
    let error = #expect(throws: ChartFault.self) {
      try typesetter().chart("{\(Self.data), \(body), \(Self.axes)}", idPrefix: "c-")
    }
    let text = error?.description ?? ""
    #expect(text.contains(message), "\(text)")
    #expect(!text.contains("undefined") && !text.contains("evaluating"), "\(text)")
  }

  @Test(
    "fields that transforms make are known",
    arguments: [
      #"{"calculate": "datum.b * 2", "as": "made"}"#,
      #"{"aggregate": [{"op": "mean", "field": "b", "as": "made"}], "groupby": ["a"]}"#,
      #"{"fold": ["b", "c"], "as": ["name", "made"]}"#,
      #"{"window": [{"op": "rank", "as": "made"}]}"#,
    ]
  )
  func transforms(_ transform: String) throws {
    let encoding = #""encoding": {"y": {"field": "made", "type": "quantitative"}}"#
    let chart = try typesetter().chart(
      #"{\#(Self.data), "transform": [\#(transform)], "mark": "bar", \#(encoding)}"#,
      idPrefix: "c-"
    )
    #expect(chart.warnings == [])
  }

  static let remarks: [(String, String, String)] = [
    (
      #"[{"b": 1}, {"b": "many"}]"#, "{}",
      #"encoding.y: "b" is said to be quantitative, but "many" is no number; 1 of 2 values are left out"#
    ),
    (
      #"[{"b": 1}, {"b": 0}, {"b": -1}]"#, #"{"type": "log"}"#,
      #"encoding.y: 2 of 3 values of "b" are not above zero and have no place on a log scale"#
    ),
    (#"[{"b": null}, {"b": null}]"#, "{}", #""b" has no numbers"#),
  ]

  @Test("what a chart leaves out is remarked", arguments: remarks.indices)
  func warning(_ index: Int) throws {
    let (values, scale, message) = Self.remarks[index]
    let y = #"{"field": "b", "type": "quantitative", "scale": \#(scale)}"#
    let chart = try typesetter().chart(
      #"{"data": {"values": \#(values)}, "mark": "point", "encoding": {"y": \#(y)}}"#,
      idPrefix: "c-"
    )
    #expect(chart.warnings.contains(message), "\(chart.warnings)")
  }

  @Test("a box plot without outliers lacks nothing")
  func outliers() throws {
    let y = #""encoding": {"y": {"field": "b", "type": "quantitative"}}"#
    let specification = #"{\#(Self.data), "mark": "boxplot", \#(y)}"#
    #expect(try typesetter().chart(specification, idPrefix: "c-").warnings == [])
  }

  @Test("what Vega remarks is handed on")
  func remarkOfVega() throws {
    let specification =
      #"{\#(Self.data), "mark": "bar", "encoding": {"y": {"field": "b", "type": "nominal", "aggregate": "mean", "scale": {"type": "log"}}}}"#
    #expect(try typesetter().chart(specification, idPrefix: "c-").warnings.isEmpty == false)
  }
}
