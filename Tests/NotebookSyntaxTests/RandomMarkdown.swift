import TestSupport

/// Documents put together from the marks that Markdown gives a meaning to.
enum RandomMarkdown {
  private static let pieces = [
    "*", "**", "_", "`", "``", "[", "]", "](u)", "!", "<b>", "</b>", "<!-- c -->", "\n", "\n",
    "\n\n", "\n\n", "\n# ", "\n## ", "\n- ", "\n  - ", "\n1. ", "\n2) ", "\n> ", "\n    ",
    "\n```\n", "\n~~~\n", "\n---\n", "\n===\n", "\n***\n", "| ", " | ",
    "\n| a | b |\n|---|---|\n| ",
    "~~", "\\", "&lt;", "\n<div>\n", "\n</div>\n", "\t", "  ", " ", " ", "a", "b c", "é", ".",
    "\n   ",
    "- [ ] ", "www.a.bc", "\n[r]: /u\n", "[r]", "@", "@a", "[@a; ", "-@", "\\ref", "{#",
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
