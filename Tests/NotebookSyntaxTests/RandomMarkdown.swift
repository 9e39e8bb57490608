/// Documents put together from the marks that Markdown gives a meaning to.
enum RandomMarkdown {
  private static let pieces = [
    "*", "**", "_", "`", "``", "[", "]", "](u)", "!", "<b>", "</b>", "<!-- c -->", "\n", "\n",
    "\n\n", "\n\n", "\n# ", "\n## ", "\n- ", "\n  - ", "\n1. ", "\n2) ", "\n> ", "\n    ",
    "\n```\n", "\n~~~\n", "\n---\n", "\n===\n", "\n***\n", "| ", " | ",
    "\n| a | b |\n|---|---|\n| ",
    "~~", "\\", "&lt;", "\n<div>\n", "\n</div>\n", "\t", "  ", " ", " ", "a", "b c", "é", ".",
    "\n   ",
    "- [ ] ", "www.a.bc", "\n[r]: /u\n", "[r]",
  ]

  static func document(_ random: inout SeededGenerator, word: String = "word") -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text +=
        Int.random(in: 0..<4, using: &random) == 0
        ? word : pieces.randomElement(using: &random) ?? ""
    }
    return text + "\n"
  }
}

/// Random numbers that are the same every time, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64, by G. Steele, D. Lea and C. Flood, 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
