/// One layer as Vega-Lite: its data, its mark, and what is encoded how.
struct LayerSpecification {
  let layer: ChartLayer
  let x: AxisEncoding
  let y: AxisEncoding
  let color: JSON?
  let width: Int
  let height: Int

  var json: JSON {
    let clips = x.axis.domain != nil || y.axis.domain != nil
    return [
      "data": ["values": .array(layer.data.map(values))],
      "mark": layer.mark.adding("clip", clips ? true : nil),
      "encoding": encoding,
    ]
  }

  private func values(of datum: ChartLayer.Datum) -> JSON {
    JSON.object([])
      .adding("x", datum.x.map(x.value))
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
      .adding("x", hasX ? x.encoding(field: "x", length: width, isHorizontal: true) : nil)
      .adding("y", hasY ? y.encoding(field: "y", length: height, isHorizontal: false) : nil)
      .adding("y2", layer.kind == .band ? ["field": "y2"] : nil)
      .adding("color", isNamed ? color : nil)
      .adding("text", isLabelled ? ["field": "label"] : nil)
      .adding("order", layer.kind == .line ? ["value": .null] : nil)
  }
}
