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
  /// - Throws: ``ChartFault`` if the specification is wrong, ``TypesettingFault`` if Vega is missing,
  ///   `NotInStore` if it may not be drawn.
  public func chart(
    _ specification: String,
    idPrefix: String,
    subject: Subject? = nil
  ) throws -> Chart {
    try memo(specification, idPrefix, subject).result {
      try draw(specification, idPrefix: idPrefix)
    }
  }

  /// What would be done about a chart; nothing is started or written.
  ///
  /// - Returns: `nil` where nothing is kept.
  public func outlook(
    onChart specification: String,
    idPrefix: String,
    subject: Subject
  ) -> Outlook? {
    store.map { _ in memo(specification, idPrefix, subject).outlook() }
  }

  private func memo(
    _ specification: String,
    _ idPrefix: String,
    _ subject: Subject?
  ) -> Memo<Chart> {
    @Sendable func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
      var parts = KeyParts(kind: kind)
      if let engine { parts.add(.engine, engine) }
      parts.add(.specification, specification)
      parts.add(.prefix, idPrefix)
      return parts
    }
    return Memo(
      .chart,
      in: store,
      .json,
      of: subject,
      parts: { parts(.chart, self.identity(of: .charts)) },
      withoutTools: { parts(ResultKind.chart.withoutTools) }
    )
  }

  private func draw(_ specification: String, idPrefix: String) throws -> Chart {
    let check = ChartCheck(specification)
    guard check.errors.isEmpty else { throw ChartFault(messages: check.errors) }
    let reply = try reply(to: specification, idPrefix: idPrefix)
    guard let svg = reply.svg, reply.errors.isEmpty else {
      throw ChartFault(messages: reply.errors.isEmpty ? ["the chart is not drawn"] : reply.errors)
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
    } catch let error as ScriptFault {
      engines.retire(thread)
      if error.end == .cancellation { throw CancellationError() }
      throw ChartFault(messages: [error.reason(ofSetting: "drawing it", by: "Vega")])
    }
  }
}
