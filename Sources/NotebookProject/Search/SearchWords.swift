import Documents
import Foundation

/// The words by which a text is found. `Templates/search.js` divides what a reader asks for by the same rules.
///
/// - A word is a run of letters and digits. Letter case, accents and forms of the same letter do not count.
/// - Scripts that put no space between words are cut into pairs of neighbouring characters.
/// - A command of TeX, such as `\frac`, is a word, and its case counts. A mathematical sign is a word.
/// - Of `softmaxJacobian` the later parts are words, too.
enum SearchWords {
  /// Longer words are cut off.
  private static let most = 64

  /// Hands on each word of a text, in order.
  static func forEach(in text: String, _ take: (String) -> Void) {
    let scalars = Array(text.unicodeScalars)
    var at = 0
    func end(of kind: Kind, from start: Int) -> Int {
      var end = start + 1
      while end < scalars.count, Kind(scalars[end]) == kind { end += 1 }
      return end
    }
    while at < scalars.count {
      let kind = Kind(scalars[at])
      var next = at + 1
      switch kind {
      case .backslash:
        while next < scalars.count, isASCIILetter(scalars[next]) { next += 1 }
        if next > at + 1 {
          take(string(scalars[at..<next]))
        } else {
          // What it escapes begins no command.
          next += 1
        }
      case .letter:
        next = end(of: .letter, from: at)
        takeWord(scalars[at..<next], take)
      case .unspaced:
        next = end(of: .unspaced, from: at)
        takePairs(scalars[at..<next], take)
      case .sign: take(string(scalars[at..<next]))
      case .other: break
      }
      at = next
    }
  }

  private static func takeWord(_ scalars: ArraySlice<Unicode.Scalar>, _ take: (String) -> Void) {
    let isPlain = scalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    take(isPlain ? string(scalars) : folded(string(scalars)))
    if isPlain { return }
    var start: Int?
    for (index, scalar) in zip(scalars.indices, scalars).dropFirst() {
      guard isASCIIUpper(scalar), isASCIILowerOrDigit(scalars[index - 1]) else { continue }
      if let start { take(folded(string(scalars[start..<index]))) }
      start = index
    }
    if let start { take(folded(string(scalars[start...]))) }
  }

  /// Each two neighbours, and the last character, which else could not be found alone.
  private static func takePairs(_ scalars: ArraySlice<Unicode.Scalar>, _ take: (String) -> Void) {
    for index in scalars.indices { take(folded(string(scalars[index...].prefix(2)))) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(most))
    return String(text)
  }

  /// A word as it is compared: without accents and case, and in one form where letters have several.
  static func folded(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
    var bare = ""
    for scalar in word.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    where !marks.contains(where: { $0.contains(scalar.value) }) {
      if let letters = spellings[scalar] {
        bare += letters
      } else {
        bare.unicodeScalars.append(scalar)
      }
    }
    return bare.precomposedStringWithCanonicalMapping
  }

  /// Accents and points that readers leave out: of Latin, Greek and Cyrillic, Hebrew, Arabic.
  private static let marks: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x591...0x5BD, 0x5BF...0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x64B...0x65F,
    0x670...0x670,
  ]

  /// Letters that are no letter with a mark, and are written by others where a keyboard lacks them.
  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ς": "σ",
  ]

  // MARK: - Characters

  /// What a character is to a word.
  private enum Kind {
    case letter, unspaced, sign, backslash, other

    init(_ scalar: Unicode.Scalar) {
      guard scalar.value >= 0x80 else {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        self =
          byte.isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          ? .letter : byte == UInt8(ascii: "\\") ? .backslash : .other
        return
      }
      if UnspacedWords.contains(scalar) {
        self = .unspaced
        return
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
        self = .letter
      case .mathSymbol: self = .sign
      default: self = .other
      }
    }
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 && UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
  }

  private static func isASCIIUpper(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar)
  }

  private static func isASCIILowerOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}

/// The scripts that put no spaces between words.
enum UnspacedWords {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF,  // Thai, Lao
    0x1000...0x109F,  // Burmese
    0x1780...0x17FF,  // Khmer
    0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F,  // Japanese
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,  // Chinese characters
  ]

  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x0E00 && ranges.contains { $0.contains(scalar.value) }
  }
}
