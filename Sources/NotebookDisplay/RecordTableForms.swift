extension RecordTable {
  /// The table as aligned columns, as an HTML table and as a Markdown table.
  var bundle: DisplayBundle {
    DisplayBundle(plain: plain, [.html: html, .markdown: markdown])
  }

  /// Columns two spaces apart under their names; numbers are flush right.
  private var plain: String {
    let lines = [header] + texts
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.indices.map { column in
        isNumeric[column]
          ? line[column].padded(toLeft: widths[column])
          : line[column].padded(toRight: widths[column])
      }
      return cells.joined(separator: "  ").droppingTrailingSpaces
    }.joined(separator: "\n")
  }

  /// Columns of numbers have the class `number`.
  private var html: String {
    let head = htmlRow(header, tag: "th", attributes: " scope=\"col\"")
    let body = shownTexts.map { htmlRow($0, tag: "td", attributes: "") }.joined(separator: "\n")
    return "<table>\n<thead>\n\(head)\n</thead>\n<tbody>\n\(body)\n</tbody>\n</table>"
  }

  private func htmlRow(_ cells: [String], tag: String, attributes: String) -> String {
    let cells = cells.indices.map { column in
      let number = isNumeric[column] ? " class=\"number\"" : ""
      return "<\(tag)\(attributes)\(number)>\(Escape.html(cells[column]))</\(tag)>"
    }
    return "<tr>" + cells.joined() + "</tr>"
  }

  private var markdown: String {
    let rule = header.indices.map { isNumeric[$0] ? "---:" : "---" }
    let lines = [markdownCells(header), rule] + shownTexts.map(markdownCells)
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func markdownCells(_ texts: [String]) -> [String] { texts.map(Escape.markdownCell) }
}
