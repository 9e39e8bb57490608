import Foundation

/// A piece of what a cell shows, or of what a promise says it shows.
///
/// Layout is not part of it: white space only parts words, and beside a bracket or a comma it means
/// nothing, so `[0.1 0. ]` and `[ 0.1  0.]` are the same.
struct ShownToken: Equatable {
  enum Kind: Equatable {
    /// A number, with the value of one unit in its last written place; `nil` for a whole number,
    /// `nan` and `inf`, which are exact.
    case number(Double, unit: Double?)
    /// A word, or one bracket or comma.
    case word
    /// `[...]`, which stands for anything.
    case anything
  }

  var kind: Kind
  var text: Substring

  /// The tokens of a text.
  static func tokens(of text: String) -> [ShownToken] {
    var tokens: [ShownToken] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("[...]") {
        tokens.append(ShownToken(kind: .anything, text: rest.prefix(5)))
        rest.removeFirst(5)
      } else if let number = number(at: rest, after: text[..<rest.startIndex].last) {
        tokens.append(number)
        rest = rest[number.text.endIndex...]
      } else if separators.contains(first) {
        tokens.append(ShownToken(kind: .word, text: rest.prefix(1)))
        rest.removeFirst()
      } else {
        let word = word(at: rest)
        tokens.append(ShownToken(kind: .word, text: word))
        rest = rest[word.endIndex...]
      }
    }
    return tokens
  }

  private static let separators: Set<Character> = ["[", "]", "(", ")", "{", "}", ","]

  /// A run of letters, digits and `_`, or one other character.
  private static func word(at rest: Substring) -> Substring {
    let letters = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return letters.isEmpty ? rest.prefix(1) : letters
  }

  /// A number that is not part of a word: in `x1` and `v2.0` the digits are text.
  private static func number(at rest: Substring, after before: Character?) -> ShownToken? {
    if let before, before.isLetter || before.isNumber || before == "_" { return nil }
    guard let match = rest.prefixMatch(of: #/[+\-−]?(?:(\d[\d_]*)(\.\d*)?|\.\d+)([eE][+\-]?\d+)?/#)
    else { return special(at: rest) }
    if let after = rest[match.range.upperBound...].first, after.isLetter || after == "_" {
      return nil
    }
    let text = match.output.0
    let digits = text.replacing("_", with: "").replacing("−", with: "-")
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits) else { return nil }
    return ShownToken(kind: .number(value, unit: unit(of: String(digits))), text: text)
  }

  private static func special(at rest: Substring) -> ShownToken? {
    guard let match = rest.prefixMatch(of: #/[+\-−]?(?:nan|inf)\b/#.ignoresCase()) else {
      return nil
    }
    let text = match.output
    guard let value = Double(text.replacing("−", with: "-").lowercased()) else { return nil }
    return ShownToken(kind: .number(value, unit: nil), text: text)
  }

  private static func unit(of digits: String) -> Double? {
    let parts = digits.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    guard mantissa.contains(".") || parts.count == 2 else { return nil }
    let decimals = mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .first
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    return pow(10, Double(exponent - (decimals?.count ?? 0)))
  }
}
