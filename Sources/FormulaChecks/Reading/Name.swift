import Foundation
import Synchronization

/// A letter with all that makes it another: its alphabet, its accent, a fixed index.
///
/// Each spelling has a number, by which names are compared: a claim looks up its letters some hundred thousand
/// times.
struct Name: Hashable, Sendable {
  private struct Spelling: Hashable, Sendable {
    var letters: String
    var alphabet: String
    var accent: String
    var index: String
  }

  /// All spellings that were ever met, by their numbers.
  private struct Spellings: Sendable {
    private(set) var all: [Spelling] = []
    private var numbers: [Spelling: Int] = [:]

    mutating func number(of spelling: Spelling) -> Int {
      if let number = numbers[spelling] { return number }
      all.append(spelling)
      numbers[spelling] = all.count - 1
      return all.count - 1
    }
  }

  private static let spellings = Mutex(Spellings())

  private let number: Int
  /// What the same letter has in common in all alphabets.
  let family: Int

  private init(_ spelling: Spelling) {
    var plain = spelling
    plain.alphabet = ""
    (number, family) = Self.spellings.withLock { [plain] in
      ($0.number(of: spelling), $0.number(of: plain))
    }
  }

  /// - Parameters:
  ///   - letters: one letter or more.
  ///   - alphabet: its alphabet where that is not the usual one, such as `bold`.
  ///   - accent: what stands over it, such as `hat`.
  ///   - index: an index that is part of the name, as in `x_{max}`.
  init(_ letters: String, alphabet: String = "", accent: String = "", index: String = "") {
    self.init(Spelling(letters: letters, alphabet: alphabet, accent: accent, index: index))
  }

  static func == (a: Name, b: Name) -> Bool { a.number == b.number }

  func hash(into hasher: inout Hasher) { hasher.combine(number) }

  private var spelling: Spelling { Self.spellings.withLock { [number] in $0.all[number] } }

  private func spelled(_ change: (inout Spelling) -> Void) -> Name {
    var spelling = spelling
    change(&spelling)
    return Name(spelling)
  }

  var letters: String {
    get { spelling.letters }
    set { self = spelled { $0.letters = newValue } }
  }

  var alphabet: String {
    get { spelling.alphabet }
    set { self = spelled { $0.alphabet = newValue } }
  }

  var accent: String {
    get { spelling.accent }
    set { self = spelled { $0.accent = newValue } }
  }

  var index: String {
    get { spelling.index }
    set { self = spelled { $0.index = newValue } }
  }

  /// What a bare function is a function of, for which there is no letter.
  static let argument = Name("•")

  /// As it is written in a message.
  var shown: String {
    let marks = [
      "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}",
      "vec": "\u{20D7}", "check": "\u{30C}",
    ]
    let spelling = spelling
    let accented = spelling.letters + (marks[spelling.accent] ?? "")
    return (accented + (spelling.index.isEmpty ? "" : "_" + spelling.index)).precomposed
  }
}

extension Name: CustomStringConvertible {
  /// All of it, the same in each run: the numbers that are drawn for a letter depend on it.
  var description: String {
    let spelling = spelling
    let parts = [
      ("letters", spelling.letters), ("alphabet", spelling.alphabet), ("accent", spelling.accent),
      ("index", spelling.index),
    ]
    return "Name(\(parts.map { "\($0.0): \"\($0.1)\"" }.joined(separator: ", ")))"
  }
}

extension String {
  /// Letters and their accents as one character where there is one.
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
