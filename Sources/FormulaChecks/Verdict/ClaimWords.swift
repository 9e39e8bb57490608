import Foundation

/// What stands behind `holds`: `for x > 0`, `to 1e-9`, `as n = 1…20`.
struct ClaimWords {
  /// Conditions, as TeX, with their places among the words.
  private(set) var conditions: [(tex: String, offset: Int)] = []
  /// How far apart, as a part of them, both sides may be.
  private(set) var tolerance: Double?
  /// Numbers each of which is tried, with the letter as TeX.
  private(set) var ranges: [(tex: String, offset: Int, numbers: ClosedRange<Int>)] = []
  private(set) var faults: [ReadingFault] = []

  init(_ text: String) {
    var rest = text[...]
    func offset(_ index: String.Index) -> Int {
      text.utf8.distance(from: text.startIndex, to: index)
    }
    rest = rest.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace }
      let tail = rest[word.endIndex...].drop(while: \.isWhitespace)
      let end = Self.nextWord(in: tail)
      let piece = tail[..<end]
      let place = offset(word.startIndex)..<offset(word.endIndex)
      read(String(word), piece, offset(piece.startIndex), place)
      rest = tail[end...].drop(while: \.isWhitespace)
    }
  }

  private static let words: Set<Substring> = ["for", "to", "as"]

  /// Where the next of the words begins.
  private static func nextWord(in text: Substring) -> String.Index {
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if text[index].isWhitespace, depth == 0 {
        let start = text.index(after: index)
        let word = text[start...].prefix { !$0.isWhitespace }
        if words.contains(word) { return start }
      }
      index = text.index(after: index)
    }
    return text.endIndex
  }

  private mutating func read(_ word: String, _ piece: Substring, _ offset: Int, _ place: Range<Int>)
  {
    let text = piece.trimmingCharacters(in: .whitespacesAndNewlines)
    guard Self.words.contains(word[...]) else {
      faults.append(
        ReadingFault(
          "'\(word)' is no word behind 'holds'",
          help: "write 'holds for x > 0', 'holds to 1e-9' or 'holds as n = 1…20'",
          place
        )
      )
      return
    }
    guard !text.isEmpty else {
      faults.append(
        ReadingFault("nothing stands behind '\(word)'", help: "write 'holds \(word) …'", place)
      )
      return
    }
    let whole = offset..<offset + text.utf8.count
    switch word {
    case "for": conditions.append((text, offset))
    case "to":
      guard let number = Double(text), number > 0, number < 1 else {
        faults.append(
          ReadingFault("'\(text)' is no tolerance", help: "write a number such as 1e-9", whole)
        )
        return
      }
      tolerance = number
    default:
      let plain = text.replacing("\\dots", with: "…").replacing("\\ldots", with: "…")
        .replacing("...", with: "…").replacing("..", with: "…").replacing(",", with: " ")
      let match = plain.wholeMatch(of: /(.+?)\s*=\s*(-?\d+)\s*…\s*(-?\d+)/)
      guard let match, let from = Int(match.2), let to = Int(match.3), from <= to, to - from < 1000
      else {
        faults.append(
          ReadingFault("'\(text)' is no range of numbers", help: "write 'holds as n = 1…20'", whole)
        )
        return
      }
      ranges.append((String(match.1), offset, from...to))
    }
  }
}
