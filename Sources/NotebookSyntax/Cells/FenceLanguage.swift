import Documents

/// The language of a fence, told by its first word: `swift`, `Swift`, `{swift}`, `{.swift}` and
/// `swift:main.swift` are one.
enum FenceLanguage {
  case swift, output, math, markdown
  /// A word that was meant to be one of ours.
  case misspelt(FenceWords.Word, meant: String)
  case other

  init(_ words: FenceWords) {
    guard let word = words.words.first else {
      self = .other
      return
    }
    let plain = word.name.drop { $0 == "." }.prefix { $0 != ":" }
    switch plain.lowercased() {
    case "swift": self = .swift
    case "output": self = .output
    case "math": self = .math
    case "markdown", "md": self = .markdown
    default:
      if Self.isSlipOfSwift(String(plain)) {
        self = .misspelt(word, meant: "swift")
      } else if intendedWord(String(plain), in: ["output"]) != nil {
        self = .misspelt(word, meant: "output")
      } else {
        self = .other
      }
    }
  }

  /// Whether a word was meant to be `swift`; one in other letters, such as `SWIFT`, was as well.
  static func isSlipOfSwift(_ word: String) -> Bool {
    let others = ["shift", "sift", "swiftc"]
    return !others.contains(word.lowercased()) && intendedWord(word, in: ["swift"]) != nil
  }

  /// Whether a fence of this language has a meaning beyond its text.
  var isOurs: Bool {
    if case .other = self { false } else { true }
  }
}
