/// One layer as Vega-Lite: its data, its mark, and what is encoded how.
struct LayerSpecification {
  let layer: ChartLayer
  let x: AxisEncoding
  let y: AxisEncoding
  let color: JSON?
  let width: Int
  let height: Int
  let barsLie: Bool
  /// Whether other histograms lie over it.
  var isOneOfSeveral = false

  var json: JSON {
    let clips = x.axis.domain != nil || y.axis.domain != nil
    return [
      "data": ["values": .array(layer.data.map(values))],
      "mark": layer.mark.adding("clip", clips ? true : nil)
        .adding("orient", isOnScale && x.isTime ? "vertical" : nil)
        .adding("opacity", isOneOfSeveral ? 0.6 : nil),
      "encoding": encoding,
    ]
  }

  private func values(of datum: ChartLayer.Datum) -> JSON {
    JSON.object([])
      .adding("x", datum.x.map(x.value))
      .adding("x2", datum.x2.map(x.value))
      .adding("y", datum.y.map(y.value))
      .adding("y2", datum.y2.map { y.value(of: .number($0)) })
      .adding("series", datum.series.map(JSON.string))
      .adding("label", datum.label.map(JSON.string))
  }

  private var encoding: JSON {
    let hasX = layer.data.isEmpty || layer.data.contains { $0.x != nil }
    let hasY = layer.data.isEmpty || layer.data.contains { $0.y != nil }
    let isNamed = layer.data.contains { $0.series != nil }
    let isLabelled = layer.data.contains { $0.label != nil }
    // Without an order of its own Vega-Lite joins a line's points from left to right.
    return JSON.object([])
      .adding("x", hasX ? horizontal.merging(unstacked(x)) : nil)
      .adding("x2", isOnScale ? ["field": "x2"] : nil)
      .adding("y", hasY ? vertical.merging(unstacked(y)) : nil)
      .adding(secondEdge.0, secondEdge.1)
      .adding("color", isNamed ? color : nil)
      .adding("text", isLabelled ? ["field": "label"] : nil)
      .adding("order", layer.kind == .line ? ["value": .null] : nil)
  }

  /// Whether the layer's bars lie between two numbers of the horizontal axis.
  private var isOnScale: Bool { layer.kind.isBar && layer.data.contains { $0.x2 != nil } }

  private var horizontal: JSON {
    let encoding = x.encoding(field: "x", length: width)
    // That the bars stand upright is only clear from this.
    return isOnScale && !x.isTime ? encoding.adding("bin", "binned") : encoding
  }

  private var vertical: JSON {
    let encoding = y.encoding(field: "y", length: height)
    guard isOnScale, y.axis.scale != .log else { return encoding }
    return encoding.adding("stack", layer.kind == .bar(.stacked) ? "zero" : .null)
  }

  /// The edge opposite to the value: a band's other curve, or the end of a log axis, which has no
  /// zero for bars and areas to begin at.
  private var secondEdge: (String, JSON?) {
    if layer.kind == .band { return ("y2", ["field": "y2"]) }
    guard isFilled else { return ("y2", nil) }
    let lies = layer.kind.isBar && barsLie
    guard (lies ? x : y).axis.scale == .log else { return ("y2", nil) }
    return lies ? ("x2", ["value": 0]) : ("y2", ["value": .number(Double(height))])
  }

  private var isFilled: Bool { layer.kind.isBar || layer.kind == .area }

  /// Lengths on a log axis do not add up.
  private func unstacked(_ encoding: AxisEncoding) -> JSON {
    isFilled && encoding.axis.scale == .log ? ["stack": .null] : JSON.object([])
  }
}
