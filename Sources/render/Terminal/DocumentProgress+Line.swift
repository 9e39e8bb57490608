import NotebookProject
import NotebookReports

extension DocumentProgress {
  /// It as a line, `rendering softmax.md (2 of 5): running cell 3 of 8`, cut where it does not fit: the
  /// end of the path and the phase are what one looks for.
  /// - Parameter columns: how many columns there are.
  func line(columns: Int) -> String {
    let path = path.harmlessName
    let start = verb + " "
    let end = (count > 1 ? " (\(number) of \(count))" : "") + ": " + phase.text
    let room = columns - start.width - end.width
    if path.width <= room { return start + path + end }
    if room >= 12 { return start + "…" + Self.end(of: path, columns: room - 1) + end }
    return Self.start(of: start + path + end, columns: columns)
  }

  private static func end(of text: String, columns: Int) -> String {
    var width = 0
    return String(
      text.reversed().prefix {
        width += $0.width; return width <= columns
      }.reversed()
    )
  }

  private static func start(of text: String, columns: Int) -> String {
    guard text.width > columns else { return text }
    var width = 1
    return text.prefix {
      width += $0.width; return width <= columns
    } + "…"
  }
}
