extension Character {
  /// The character as a terminal may show it, to which a notebook must not send commands: tabs
  /// become spaces, and what cannot be seen or turns the line around becomes U+FFFD.
  var shown: Character {
    if self == "\t" { return " " }
    let isControl = unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isControl || isInvisible ? "\u{FFFD}" : self
  }

  /// How many columns of a terminal the character takes.
  package var width: Int {
    let isWide = unicodeScalars.contains { scalar in
      // U+FE0F asks for the coloured form of a sign, which is as wide as an ideograph.
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        || wideRanges.contains { $0.contains(scalar.value) }
    }
    return isWide ? 2 : 1
  }

  /// Within a longer character, such as an emoji of several people, such scalars have their use.
  private var isInvisible: Bool {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return false }
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isNoncharacterCodePoint
    }
  }
}

extension Sequence<Character> {
  /// How many columns of a terminal the characters take.
  package var width: Int { reduce(0) { $0 + $1.width } }
}

extension String {
  /// The text without anything that a terminal would obey, or a service takes for a command that reads it in a log;
  /// line ends stay.
  package var harmless: String {
    LogCommands.broken(in: String(map { $0 == "\n" || $0 == "\r\n" ? "\n" : $0.shown }))
  }

  /// The same on one line, as for the name of a file.
  package var harmlessName: String { LogCommands.broken(in: String(map(\.shown))) }

  /// The same of a text in which this program may have set colours, which stay.
  package func harmless(keepingColors keepsColors: Bool) -> String {
    guard utf8.contains(0x1B) else { return harmless }
    var text = ""
    var rest = self[...]
    while let color = rest.firstMatch(of: /\u{1B}\[[0-9;]*m/) {
      text += String(rest[..<color.range.lowerBound]).harmless + (keepsColors ? color.output : "")
      rest = rest[color.range.upperBound...]
    }
    return text + String(rest).harmless
  }
}

/// The blocks whose characters are wide, after Unicode Standard Annex #11, coarsely.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
]
