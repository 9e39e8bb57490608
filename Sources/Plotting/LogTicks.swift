/// Where a log axis begins and ends, and the numbers beside it: powers of ten, with their double and
/// fivefold where there are few.
struct LogTicks {
  let domain: ClosedRange<Double>
  let values: [Double]

  /// - Parameters:
  ///   - extent: the least and the greatest number, both positive.
  ///   - isFixed: whether the axis ends just there, and not at the next round numbers.
  ///   - most: how many numbers there is room for.
  init(_ extent: ClosedRange<Double>, isFixed: Bool, most: Int) {
    let isWide = extent.upperBound / extent.lowerBound >= 100
    let round = isWide ? Self.powers : Self.steps
    let lower = round.last { $0 <= extent.lowerBound * (1 + 1e-12) } ?? extent.lowerBound
    let upper = round.first { $0 >= extent.upperBound * (1 - 1e-12) } ?? extent.upperBound
    domain = isFixed ? extent : lower...(lower < upper ? upper : lower * 10)
    let within = { [domain] (values: [Double]) in values.filter(domain.contains) }
    let powers = within(Self.powers)
    let steps = within(Self.steps)
    let all = steps.count <= most || powers.count < 2 ? steps : powers
    let stride = max(1, (all.count + most - 1) / max(most, 1))
    values = all.indices.filter { $0 % stride == 0 }.map { all[$0] }
  }

  /// The numbers as they are written beside the axis: all plain, or all as powers of ten.
  var labels: [String] {
    let isPlain = values.allSatisfy { (0.001...100_000).contains($0) }
    return values.map { isPlain ? JSON.shortText($0) : Self.power($0) }
  }

  /// Such as `10⁻⁸` or `2·10⁻⁸`.
  private static func power(_ value: Double) -> String {
    guard let index = steps.firstIndex(of: value) else { return JSON.shortText(value) }
    let (exponent, step) = (index / 3 + leastExponent, index % 3)
    let digits = "\(exponent)".map { superscripts[$0] ?? String($0) }.joined()
    return ["", "2·", "5·"][step] + "10" + digits
  }

  private static let superscripts: [Character: String] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]

  private static let leastExponent = -307
  /// 1, 2 and 5 times every power of ten, read from text as no product is so exact.
  static let steps: [Double] = (leastExponent...307).flatMap { exponent in
    [1, 2, 5].compactMap { Double("\($0)e\(exponent)") }
  }
  private static let powers: [Double] = steps.indices.filter { $0 % 3 == 0 }.map { steps[$0] }
}
