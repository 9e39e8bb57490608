#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where bars lie along a horizontal axis of numbers or dates: around their own places, as wide as the
/// least distance between two of them allows.
struct BarPlaces {
  /// The part of the least distance that a bar is wide.
  private static let share = 0.75

  /// The middles of all bars, in ascending order.
  let middles: [Double]
  private let isLogarithmic: Bool
  private let half: Double

  /// - Returns: `nil` where the bars are at categories, or lie.
  init?(_ layers: [ChartLayer], on axis: Axis, barsLie: Bool) {
    let bars = layers.filter(\.kind.isBar)
    let positions = layers.flatMap(\.data).compactMap(\.x)
    guard !barsLie, !bars.isEmpty, positions.allSatisfy({ $0.value != nil }) else { return nil }
    isLogarithmic = axis.scale == .log
    middles = Set(
      bars.filter { $0.kind != .histogram }.flatMap(\.data).compactMap(\.x)
        .filter(axis.contains).compactMap(\.value)
    ).sorted()
    let gaps = zip(middles, middles.dropFirst()).map { [isLogarithmic] in
      isLogarithmic ? $1 / $0 : $1 - $0
    }
    let least = gaps.min() ?? (isLogarithmic ? 2 : 1)
    half = isLogarithmic ? Self.root(least) : least * Self.share / 2
  }

  /// The layers with both edges of each bar in place of its middle; the bars of several series that
  /// stand side by side share its width.
  func placed(_ layer: ChartLayer) -> ChartLayer {
    guard case .bar(let arrangement) = layer.kind else { return layer }
    var layer = layer
    let names = arrangement == .grouped ? layer.data.map(\.series).uniqued : []
    let order = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    layer.data = layer.data.map { datum in
      guard let x = datum.x, let middle = x.value else { return datum }
      var datum = datum
      let number = order[datum.series] ?? 0
      let count = max(names.count, 1)
      datum.x = x.moved(to: edge(middle, Double(number) / Double(count)))
      datum.x2 = x.moved(to: edge(middle, Double(number + 1) / Double(count)))
      return datum
    }
    layer.mark = layer.mark.adding("binSpacing", 0)
    return layer
  }

  /// A place within a bar, from 0 at its lower edge to 1 at its upper one.
  private func edge(_ middle: Double, _ part: Double) -> Double {
    let offset = 2 * part - 1
    return isLogarithmic ? middle * Self.power(half, offset) : middle + half * offset
  }

  private static func root(_ ratio: Double) -> Double { power(ratio, share / 2) }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    exp(log(base) * exponent)
  }
}

extension AxisPosition {
  /// A position of the same kind elsewhere.
  fileprivate func moved(to value: Double) -> AxisPosition {
    isTime ? .time(value) : .number(value)
  }
}
