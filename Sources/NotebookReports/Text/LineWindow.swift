import NotebookChecks

/// A part of a line that differs as a whole, or does not.
struct LinePart: Sendable, Hashable {
  var text: String
  var isEmphasised: Bool
}

/// The part of a line that is shown where the line is too wide, so that what differs is in it.
struct LineWindow: Sendable {
  /// How many columns are shown.
  static let widest = Excerpt.widest

  /// The first character that is shown.
  var start: Int

  /// The windows on the lines of a difference. A promised line and the shown line that it is held
  /// against have the same window, so that they can be compared by eye.
  static func windows(on difference: [DifferenceLine]) -> [LineWindow] {
    var windows: [LineWindow] = []
    while windows.count < difference.count {
      let rest = difference[windows.count...]
      let promised = rest.prefix { $0.kind == .promised }
      let shown = rest[promised.endIndex...].prefix { $0.kind == .shown }
      if promised.isEmpty, shown.isEmpty {
        windows.append(LineWindow(start: 0))
        continue
      }
      let pairs = (0..<max(promised.count, shown.count)).map { index in
        LineWindow(on: [promised, shown].compactMap { $0.dropFirst(index).first })
      }
      windows += pairs.prefix(promised.count) + pairs.prefix(shown.count)
    }
    return windows
  }

  init(start: Int) {
    self.start = start
  }

  private init(on lines: [DifferenceLine]) {
    start = 0
    guard lines.contains(where: { $0.text.map(\.shown).width > Self.widest }) else { return }
    let differing = lines.compactMap { $0.emphasis.first?.lowerBound }.min() ?? 0
    let longest = lines.map(\.text.count).max() ?? 0
    // A third of the window goes before what differs, but its end is not left empty.
    start = max(min(differing - Self.widest / 3, longest - Self.widest + 1), 0)
  }

  /// What is seen of a line.
  func cut(_ line: DifferenceLine) -> [LinePart] {
    let characters = Array(line.text)
    var isEmphasised = Array(repeating: false, count: characters.count)
    var seen = characters.map(\.shown)
    for range in line.emphasis.map({ $0.clamped(to: 0..<characters.count) }) {
      let isWhiteSpace = characters[range].allSatisfy { $0 == " " || $0 == "\t" }
      for index in range {
        isEmphasised[index] = true
        // White space that matters must be seen.
        if isWhiteSpace { seen[index] = characters[index] == "\t" ? "→" : "·" }
      }
    }
    var parts: [LinePart] = []
    func append(_ character: Character, _ isEmphasised: Bool) {
      if let last = parts.indices.last, parts[last].isEmphasised == isEmphasised {
        parts[last].text.append(character)
      } else {
        parts.append(LinePart(text: String(character), isEmphasised: isEmphasised))
      }
    }
    let start = min(start, characters.count)
    var room = Self.widest
    if start > 0 {
      append("…", false)
      room -= 1
    }
    for index in start..<characters.count {
      room -= seen[index].width
      if room < 0 {
        append("…", false)
        break
      }
      append(seen[index], isEmphasised[index])
    }
    return parts
  }
}
