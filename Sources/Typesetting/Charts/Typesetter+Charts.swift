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
  ///   - subject: what it is remembered under why it was drawn; `nil` for not at all.
  /// - Throws: ``ChartError`` if the specification is wrong, ``TypesettingError`` if Vega is missing.
  public func chart(
    _ specification: String,
    idPrefix: String,
    subject: Subject? = nil
  ) throws -> Chart {
    guard let store else { return try draw(specification, idPrefix: idPrefix) }
    let parts = parts(specification, idPrefix, isForAnyTools: store.isFrozen)
    if let chart: Chart = store.value(for: parts.key) { return chart }
    if store.isFrozen { throw TypesettingError.notInStore }
    let chart = try draw(specification, idPrefix: idPrefix)
    let anyTools = self.parts(specification, idPrefix, isForAnyTools: true)
    store.keep(chart, for: parts.key, anyTools.key)
    if let subject { store.remember(parts, of: subject) }
    return chart
  }

  /// Whether a chart would be taken as it is kept, and how it was last drawn; nothing is started or
  /// written.
  ///
  /// - Returns: `nil` where nothing is kept.
  public func outlook(
    onChart specification: String,
    idPrefix: String,
    subject: Subject
  ) -> (outlook: Outlook, last: Making?)? {
    guard let store else { return nil }
    let last = store.making(of: subject, .chart)
    let key = parts(specification, idPrefix, isForAnyTools: store.isFrozen).key
    let chart: Chart? = store.value(for: key)
    if chart != nil { return (.kept, last) }
    guard store.reads else { return (.toBeMade(.isAskedFor), last) }
    let parts = parts(specification, idPrefix, isForAnyTools: false)
    return (.toBeMade(Making.Reason(making: parts, since: last)), last)
  }

  private func parts(
    _ specification: String,
    _ idPrefix: String,
    isForAnyTools: Bool
  ) -> KeyParts {
    var parts = KeyParts(
      kind: isForAnyTools ? ResultKind("last chart", version: ResultKind.chart.version) : .chart
    )
    if !isForAnyTools { parts.add(.engine, identity(of: .charts)) }
    parts.add(.specification, specification)
    parts.add(.prefix, idPrefix)
    return parts
  }

  private func draw(_ specification: String, idPrefix: String) throws -> Chart {
    let check = ChartCheck(specification)
    guard check.errors.isEmpty else { throw ChartError(messages: check.errors) }
    let reply = try reply(to: specification, idPrefix: idPrefix)
    guard let svg = reply.svg, reply.errors.isEmpty else {
      throw ChartError(messages: reply.errors.isEmpty ? ["the chart is not drawn"] : reply.errors)
    }
    return Chart(svg: svg, warnings: check.warnings + reply.warnings)
  }

  /// What Vega makes of a chart. The engine is not used again where Vega breaks off.
  private func reply(to specification: String, idPrefix: String) throws -> Reply {
    let thread = try engines.first
    do {
      return try call(
        "draw",
        [specification, idPrefix],
        then: "drawn",
        within: limits,
        of: .charts,
        on: thread
      )
    } catch let error as ScriptError {
      engines.retire(thread)
      if error.end == .cancellation { throw CancellationError() }
      throw ChartError(messages: [error.reason(ofSetting: "drawing it", by: "Vega")])
    }
  }
}
