import ResultStore

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
    guard let store else { return try draw(specification, idPrefix: idPrefix) }
    let key = key(specification, idPrefix, isForAnyTools: store.isFrozen)
    if let chart: Chart = store.value(for: key) { return chart }
    if store.isFrozen { throw TypesettingError.notInStore }
    let chart = try draw(specification, idPrefix: idPrefix)
    store.keep(chart, for: key, self.key(specification, idPrefix, isForAnyTools: true))
    return chart
  }

  private func key(_ specification: String, _ idPrefix: String, isForAnyTools: Bool) -> StoreKey {
    var parts = KeyParts(kind: ResultKind(isForAnyTools ? "last chart" : "chart", version: 1))
    if !isForAnyTools { parts.add("engine", identity(of: .charts)) }
    parts.add("specification", specification)
    parts.add("prefix", idPrefix)
    return parts.key
  }

  private func draw(_ specification: String, idPrefix: String) throws -> Chart {
    let check = ChartCheck(specification)
    guard check.errors.isEmpty else { throw ChartError(messages: check.errors) }
    let reply: Reply = try call(
      "draw",
      [specification, idPrefix],
      then: "drawn",
      of: .charts,
      on: engines.first
    )
    guard let svg = reply.svg, reply.errors.isEmpty else {
      throw ChartError(messages: reply.errors.isEmpty ? ["the chart is not drawn"] : reply.errors)
    }
    return Chart(svg: svg, warnings: check.warnings + reply.warnings)
  }
}
