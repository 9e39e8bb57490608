/// What a program wrote, as a terminal would leave it on its paper: the text that a page shows and that
/// promises are held against.
///
/// Colours and commands are gone, each line ends in `\n`, and what was written over is what stands
/// there last: of a progress bar its end. Where the cursor goes up, earlier lines are written over.
/// Commands that need a screen's size, such as clearing it, change nothing. What cannot be seen
/// otherwise becomes U+FFFD.
public enum TerminalText {
  /// The plain text of what a program wrote. Plain text comes back as it is.
  public static func plain(_ text: String) -> String {
    guard Array(text.utf8).hasControls else { return text }
    var reader = TerminalReader(text)
    return reader.read()
  }
}

extension [UInt8] {
  /// Whether there is a control character other than tab and line feed.
  fileprivate var hasControls: Bool {
    withUnsafeBufferPointer { bytes in
      var wasC2 = false
      for byte in bytes {
        if byte < 0x20 ? byte != 0x09 && byte != 0x0A : byte == 0x7F { return true }
        // U+0080 to U+009F are the control characters of eight-bit terminals.
        if wasC2, byte < 0xA0 { return true }
        wasC2 = byte == 0xC2
      }
      return false
    }
  }
}

/// Reads what was written to a terminal, after ECMA-48.
private struct TerminalReader {
  private var rest: Substring.UnicodeScalarView
  private var paper = TerminalPaper()

  init(_ text: String) { rest = text[...].unicodeScalars }

  mutating func read() -> String {
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x1B: escape()
      // VT and FF go down as LF does; U+0085 is another LF.
      case 0x0A...0x0C, 0x85: paper.endLine()
      case 0x0D:
        if rest.first == "\n" { rest.removeFirst() } else { paper.column = 0; continue }
        paper.endLine()
      case 0x08: paper.column = max(0, paper.column - 1)
      case 0x07: break
      case 0x9B: control()
      case 0x90, 0x98, 0x9D, 0x9E, 0x9F: string()
      case 0x8D: paper.moveUp(1)
      case 0x80..<0xA0: break
      case 0x00...0x1F where scalar != "\t", 0x7F: paper.write("\u{FFFD}")
      default: paper.write(scalar)
      }
    }
    return paper.text
  }

  /// What follows an escape character.
  private mutating func escape() {
    guard let first = rest.first, (0x20...0x7E).contains(first.value) else { return }
    rest.removeFirst()
    switch first {
    case "[": control()
    case "]", "P", "X", "^", "_": string()
    case "7": paper.save()
    case "8": paper.restore()
    case "D", "E": paper.endLine()
    case "M": paper.moveUp(1)
    case " "..."/":
      // A character set and the like: more such characters, and one that ends it.
      while let next = rest.first, (0x20...0x2F).contains(next.value) { rest.removeFirst() }
      if let last = rest.first, (0x30...0x7E).contains(last.value) { rest.removeFirst() }
    default: break
    }
  }

  /// A control sequence: parameters, and one character from `@` to `~` that says what is meant.
  private mutating func control() {
    var parameters = ""
    while let next = rest.first, (0x20...0x3F).contains(next.value) {
      // No command has so many.
      if parameters.unicodeScalars.count < 32 { parameters.unicodeScalars.append(next) }
      rest.removeFirst()
    }
    guard let last = rest.first, (0x40...0x7E).contains(last.value) else { return }
    rest.removeFirst()
    let count = parameters.split(separator: ";").first.flatMap { Int($0) }
    let distance = min(max(count ?? 1, 1), 10_000)
    switch last {
    case "A": paper.moveUp(distance)
    case "B": paper.moveDown(distance)
    case "C": paper.column = min(paper.column + distance, 10_000)
    case "D": paper.column = max(0, paper.column - distance)
    case "E":
      paper.moveDown(distance)
      paper.column = 0
    case "F":
      paper.moveUp(distance)
      paper.column = 0
    case "G": paper.column = distance - 1
    case "J" where count ?? 0 == 0: paper.eraseBelow()
    case "K": paper.erase(count ?? 0)
    case "P": paper.delete(distance)
    case "s": paper.save()
    case "u": paper.restore()
    default: break
    }
  }

  /// A command with a text, such as a window's title or a picture. It ends where it says, and with its
  /// line at the latest, so that it cannot swallow the rest of the output.
  private mutating func string() {
    while let next = rest.first {
      switch next.value {
      case 0x07, 0x9C, 0x18, 0x1A:
        rest.removeFirst()
        return
      case 0x1B:
        // `ESC \` ends it; any other sequence stands for itself.
        if rest.dropFirst().first == "\\" { rest.removeFirst(2) }
        return
      case 0x0A, 0x0D: return
      default: rest.removeFirst()
      }
    }
  }
}

/// Lines of characters, and the place where the next one is written.
private struct TerminalPaper {
  private var lines: [[Unicode.Scalar]] = [[]]
  private var row = 0
  private var saved: (row: Int, column: Int)?
  /// How many blanks may still be put where the cursor jumped, so that a few bytes cannot make a page
  /// of gigabytes.
  private var blanks = 1_000_000
  var column = 0

  var text: String {
    var text = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append("\n") }
      text.append(contentsOf: line)
    }
    return String(text)
  }

  mutating func write(_ scalar: Unicode.Scalar) {
    let missing = column - lines[row].count
    if missing > 0 {
      lines[row] += Array(repeating: " ", count: min(missing, blanks))
      blanks = max(0, blanks - missing)
      column = lines[row].count
    }
    if column < lines[row].count {
      // An accent is written over its letter, and stands in no column of its own.
      lines[row][column] = scalar
    } else {
      lines[row].append(scalar)
    }
    column += 1
  }

  mutating func endLine() {
    row += 1
    column = 0
    if row == lines.count { lines.append([]) }
  }

  mutating func moveUp(_ count: Int) { row = max(0, row - count) }

  mutating func moveDown(_ count: Int) { row = min(lines.count - 1, row + count) }

  mutating func save() { saved = (row, column) }

  mutating func restore() {
    if let saved { (row, column) = saved }
  }

  /// Erases to the end of the line, from its beginning, or all of it.
  mutating func erase(_ part: Int) {
    let line = lines[row]
    switch part {
    case 0: lines[row] = Array(line.prefix(column))
    case 1:
      lines[row] =
        Array(repeating: " ", count: min(column + 1, line.count)) + line.dropFirst(column + 1)
    case 2: lines[row] = []
    default: break
    }
  }

  mutating func delete(_ count: Int) {
    guard column < lines[row].count else { return }
    lines[row].removeSubrange(column..<min(column + count, lines[row].count))
  }

  mutating func eraseBelow() {
    erase(0)
    lines.removeSubrange((row + 1)...)
  }
}
