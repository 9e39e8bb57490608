extension Typesetter {
  private struct Reply: Decodable {
    let svg: String?
    let errors: [String]
    let warnings: [String]
  }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - specification: Vega-Lite's JSON, which brings its own data.
  ///   - idPrefix: begins every identifier within the SVG, and so must differ between charts of a
  ///     page, such as `chart-3-`.
  /// - Throws: ``ChartError`` if the specification is wrong, ``TypesettingError`` if Vega is missing.
  public func chart(_ specification: String, idPrefix: String) throws -> Chart {
    let check = ChartCheck(specification)
    guard check.errors.isEmpty else { throw ChartError(messages: check.errors) }
    let reply: Reply = try call(
      "draw",
      [specification, idPrefix],
      then: "drawn",
      of: .charts
    )
    guard let svg = reply.svg, reply.errors.isEmpty else {
      throw ChartError(messages: reply.errors.isEmpty ? ["the chart is not drawn"] : reply.errors)
    }
    return Chart(svg: svg, warnings: check.warnings + reply.warnings)
  }
}
