import NotebookDisplay
import NotebookSyntax
import NotebookTranscript

/// Which of the texts by which Swift writes a value a promise means.
struct PromisedForm {
  /// The collections whose order means nothing.
  let hashed: HashedTexts

  /// Whether the texts of a value are those of an array, whose order counts though it be written as a
  /// set elsewhere in the program.
  static func isArray(_ texts: [String]) -> Bool {
    guard let plain = texts.first, plain.hasPrefix("[") else { return false }
    return !texts.contains {
      $0.contains("Set(") || $0.hasPrefix("\"") || $0.hasPrefix("Dictionary.")
    }
  }

  /// Whether a promise holds, its dictionaries and sets in any order.
  ///
  /// - Parameter isAsItCame: whether the order must be that of what came.
  func holds(
    _ promised: String,
    _ actual: String,
    _ rule: ComparisonRule,
    isAsItCame: Bool = false
  ) -> Bool {
    let comparison = TextComparison(rule: rule)
    if comparison.difference(promised: promised, actual: actual) == nil { return true }
    guard !isAsItCame else { return false }
    let ordered = AnyOrder(rule: rule, hashed: hashed).text(promised: promised, actual: actual)
    return ordered != actual
      && comparison.difference(promised: promised, actual: ordered) == nil
  }

  /// The text that holds, or else the one that is most like the promise, so that what is accepted keeps
  /// to the author's way.
  func text(like promised: String, among texts: [String]) -> String {
    guard let plain = texts.first else { return "" }
    guard texts.count > 1 else { return plain }
    let rule = ComparisonRule()
    let order = AnyOrder(rule: rule, hashed: hashed)
    let ordered = texts.map { text in
      holds(promised, text, rule, isAsItCame: true)
        ? text : order.text(promised: promised, actual: text)
    }
    if let held = ordered.first(where: { holds(promised, $0, rule, isAsItCame: true) }) {
      return held
    }
    let promise = ShownText(promised: promised)
    var best = (share: 0.0, text: ordered[0])
    for text in ordered {
      let shown = ShownText(actual: text)
      guard promise.tokens.count == shown.tokens.count else { continue }
      let replacement = TokenReplacement(
        promised: promise,
        actual: shown,
        rule: TokenRule(rule: rule)
      )
      let share = replacement.share(promise.tokens.indices, shown.tokens.indices)
      if share > best.share { best = (share, text) }
    }
    return best.text
  }

  /// What a cell shows, each value in the form that its promise uses.
  func text(
    of record: Transcript.Record,
    like promised: String,
    _ rule: ComparisonRule
  ) -> String {
    let plain = record.plainText
    var values: [DisplayBundle] = []
    for case .value(let bundle) in record.output where bundle.texts.count > 1 {
      values.append(bundle)
    }
    guard let first = values.first, !holds(promised, plain, rule) else { return plain }
    if values.count == 1, record.output.count == 1 {
      return text(like: promised, among: first.texts) + "\n"
    }
    let lines = Set(promised.split(separator: "\n").map(Self.words))
    let byLine = record.text { bundle in
      bundle.texts.first { text in
        text.split(separator: "\n").first.map { lines.contains(Self.words($0)) } ?? false
      } ?? bundle.plain
    }
    let most = values.map(\.texts.count).max() ?? 1
    let alike = (1..<most).lazy.map { form in
      record.text { form < $0.texts.count ? $0.texts[form] : $0.plain }
    }
    return [byLine].first { holds(promised, $0, rule) }
      ?? alike.first { holds(promised, $0, rule) } ?? byLine
  }

  private static func words(_ line: Substring) -> [Substring] {
    line.split(whereSeparator: \.isWhitespace)
  }
}
