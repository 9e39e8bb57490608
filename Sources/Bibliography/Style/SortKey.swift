import Documents
import Foundation

/// What a list of references is ordered by: names, year, title, and the key where all is equal.
struct SortKey: Comparable {
  var names: [String]
  var year: Int
  var title: String
  var key: String

  static func < (left: SortKey, right: SortKey) -> Bool {
    if left.names != right.names { return left.names.lexicographicallyPrecedes(right.names) }
    return (left.year, left.title, left.key) < (right.year, right.title, right.key)
  }

  /// A text as order sees it: letter by letter, in small ones, without diacritics, punctuation and
  /// space.
  static func fold(_ text: String) -> String {
    var folded = ""
    for scalar in decomposed(text).unicodeScalars {
      if let letters = letters[scalar] {
        folded += letters
      } else if isLetterOrDigit(scalar) {
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
      return byte.isASCIILetterOrDigit
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      true
    default: false
    }
  }

  private static func decomposed(_ text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return (isASCII ? text : text.decomposedStringWithCanonicalMapping).lowercased()
  }

  /// A title as order sees it, without an article at its beginning.
  static func foldTitle(_ text: String) -> String {
    let articles = ["the ", "an ", "a "]
    let article = articles.first { text.prefix($0.count).lowercased() == $0 }
    return fold(String(text.dropFirst(article?.count ?? 0)))
  }

  /// Letters whose marks are part of them, so that they do not fall apart into letter and mark.
  private static let letters: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "ȷ": "j", "ŋ": "ng", "ħ": "h",
  ]
}
