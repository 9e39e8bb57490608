import NotebookSyntax
import TestSupport

/// Random promises and what might come of them.
struct RandomText {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let tokens = [
    "a", "b", "loss", "=", "x1", "[", "]", "(", ")", ",", "0.5", "0.52", "1.0", "-0.25", "3", "12",
    "1.5e-7", "1_000", "nan", "+0.75", "−1.5", "v2.0", "...", "é", "-", "2.", "007", "1e5", ":",
    "0.123456", "2.71828", "99.9999", ".5", "%", "\"q\"",
  ]

  mutating func rule() -> ComparisonRule {
    var rule = ComparisonRule()
    if generator.once(in: 6) { rule.absoluteTolerance = generator.pick([0, 0.01, 1], or: 0) }
    if generator.once(in: 8) { rule.relativeTolerance = 0.1 }
    if generator.once(in: 8) { rule.isExact = true }
    if generator.once(in: 4) { rule.isUnordered = true }
    return rule
  }

  /// A text of some lines; `wildcards` says how often `[...]` stands in it.
  mutating func text(wildcards: Int?) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      if let wildcards, generator.once(in: wildcards) {
        text += "[...]\n"
        continue
      }
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let isWildcard = wildcards.map { generator.once(in: 2 * $0) } ?? generator.once(in: 200)
        text += isWildcard ? "[...]" : generator.pick(Self.tokens, or: "a")
        text += generator.pick([" ", " ", " ", "  ", ""], or: " ")
      }
      text += "\n"
    }
    if generator.once(in: 2), text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// What a program might print that was changed since the promise was written.
  mutating func changed(_ promise: String) -> String {
    var lines: [String] = []
    for line in promise.split(separator: "\n", omittingEmptySubsequences: false) {
      if generator.once(in: 8) { continue }
      if generator.once(in: 8) { lines.append(text(wildcards: nil)) }
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        if word == "[...]" { return generator.pick(["", "a b", "0.5", "x"], or: "") }
        guard generator.once(in: 4) else { return String(word) }
        if let value = Double(word), generator.once(in: 2) { return "\(value * 1.01)" }
        return generator.pick(Self.tokens, or: "b")
      }
      lines.append(words.joined(separator: generator.once(in: 10) ? "\n" : " "))
    }
    return lines.joined(separator: generator.once(in: 12) ? " " : "\n")
  }
}
