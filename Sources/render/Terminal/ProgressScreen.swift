import NotebookReports

/// A few lines at the bottom of a terminal that are written over in place.
///
/// The cursor rests at the beginning of the last of them, where what a user types shifts nothing.
/// It only says which codes to send; nothing is blanked that is written anew, so nothing flickers.
struct ProgressScreen: Sendable {
  private var lines: [String] = []

  /// How large a terminal is.
  struct Size: Sendable, Equatable {
    var columns = 80
    var rows = 24
  }

  /// Shows lines in place of those that are there.
  /// - Parameters:
  ///   - new: the lines, each narrower than the terminal. As many as the terminal can hold are shown.
  ///   - size: how large the terminal is now.
  /// - Returns: what to send to it; nothing where the lines are there already.
  mutating func show(_ new: [String], on size: Size) -> String {
    let new = Array(new.prefix(max(1, size.rows - 1)))
    guard new != lines else { return "" }
    let top = toTop(columns: size.columns)
    lines = new
    guard let last = new.last else { return top + "\u{1B}[J" }
    let others = new.dropLast().map { $0 + "\u{1B}[K\n" }
    return top + others.joined() + last + "\u{1B}[J\r"
  }

  /// Takes the lines away, so that something else can be written where they were.
  mutating func erase(on size: Size) -> String { show([], on: size) }

  /// To the beginning of the first line. A terminal that has become narrower has broken lines into
  /// several rows.
  private func toTop(columns: Int) -> String {
    let rows = lines.dropLast().reduce(0) { $0 + max(1, ($1.width - 1) / max(1, columns) + 1) }
    return rows > 0 ? "\r\u{1B}[\(rows)A" : "\r"
  }
}

extension ProgressScreen.Size {
  /// How many columns a line may take: in the last one terminals differ.
  var lineWidth: Int { max(1, columns - 1) }
}
