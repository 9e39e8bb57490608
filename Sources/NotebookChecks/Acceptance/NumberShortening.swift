/// Writes numbers that are new to a promise with as many decimals as the author gives to those
/// beside them.
struct NumberShortening {
  let decimals: Int

  /// The number of decimals that all numbers on some promised lines share; `nil` where they differ
  /// or there are none. Whole numbers do not count.
  init?(_ promised: ShownText, lines: [Int]) {
    var shared: Int?
    for index in lines.flatMap({ promised.lines[$0].tokens })
    where promised.tokens[index].kind == .number {
      guard let number = NumberNotation(promised.bytes[promised.tokens[index].range]),
        number.exponent == nil || number.hasDecimals
      else { return nil }
      guard number.hasDecimals else { continue }
      guard shared ?? number.fraction.count == number.fraction.count else { return nil }
      shared = number.fraction.count
    }
    guard let shared else { return nil }
    decimals = shared
  }

  /// A line of the actual text with its numbers shortened; `nil` where they are not all longer, or a
  /// shortened one would not hold.
  func text(_ actual: ShownText, line: Int, rule: TokenRule) -> String? {
    let bytes = actual.lines[line].bytes
    guard
      let model = NumberNotation(
        Array(("0." + String(repeating: "0", count: decimals)).utf8)[...]
      )
    else { return nil }
    var text = ""
    var position = bytes.lowerBound
    for index in actual.lines[line].tokens where actual.tokens[index].kind == .number {
      let token = actual.tokens[index]
      guard let number = NumberNotation(actual.bytes[token.range]), number.exponent == nil else {
        return nil
      }
      guard number.hasDecimals else { continue }
      guard number.fraction.count > decimals, let short = model.text(of: number),
        rule.holds(Array(short.utf8)[...], actual.bytes[token.range])
      else { return nil }
      text += actual.text(at: position..<token.start) + short
      position = token.end
    }
    return text + actual.text(at: position..<bytes.upperBound)
  }
}
