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

  static let bad: [(String, String)] = [
    (#"{"a":"#, "JSON Parse error"), ("3", "A chart is a JSON object"),
    (#"{\#(data), "mark": "pie", \#(axes)}"#, #"Invalid mark "pie""#),
    (#"{"data": {"url": "x.csv"}, "mark": "bar", \#(axes)}"#, "x.csv is not loaded"),
    (
      #"{\#(data), "transform": [{"calculate": "1 +* 2", "as": "q"}], "mark": "bar", \#(axes)}"#,
      "Unexpected token"
    ),
    (#"{\#(data)}"#, "Invalid specification"),
  ]

  @Test("a wrong chart says what is wrong", arguments: bad.indices)
  func problem(_ index: Int) throws {
    let (specification, message) = Self.bad[index]
    let error = #expect(throws: ChartError.self, "\(specification)") {
      try typesetter().chart(specification, idPrefix: "c-")
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("what Vega remarks is handed on")
  func warning() throws {
    let specification =
      #"{\#(Self.data), "mark": "bar", "encoding": {"y": {"field": "nothing", "type": "quantitative"}}}"#
    #expect(try typesetter().chart(specification, idPrefix: "c-").warnings.isEmpty == false)
  }
}
