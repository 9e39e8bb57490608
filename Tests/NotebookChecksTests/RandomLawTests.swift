import NotebookSyntax
import TestSupport
import Testing

@testable import NotebookChecks

@Suite("Laws of comparing and accepting, on random texts")
struct RandomLawTests {
  @Test("what is accepted holds, and accepting it again changes nothing", arguments: 1...20)
  func accepting(seed: Int) {
    var random = RandomText(seed: UInt64(seed))
    var failures = 0
    for _ in 0..<400 {
      let rule = random.rule()
      let promised = random.text(wildcards: random.generator.once(in: 2) ? 6 : 1000)
      let actual =
        random.generator.once(in: 4) ? random.text(wildcards: nil) : random.changed(promised)
      let comparison = TextComparison(rule: rule)
      let accepted = AcceptedText(promised: promised, actual: actual, rule: rule)
      let difference = comparison.difference(promised: accepted.text, actual: actual)
      #expect(accepted.holds == (difference == nil))
      if !accepted.holds { failures += 1 }
      let again = AcceptedText(promised: accepted.text, actual: actual, rule: rule)
      #expect(
        again.text == accepted.text,
        "\(rule) \(promised.debugDescription) \(actual.debugDescription)"
      )
      if comparison.difference(promised: promised, actual: actual) == nil {
        #expect(accepted.text == promised)
      }
    }
    #expect(failures == 0)
  }

  @Test("a difference has no changes where and only where the promise holds", arguments: 1...20)
  func differing(seed: Int) {
    var random = RandomText(seed: UInt64(1000 + seed))
    for _ in 0..<400 {
      let rule = random.rule()
      let promised = random.text(wildcards: random.generator.once(in: 2) ? 6 : 1000)
      let actual = random.changed(promised)
      let holds = TextComparison(rule: rule).difference(promised: promised, actual: actual) == nil
      let lines = LineDifference.lines(promised: promised, actual: actual, rule: rule)
      #expect(
        lines.allSatisfy { $0.kind == .same } == holds,
        "\(rule) \(promised.debugDescription) \(actual.debugDescription)"
      )
      let own = lines.compactMap { $0.kind == .shown ? nil : $0.text }
      #expect(own == Self.lines(promised))
      #expect(lines.compactMap(\.promisedLine) == Array(own.indices))
      for line in lines {
        for range in line.emphasis {
          #expect(range.upperBound <= line.text.utf8.count && !range.isEmpty)
        }
        #expect(
          zip(line.emphasis, line.emphasis.dropFirst()).allSatisfy {
            $0.upperBound <= $1.lowerBound
          }
        )
      }
    }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  @Test("wildcards agree with trying everything", arguments: 1...20)
  func wildcards(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var held = 0
    for _ in 0..<1000 {
      let promised = Self.words(["a", "a", "b", "[...]"], upTo: 5, lone: 4, &random)
      let actual = Self.words(["a", "a", "b"], upTo: 6, lone: nil, &random)
      let found = TextComparison().difference(
        promised: Self.joined(promised),
        actual: Self.joined(actual)
      )
      let wanted = ExhaustiveMatch(promised: promised, actual: actual).holds
      if wanted { held += 1 }
      #expect((found == nil) == wanted, "\(promised) \(actual)")
    }
    #expect(held > 50)
  }

  @Test("unordered lines agree with trying every order", arguments: 1...10)
  func unordered(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let comparison = TextComparison(
      rule: ComparisonRule(absoluteTolerance: 1, isUnordered: true)
    )
    var held = 0
    for _ in 0..<300 {
      let count = Int.random(in: 1...5, using: &random)
      let promised = (0..<count).map { _ in Int.random(in: 0...5, using: &random) }
      let actual = (0..<count).map { _ in Int.random(in: 0...5, using: &random) }
      let found = comparison.difference(
        promised: promised.map(String.init).joined(separator: "\n"),
        actual: actual.map(String.init).joined(separator: "\n")
      )
      // On a line, pairing in order is as good as any pairing.
      let wanted = zip(promised.sorted(), actual.sorted()).allSatisfy { abs($0 - $1) <= 1 }
      if wanted { held += 1 }
      #expect((found == nil) == wanted)
    }
    #expect(held > 50)
  }

  private static func words(
    _ words: [String],
    upTo count: Int,
    lone: Int?,
    _ random: inout SeededGenerator
  ) -> [[String]] {
    (0..<Int.random(in: 1...count, using: &random)).map { _ in
      if let lone, random.once(in: lone) { return ["[...]"] }
      return (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(words, or: "a") }
    }
  }

  private static func joined(_ lines: [[String]]) -> String {
    lines.map { $0.joined(separator: " ") }.joined(separator: "\n")
  }
}
