extension Drawing {
  /// The whole Vega-Lite specification. The background is the page's.
  var specification: JSON {
    let remarks = remarks.isEmpty ? nil : JSON.array(remarks.uniqued.map(JSON.string))
    let head: JSON = [
      "$schema": "https://vega.github.io/schema/vega-lite/v4.17.0.json",
      "description": .string(description),
      "usermeta": JSON.object([]).adding("summary", .string(summary)).adding("warnings", remarks),
      "background": "transparent",
    ]
    return head.adding("title", heading(within: Self.columnWidth))
      .merging(body(Self.columnWidth))
  }

  /// The title on as many lines as the width asks for.
  func heading(within width: Int) -> JSON? {
    title.map { TextSize.title.lines(of: $0, within: Double(max(120, width - 60))) }
  }
}
