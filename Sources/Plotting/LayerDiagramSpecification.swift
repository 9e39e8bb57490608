extension LayerDiagram {
  /// The Vega-Lite members that draw the diagram: edges below, then nodes, then texts.
  func body(within room: Int) -> JSON {
    let layout = LayerDiagramLayout(columns, within: Double(room))
    let sides: [LayerDiagramLayout.Label.Side] = [.within, .left, .right, .above]
    let labels = sides.compactMap { side in
      texts(layout.labels.filter { $0.side == side }, mark: Self.labelMark(side))
    }
    return [
      "width": .number(layout.width), "height": .number(layout.height), "view": ["stroke": .null],
      "layer": .array(
        edgeLayers(layout) + [nodeLayer(layout)] + labels
          + [texts(layout.titles, mark: Self.titleMark)].compactMap { $0 }
      ),
    ]
  }

  /// The edges without a weight, which are grey, and those with one.
  private func edgeLayers(_ layout: LayerDiagramLayout) -> [JSON] {
    let weighted = edges.filter { $0.weight?.isFinite == true }
    let plain = edges.filter { $0.weight?.isFinite != true }
    let most = weighted.compactMap { $0.weight?.magnitude }.max() ?? 0
    let mark: JSON = ["type": "rule", "style": "edge"]
    let ends: JSON = ["x2": ["field": "x2"], "y2": ["field": "y2"]]
    // The page has a colour for either sign, as in heat maps; only the sign matters here.
    let weight: JSON = [
      "strokeWidth": ["field": "width", "type": "quantitative", "scale": .null],
      "color": [
        "field": "sign", "type": "quantitative", "legend": .null,
        "scale": ["domain": [-1, 1], "domainMid": 0],
      ],
    ]
    let layers: [(edges: [Edge], extra: JSON)] = [(plain, ends), (weighted, ends.merging(weight))]
    return layers.filter { !$0.edges.isEmpty }.map { edges, extra in
      layer(edges.map { values($0, layout, most: most) }, mark: mark, extra: extra)
    }
  }

  private func values(_ edge: Edge, _ layout: LayerDiagramLayout, most: Double) -> JSON {
    let (start, end) = layout.edge(edge)
    let line: JSON = [
      "x": .number(start.x), "y": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
    ]
    guard let weight = edge.weight, weight.isFinite else { return line }
    let share = most > 0 ? weight.magnitude / most : 0
    return line.adding("width", .number(0.5 + 3.5 * share)).adding("sign", weight < 0 ? -1 : 1)
  }

  private func nodeLayer(_ layout: LayerDiagramLayout) -> JSON {
    let values = columns.indices.flatMap { column in
      columns[column].nodes.indices.map { row in
        let node = layout.node(column, row)
        return ["x": .number(node.x), "y": .number(node.y)] as JSON
      }
    }
    let diameter = 2 * LayerDiagramLayout.radius
    let mark: JSON = [
      "type": "point", "shape": "circle", "size": .number(diameter * diameter), "filled": true,
      "opacity": 1, "fillOpacity": 0.12, "strokeOpacity": 1, "strokeWidth": 1.5,
    ]
    // A colour scale of one value is the page's first colour for fill and stroke alike.
    let first: JSON = ["datum": "node", "type": "nominal", "legend": .null]
    return layer(values, mark: mark, extra: ["fill": first, "stroke": first])
  }

  private func texts(_ labels: [LayerDiagramLayout.Label], mark: JSON) -> JSON? {
    guard !labels.isEmpty else { return nil }
    let values = labels.map {
      ["x": .number($0.x), "y": .number($0.y), "label": .string($0.text)] as JSON
    }
    return layer(values, mark: mark, extra: ["text": ["field": "label"]])
  }

  /// The data's `x` and `y` are pixels.
  private func layer(_ values: [JSON], mark: JSON, extra: JSON) -> JSON {
    let place: JSON = [
      "x": ["field": "x", "type": "quantitative", "scale": .null, "axis": .null],
      "y": ["field": "y", "type": "quantitative", "scale": .null, "axis": .null],
    ]
    return [
      "data": ["values": .array(values)], "mark": mark, "encoding": place.merging(extra),
    ]
  }

  private static func labelMark(_ side: LayerDiagramLayout.Label.Side) -> JSON {
    switch side {
    case .within: ["type": "text", "fontSize": 15]
    case .left: ["type": "text", "align": "right"]
    case .right: ["type": "text", "align": "left"]
    case .above: ["type": "text", "baseline": "bottom"]
    }
  }

  private static var titleMark: JSON { ["type": "text", "fontSize": 14, "fontWeight": 600] }
}
