import NotebookSyntax

extension BodyWriter {
  /// A table, with its caption above it, as it is read from the top.
  mutating func write(_ table: Table) {
    guard let caption = table.caption else { return writeRows(of: table) }
    element("figure", [.class("table-figure")] + (table.label.map { anchor($0.name) } ?? [])) {
      body in
      body.html.endLine()
      body.writeLine(body.caption(table.label, caption))
      body.writeRows(of: table)
    }
  }

  /// The table in a box that scrolls by itself when the screen is narrow.
  private mutating func writeRows(of table: Table) {
    element("div", tableBox) { body in
      body.element("table") { body in
        body.html.endLine()
        body.element("thead") { body in
          body.write(table.header, isHeader: true, table.alignments)
        }
        guard !table.rows.isEmpty else { return }
        body.element("tbody") { body in
          for row in table.rows { body.write(row, isHeader: false, table.alignments) }
        }
      }
    }
  }

  // The page's script takes the tab stop away where the whole table is in view.
  private var tableBox: [HTMLAttribute] {
    [
      .class("table"), .role("group"), .label(context.words[.tableBox]),
      HTMLAttribute("tabindex", "0"),
    ]
  }

  private mutating func write(
    _ row: Table.Row,
    isHeader: Bool,
    _ alignments: [Table.Alignment]
  ) {
    let name: StaticString = isHeader ? "th" : "td"
    html.open("tr")
    for (column, cell) in row.cells.enumerated() {
      var attributes: [HTMLAttribute] = isHeader ? [HTMLAttribute("scope", "col")] : []
      let alignment = column < alignments.count ? alignments[column] : .none
      if let name = Self.className(of: alignment) { attributes.append(.class(name)) }
      html.open(name, attributes)
      html.write(nodes(cell))
      html.close(name)
    }
    html.close("tr")
    html.endLine()
  }

  private static func className(of alignment: Table.Alignment) -> String? {
    switch alignment {
    case .none: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
