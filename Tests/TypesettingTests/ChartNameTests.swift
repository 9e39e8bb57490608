import Foundation
import Testing

@testable import Typesetting

@Suite("Names and marks in charts")
struct ChartNameTests {
  private static let names = [
    "a.b", "a[0]", "a['b']", "it's", "say \"so\"", "back\\slash", "$x$", "<b>", "&amp;", "日本", "é",
    "e\u{301}", " ", "a b", "constructor", "__proto__", "prototype", "toString", "valueOf",
    "hasOwnProperty", "length", "datum", "parent", "event", "item", "null", "true", "0", "-1",
    "1e3",
    "x\ny", "tab\t", "{{x}}", "${x}", "`", "//", "/* */", "😀", "_vgsid_", "count", "values",
  ]

  /// A chart whose columns have these names.
  private func chart(x: String, y: String, series: String) throws -> String {
    let rows = [("p", 1.5, "one"), ("q", 2.5, "two")].map { row -> [String: Any] in
      [x: row.0, y: row.1, series: row.2]
    }
    func text(_ value: Any) throws -> String {
      let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed])
      return String(decoding: data, as: UTF8.self)
    }
    // A dot or a bracket in a name is escaped, as Vega-Lite has it.
    func field(_ name: String) throws -> String {
      try text(name.replacing(/[\\.\[\]'"]/) { "\\" + $0.output })
    }
    return """
      {"title": "T", "description": "D", "data": {"values": \(try text(rows))}, "mark": "bar",
       "encoding": {"x": {"field": \(try field(x)), "type": "nominal"},
                    "y": {"field": \(try field(y)), "type": "quantitative"},
                    "color": {"field": \(try field(series)), "type": "nominal"}}}
      """
  }

  @Test("any text is a name of a column, a series and a category", arguments: names)
  func name(_ name: String) throws {
    for (x, y, series) in [(name, "y1", "s1"), ("x1", name, "s1"), ("x1", "y1", name)] {
      let drawn = try typesetter().chart(try chart(x: x, y: y, series: series), idPrefix: "c-")
      #expect(MarkupReader(drawn.svg).isWellFormed)
      #expect(!drawn.svg.contains("NaN") && !drawn.svg.contains("undefined"), "\(name)")
      #expect(drawn.warnings == [], "\(name)")
    }
  }

  @Test("a wrong chart leaves the next one as it would be")
  func oneWrong() throws {
    let good = try chart(x: "x", y: "y", series: "s")
    let first = try typesetter().chart(good, idPrefix: "c-")
    for wrong in [
      "{", #"{"mark": "nothing"}"#, "[]", "null",
      #"{"data": {"sequence": {"start": 0, "stop": 1e12}}, "mark": "point"}"#,
    ] {
      #expect(throws: ChartFault.self) { try typesetter().chart(wrong, idPrefix: "c-") }
      #expect(try typesetter().chart(good, idPrefix: "c-") == first)
    }
  }

  @Test("marks lead to addresses, and show images")
  func addresses() throws {
    let specification = #"""
      {"title": "T", "data": {"values": [{"a": 1, "u": "https://a.org/?x=1&y=2", "i": "data:image/png;base64,AA=="}]},
       "layer": [
         {"mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}, "href": {"field": "u"}}},
         {"mark": {"type": "image", "width": 9, "height": 9},
          "encoding": {"x": {"field": "a", "type": "quantitative"}, "url": {"field": "i"}}}]}
      """#
    let svg = try typesetter().chart(specification, idPrefix: "c-").svg
    #expect(MarkupReader(svg).isWellFormed)
    #expect(svg.contains("https://a.org/?x=1&amp;y=2"))
    #expect(svg.contains("data:image/png;base64,AA=="))
  }
}
