@testable import render

/// A terminal, as far as progress uses one: it obeys `\r`, line ends, `ESC[nA`, `ESC[K` and `ESC[J`,
/// passes colours over, and notes every other code.
struct ScreenEmulator {
  let columns: Int
  let rows: Int
  private var cells: [[Character?]] = [[]]
  private var row = 0
  private var column = 0
  /// The codes that it does not know, and moves that lead off the screen.
  private(set) var faults: [String] = []

  init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
  }

  /// What one can read, also what has left the screen at its top.
  var lines: [String] {
    var lines = cells.map { row in
      var text = String(row.map { $0 ?? " " })
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  mutating func write(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\r": column = 0
      case "\n", "\r\n": newLine()
      case "\u{1B}": obey(&rest)
      default: put(character)
      }
    }
  }

  private mutating func obey(_ rest: inout Substring) {
    guard let code = rest.prefixMatch(of: /\[(\d*(?:;\d+)*)([A-Za-z])/) else {
      faults.append("a code that is not known: \(rest.prefix(8))")
      return
    }
    rest = rest[code.range.upperBound...]
    switch code.2 {
    case "A":
      let target = row - (Int(code.1) ?? 1)
      if target < max(0, cells.count - rows) { faults.append("a move off the screen") }
      row = max(target, max(0, cells.count - rows))
    case "K": cells[row].removeSubrange(min(column, cells[row].count)...)
    case "J":
      cells[row].removeSubrange(min(column, cells[row].count)...)
      cells.removeSubrange((row + 1)...)
    case "m": break
    default: faults.append("a code that is not known: \(code.0)")
    }
  }

  private mutating func newLine() {
    column = 0
    row += 1
    if row == cells.count { cells.append([]) }
  }

  private mutating func put(_ character: Character) {
    let width = character.width
    if column + width > columns { newLine() }
    while cells[row].count < column + width { cells[row].append(nil) }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = "\u{200B}" }
    column += width
  }
}
