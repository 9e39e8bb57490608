/// Pairs promised lines that do not hold with the lines that came in their place.
struct LinePairing {
  /// A promised line, an actual line, or both.
  struct Pair: Equatable {
    var promised: Int?
    var actual: Int?
  }

  /// Up to how many possible pairs the best pairing is searched.
  private static let limit = 4096

  let similarity: LineSimilarity

  /// The pairs of similar lines in order, with the lines between them that have none.
  func pairs(promised: [Int], actual: [Int]) -> [Pair] {
    let partners =
      promised.count == actual.count || promised.count * actual.count > Self.limit
      ? byPosition(promised, actual) : bySimilarity(promised, actual)
    var pairs: [Pair] = []
    var next = 0
    for (index, line) in promised.enumerated() {
      guard let partner = partners[index] else {
        pairs.append(Pair(promised: line))
        continue
      }
      pairs += actual[next..<partner].map { Pair(actual: $0) }
      pairs.append(Pair(promised: line, actual: actual[partner]))
      next = partner + 1
    }
    return pairs + actual[next...].map { Pair(actual: $0) }
  }

  private func byPosition(_ promised: [Int], _ actual: [Int]) -> [Int?] {
    promised.indices.map { index in
      index < actual.count && similarity.areSimilar(promised[index], actual[index]) ? index : nil
    }
  }

  /// The pairing of the greatest similarity in all.
  private func bySimilarity(_ promised: [Int], _ actual: [Int]) -> [Int?] {
    var best = Array(
      repeating: Array(repeating: 0.0, count: actual.count + 1),
      count: promised.count + 1
    )
    var shares: [[Double]] = []
    for i in promised.indices {
      shares.append(actual.map { similarity.share(promised[i], $0) })
    }
    for i in promised.indices.reversed() {
      for j in actual.indices.reversed() {
        let paired = shares[i][j] >= 0.5 ? shares[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
      }
    }
    var partners: [Int?] = Array(repeating: nil, count: promised.count)
    var (i, j) = (0, 0)
    while i < promised.count, j < actual.count {
      if shares[i][j] >= 0.5, best[i][j] == shares[i][j] + best[i + 1][j + 1] {
        partners[i] = j
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return partners
  }
}
