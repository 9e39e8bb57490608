/// The known name that is most like a name, for `did you mean …`.
///
/// - Parameters:
///   - name: what was written.
///   - known: what could have been meant.
/// - Returns: `nil` where nothing is alike enough to be worth saying.
public func nearestName(to name: String, in known: some Sequence<String>) -> String? {
  nearest(to: name, in: known.map(ComparedName.init))
}

private func nearest(to name: String, in known: some Sequence<ComparedName>) -> String? {
  let written = ComparedName(name)
  var limit = max(2, name.count / 3)
  var nearest: String?
  for other in known where other.leastSlips(from: written) <= limit {
    let slips = slips(from: written.letters, to: other.letters, atMost: limit)
    guard slips <= limit else { continue }
    if slips == limit, let nearest, nearest <= other.name { continue }
    limit = slips
    nearest = other.name
  }
  return nearest
}

/// A name with the letters by which it is compared.
private struct ComparedName {
  let name: String
  let letters: [Unicode.Scalar]
  /// The letters that it has, some of which share a bit.
  private let set: UInt64

  init(_ name: String) {
    self.name = name
    letters = Array(name.lowercased().normalized.unicodeScalars)
    set = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// How many slips there are at least, which is soon known: each makes a name a letter longer or shorter,
  /// or brings one letter in place of another.
  func leastSlips(from other: ComparedName) -> Int {
    max(
      abs(letters.count - other.letters.count),
      (set & ~other.set).nonzeroBitCount,
      (other.set & ~set).nonzeroBitCount
    )
  }
}

/// The known word that another one is a slip of the pen for, where words that are none of ours may
/// stand as well: so it asks for more likeness than ``nearestName(to:in:)``.
///
/// - Returns: `nil` where the word is no slip, and where it is right as it is.
package func intendedWord(_ word: String, in known: some Sequence<String>) -> String? {
  let plain = Array(plainForm(of: word))
  let candidates = known.map { (word: $0, plain: Array(plainForm(of: $0))) }
  if let same = candidates.first(where: { $0.plain == plain }) {
    return same.word == word ? nil : same.word
  }
  // What is too long to be a slip need not be compared.
  guard let first = plain.first, plain.count <= 2 * (candidates.map(\.plain.count).max() ?? 0)
  else { return nil }
  return candidates.map {
    (word: $0.word, plain: $0.plain, slips: slips(from: plain, to: $0.plain))
  }
  // Words that differ at the beginning are mostly other words.
  .filter { $0.plain.prefix(2).contains(first) && $0.slips <= mostSlips($0.plain, plain) }
  .min { ($0.slips, $0.word) < ($1.slips, $1.word) }?.word
}

/// How many slips two words may differ by: a short word is soon another one.
private func mostSlips(_ left: [Character], _ right: [Character]) -> Int {
  switch min(left.count, right.count) {
  case ..<4: 0
  case ..<8: 1
  default: 2
  }
}

/// A word as it is whatever its letters' case and whatever parts its halves.
private func plainForm(of word: String) -> String {
  word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
}

/// How many characters must be inserted, removed, exchanged, or swapped with their neighbours, after
/// V. I. Levenshtein, 1965, and F. J. Damerau, 1964.
///
/// - Parameter limit: where there are more, it does not matter how many.
private func slips<Letter: Equatable>(
  from left: [Letter],
  to right: [Letter],
  atMost limit: Int = .max
) -> Int {
  var least = 0
  let width = right.count + 1
  // Three rows, one behind the other, of which each takes the place of the oldest.
  var rows = Array(0..<width) + Array(repeating: 0, count: 2 * width)
  var (last, beforeLast, current) = (0, width, 2 * width)
  for row in left.indices {
    let leastBefore = least
    least = row + 1
    rows[current] = row + 1
    for column in right.indices {
      var slips = min(
        rows[last + column + 1] + 1,
        rows[current + column] + 1,
        rows[last + column] + (left[row] == right[column] ? 0 : 1)
      )
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        slips = min(slips, rows[beforeLast + column - 1] + 1)
      }
      rows[current + column + 1] = slips
      least = min(least, slips)
    }
    // What comes is no less than the least of two rows.
    if min(least, leastBefore) > limit { return limit + 1 }
    (last, beforeLast, current) = (current, last, beforeLast)
  }
  return rows[last + right.count]
}

/// The known names that are most like many others, each looked for once.
///
/// To go through all names for each that is wrong takes time with the product of both, so where there
/// are many of both only the first are told what may be meant.
public struct NearestNames {
  private let names: [String]
  /// The same, as soon as one is asked for: in most documents no name is wrong.
  private lazy var known = names.map(ComparedName.init)
  private var found: [String: String?] = [:]
  private var comparisonsLeft = 100_000

  /// - Parameter known: what can have been meant.
  public init(_ known: some Sequence<String>) { names = Array(known) }

  /// The known name that is most like a name; `nil` where none is, or too many were looked for.
  public mutating func nearest(to name: String) -> String? {
    if let known = found[name] { return known }
    guard comparisonsLeft > 0 else { return nil }
    comparisonsLeft -= known.count
    let found = Documents.nearest(to: name, in: known)
    self.found[name] = .some(found)
    return found
  }
}
