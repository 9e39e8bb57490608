/// Holds a promise of words against lines of words by trying everything that a `[...]` could stand
/// for: slow, but plainly right.
struct ExhaustiveMatch {
  let promised: [[String]]
  let actual: [[String]]

  private static let wildcard = "[...]"

  var holds: Bool { block(promised[...], line: 0, word: 0) }

  private func block(_ lines: ArraySlice<[String]>, line: Int, word: Int) -> Bool {
    guard let first = lines.first else { return line == actual.count && word == 0 }
    let rest = lines.dropFirst()
    if first.allSatisfy({ $0 == Self.wildcard }) {
      return word == 0 && (line...actual.count).contains { block(rest, line: $0, word: 0) }
    }
    if first.contains(Self.wildcard) {
      return word == 0 && line < actual.count && glob(first[...], actual[line][...])
        && block(rest, line: line + 1, word: 0)
    }
    var (line, word) = (line, word)
    for token in first {
      guard line < actual.count, actual[line][word] == token else { return false }
      word += 1
      if word == actual[line].count { (line, word) = (line + 1, 0) }
    }
    return block(rest, line: line, word: word)
  }

  private func glob(_ pattern: ArraySlice<String>, _ words: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return words.isEmpty }
    let rest = pattern.dropFirst()
    if first == Self.wildcard {
      return (0...words.count).contains { glob(rest, words.dropFirst($0)) }
    }
    return words.first == first && glob(rest, words.dropFirst())
  }
}
