import Foundation

/// A letter with all that makes it another: its alphabet, its accent, a fixed index.
struct Name: Hashable, Sendable {
  /// One letter or more.
  var letters: String
  /// Its alphabet where that is not the usual one, such as `bold`.
  var alphabet = ""
  /// What stands over it, such as `hat`.
  var accent = ""
  /// An index that is part of the name, as in `x_{max}`.
  var index = ""

  init(_ letters: String, alphabet: String = "", accent: String = "", index: String = "") {
    self.letters = letters
    self.alphabet = alphabet
    self.accent = accent
    self.index = index
  }

  /// What a bare function is a function of, for which there is no letter.
  static let argument = Name("•")

  /// As it is written in a message.
  var shown: String {
    let marks = [
      "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}",
      "vec": "\u{20D7}", "check": "\u{30C}",
    ]
    let accented = letters + (marks[accent] ?? "")
    return (accented + (index.isEmpty ? "" : "_" + index)).precomposed
  }

  /// The same letter in the usual alphabet, and in bold: texts set a vector in bold and its elements not.
  var relatives: [Name] {
    ["", "bold", "script", "sans-serif"].filter { $0 != alphabet }.map { alphabet in
      var name = self
      name.alphabet = alphabet
      return name
    }
  }
}

extension String {
  /// Letters and their accents as one character where there is one.
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
