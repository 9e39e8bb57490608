extension LayerDiagram {
  /// The whole Vega-Lite specification: edges below, then nodes, then texts.
  var specification: JSON {
    let layout = LayerDiagramLayout(columns)
    let titles = columns.compactMap(\.title).joined(separator: ", ")
    let description = titles.isEmpty ? summary : summary + "; columns: " + titles
    let sides: [LayerDiagramLayout.Label.Side] = [.within, .left, .right, .above]
    let labels = sides.compactMap { side in
      texts(layout.labels.filter { $0.side == side }, mark: Self.labelMark(side))
    }
    let body: JSON = [
      "width": .number(layout.width), "height": .number(layout.height), "view": ["stroke": .null],
      "layer": .array(
        [edgeLayer(layout), nodeLayer(layout)] + labels
          + [texts(layout.titles, mark: Self.titleMark)].compactMap { $0 }
      ),
    ]
    return Specification.head(title: title, description: description).merging(body)
  }

  private func edgeLayer(_ layout: LayerDiagramLayout) -> JSON {
    let weights = edges.compactMap(\.weight).filter(\.isFinite)
    let most = weights.map(\.magnitude).max() ?? 0
    let values = edges.map { edge in
      let (start, end) = (
        layout.node(edge.column, edge.from), layout.node(edge.column + 1, edge.to)
      )
      let weight = edge.weight.flatMap { $0.isFinite && most > 0 ? $0 / most : nil }
      return [
        "x": .number(start.x), "y": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
        "width": .number(weight.map { 0.3 + 3.2 * $0.magnitude } ?? 1),
        "color": weight.map { $0 < 0 ? "#c8473f" : "#2f6fb5" } ?? "#98a2b3",
      ] as JSON
    }
    return layer(
      values,
      mark: ["type": "rule", "opacity": 0.85],
      extra: [
        "x2": ["field": "x2"], "y2": ["field": "y2"],
        "strokeWidth": ["field": "width", "type": "quantitative", "scale": .null],
        "color": ["field": "color", "type": "nominal", "scale": .null],
      ]
    )
  }

  /// Nodes bring their own colours, so that their labels can be read on any page.
  private func nodeLayer(_ layout: LayerDiagramLayout) -> JSON {
    let values = columns.indices.flatMap { column in
      columns[column].nodes.indices.map { row in
        let node = layout.node(column, row)
        return ["x": .number(node.x), "y": .number(node.y)] as JSON
      }
    }
    let diameter = 2 * LayerDiagramLayout.radius
    return layer(
      values,
      mark: [
        "type": "point", "shape": "circle", "size": .number(diameter * diameter), "filled": true,
        "fill": "#e6eefa", "stroke": "#2f6fb5", "strokeWidth": 1.5, "opacity": 1,
      ],
      extra: [:]
    )
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
    case .within: ["type": "text", "fontSize": 14, "color": "#1b2a41"]
    case .left: ["type": "text", "fontSize": 13, "align": "right"]
    case .right: ["type": "text", "fontSize": 13, "align": "left"]
    case .above: ["type": "text", "fontSize": 13, "baseline": "bottom"]
    }
  }

  private static var titleMark: JSON { ["type": "text", "fontSize": 13, "fontWeight": "bold"] }
}
