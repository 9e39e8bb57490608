/// How often numbers fall into each of several bins: bars that lie where the numbers lie.
///
/// ```swift
/// let errors = [-1.2, -0.4, 0.1, 0.3, 0.8, 1.9]
/// Chart(x: "error", y: "density") {
///   Histogram(errors, edges: [-2, -1, 0, 1, 2], as: .density)
///   Rule(x: 0)
/// }  // => Histogram: density (4 bars)
/// ```
///
/// A number on the edge between two bins belongs to the upper one, and one on the last edge to the
/// last bin. What lies outside of the edges or is not finite is left out, which the page tells.
public struct Histogram: Mark {
  /// What the height of a bar says.
  ///
  /// ```swift
  /// let values = [0.5, 1.5, 1.7, 2.5]
  /// Histogram(values, edges: [0, 2, 4], as: .count).heights    // => [3.0, 1.0]
  /// Histogram(values, edges: [0, 2, 4], as: .share).heights    // => [0.75, 0.25]
  /// Histogram(values, edges: [0, 2, 4], as: .density).heights  // => [0.375, 0.125]
  /// ```
  public enum Height: Sendable {
    /// How many numbers there are in the bin.
    case count
    /// Which part of all counted numbers there is in the bin.
    case share
    /// The share divided by the bin's width, so that the bars' area is one.
    case density
  }

  /// The edges of the bins, one more than there are bins; empty where there are no numbers.
  ///
  /// ```swift
  /// Histogram([0, 1, 4], bins: 2).edges  // => [0.0, 2.0, 4.0]
  /// ```
  public let edges: [Double]
  /// How high the bar of each bin is.
  ///
  /// ```swift
  /// Histogram([0, 1, 4], bins: 2).heights  // => [2.0, 1.0]
  /// ```
  public let heights: [Double]
  /// The histogram as a chart draws it.
  ///
  /// ```swift
  /// Histogram([0, 1, 4]).layers.count  // => 1
  /// ```
  public let layers: [ChartLayer]

  /// A histogram with bins of equal width.
  ///
  /// ```swift
  /// Histogram([1.5, 2.5, 2.7, 9.5], bins: 4).heights  // => [3.0, 0.0, 0.0, 1.0]
  /// ```
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - bins: how many bins there are from the least number to the greatest; `nil` for as many as suit
  ///     the numbers, with round edges.
  ///   - series: the histogram's name in the legend.
  ///   - height: what the height of a bar says.
  /// - Precondition: `bins` is greater than zero.
  public init<Values: Sequence>(
    _ values: Values,
    bins: Int? = nil,
    series: String? = nil,
    as height: Height = .count
  ) where Values.Element: BinaryFloatingPoint {
    let numbers = values.map { Double($0) }
    require(bins ?? 1 > 0, "Histogram: there is no histogram of \(bins ?? 0) bins")
    let finite = numbers.filter(\.isFinite)
    let edges =
      bins.map { Self.edges(of: finite, bins: $0) } ?? Self.roundEdges(of: finite)
    self.init(numbers, edges, series, height)
  }

  /// A histogram of whole numbers with bins of equal width.
  ///
  /// ```swift
  /// Histogram([1, 2, 2, 5], bins: 4).heights  // => [1.0, 2.0, 0.0, 1.0]
  /// ```
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - bins: how many bins there are; `nil` for as many as suit the numbers.
  ///   - series: the histogram's name in the legend.
  ///   - height: what the height of a bar says.
  /// - Precondition: `bins` is greater than zero.
  public init<Values: Sequence>(
    _ values: Values,
    bins: Int? = nil,
    series: String? = nil,
    as height: Height = .count
  ) where Values.Element: BinaryInteger {
    self.init(values.map { Double($0) }, bins: bins, series: series, as: height)
  }

  /// A histogram with bins between given edges.
  ///
  /// ```swift
  /// Histogram([0.5, 1.0, 3.0], edges: [0, 1, 3]).heights  // => [1.0, 2.0]
  /// ```
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - edges: the edges of the bins in ascending order, at least two.
  ///   - series: the histogram's name in the legend.
  ///   - height: what the height of a bar says.
  /// - Precondition: the edges are finite and ascend.
  public init<Values: Sequence>(
    _ values: Values,
    edges: [Double],
    series: String? = nil,
    as height: Height = .count
  ) where Values.Element: BinaryFloatingPoint {
    require(edges.count > 1, "Histogram: there are no bins between \(edges.count) edges")
    require(edges.allSatisfy(\.isFinite), "Histogram: the edges \(edges) are not all finite")
    require(
      zip(edges, edges.dropFirst()).allSatisfy(<),
      "Histogram: the edges \(edges) do not ascend"
    )
    self.init(values.map { Double($0) }, edges, series, height)
  }

  private init(_ numbers: [Double], _ edges: [Double], _ series: String?, _ height: Height) {
    var counts = Array(repeating: 0, count: max(edges.count - 1, 0))
    var lost = 0
    for number in numbers {
      if let bin = Self.bin(of: number, edges) { counts[bin] += 1 } else { lost += 1 }
    }
    let total = Double(max(counts.reduce(0, +), 1))
    let heights = counts.indices.map { bin in
      switch height {
      case .count: Double(counts[bin])
      case .share: Double(counts[bin]) / total
      case .density: Double(counts[bin]) / total / (edges[bin + 1] - edges[bin])
      }
    }
    var layer = ChartLayer(kind: .histogram, mark: ["type": "bar", "binSpacing": 1], data: [])
    layer.data = counts.indices.map { bin in
      ChartLayer.Datum(
        x: .number(edges[bin]),
        x2: .number(edges[bin + 1]),
        y: .number(heights[bin]),
        series: series
      )
    }
    if lost > 0 {
      layer.remarks = [
        "\(lost) of \(numbers.count) numbers lie in no bin of the histogram and are left out"
      ]
    }
    self.edges = edges
    self.heights = heights
    layers = [layer]
  }

  /// The bin of a number; `nil` for one that lies in none.
  private static func bin(of number: Double, _ edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, number >= first, number <= last else {
      return nil
    }
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }

  private static func edges(of numbers: [Double], bins: Int) -> [Double] {
    guard let least = numbers.min(), let most = numbers.max() else { return [] }
    // Equal numbers have a bin around them.
    let (low, high) = least < most ? (least, most) : (least - 0.5, most + 0.5)
    let edges = (0...bins).map { low + (high - low) * (Double($0) / Double(bins)) }
    // So near to each other that there is nothing between them.
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else { return [low, high] }
    return edges.dropLast() + [high]
  }

  /// Bins whose width is 1, 2 or 5 times a power of ten, about as many as Sturges' rule has.
  private static func roundEdges(of numbers: [Double]) -> [Double] {
    guard let least = numbers.min(), let most = numbers.max() else { return [] }
    guard least < most, (most - least).isFinite else { return edges(of: numbers, bins: 1) }
    let doublings = Int.bitWidth - numbers.count.leadingZeroBitCount
    let rough = (most - least) / Double(max(doublings + 1, 5))
    guard let width = LogTicks.steps.first(where: { $0 >= rough * 0.999 }) else {
      return edges(of: numbers, bins: 10)
    }
    let first = (least / width).rounded(.down)
    let last = (most / width).rounded(.down) + 1
    guard last - first < 1000 else { return edges(of: numbers, bins: 10) }
    let round = stride(from: first, through: last, by: 1).map { $0 * width }
    guard zip(round, round.dropFirst()).allSatisfy(<) else { return edges(of: numbers, bins: 10) }
    return round
  }
}
