import NotebookSyntax
import Testing

@testable import NotebookHTML
@testable import Typesetting

@Suite("A chart on a page")
struct SafeChartTests {
  @Test("asks no server, runs nothing, and tells what of it is left out")
  func leftOut() {
    let svg = """
      <svg><a href="javascript:f()"><rect fill="url(http://evil/a#b)" x="1"/></a>\
      <image href="http://evil/c.png"/><image href="data:image/png;base64,AA"/>\
      <g cursor="url(//evil/d)" clip-path="url(#e)"/></svg>
      """
    let chart = PageChart(specification: "{}", plain: "a chart", cell: 0..<1)
    let (node, removals) = chart.node(Chart(svg: svg, warnings: []), PagePermissions())
    #expect(
      HTMLWriter([node]).text == """
        <div class="chart"><svg><a><rect x="1"/></a><image/>\
        <image href="data:image/png;base64,AA"/><g clip-path="url(#e)"/></svg></div>
        """
    )
    #expect(removals.count == 4)
    #expect(removals.contains { $0.reason == .request(host: "evil") })
  }

  @Test("stays as it is drawn where there is nothing to leave out")
  func drawn() throws {
    let specification = """
      {"data": {"values": [{"a": "A", "b": 28, "u": "https://example.org/"}]}, "mark": "bar",
      "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"},
      "href": {"field": "u"}, "color": {"field": "a"}}}
      """
    let drawn = try Typesetter.shared.chart(specification, idPrefix: "c-")
    let chart = PageChart(specification: specification, plain: "a chart", cell: 0..<1)
    let (node, removals) = chart.node(drawn, PagePermissions())
    #expect(HTMLWriter([node]).text == "<div class=\"chart\">\(drawn.svg)</div>")
    #expect(removals == [])
  }

  @Test("has no links that run something")
  func links() throws {
    let specification = """
      {"data": {"values": [{"a": "A", "b": 28, "u": "javascript:f()"}]}, "mark": "bar",
      "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"},
      "href": {"field": "u"}}}
      """
    let drawn = try Typesetter.shared.chart(specification, idPrefix: "c-")
    #expect(!drawn.svg.contains("javascript"))
    #expect(drawn.warnings == ["the address javascript:f() is left out: it leads to no page"])
  }
}
