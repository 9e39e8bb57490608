/// The keys of the front matter, and those that look like them.
enum FrontMatterKeys {
  private static let known = [
    "title", "subtitle", "author", "authors", "date", "abstract", "lang", "numbering", "toc",
    "math", "macros", "bibliography", "crossref", "isolated", "swift-version", "swift-flags",
    "env", "inputs", "timeout", "draft", "strict", "images",
  ]

  /// Keys that other programs read in the same front matter, and that differ from ours by a letter.
  private static let others: Set<String> = [
    "data", "image", "path", "paths", "lead", "page", "land", "lane",
  ]

  /// The key of ours that an unknown one was meant to be; `nil` where it is some other program's.
  static func meant(by key: String) -> String? {
    let plain = plainForm(of: key)
    if let same = known.first(where: { plainForm(of: $0) == plain }) { return same }
    guard !others.contains(key.lowercased()), let start = plain.first else { return nil }
    return known.map { (key: $0, slips: slips(from: Array(plain), to: Array(plainForm(of: $0)))) }
      .filter { candidate in
        // A slip at the beginning is rare, and words that differ there are mostly other words.
        let beginning = plainForm(of: candidate.key).prefix(2)
        return beginning.contains(start)
          && candidate.slips <= mostSlips(candidate.key, plain.count)
      }
      .min { ($0.slips, $0.key) < ($1.slips, $1.key) }?.key
  }

  /// How many slips a key may differ by: a short word is soon another one.
  private static func mostSlips(_ key: String, _ length: Int) -> Int {
    switch min(key.count, length) {
    case ..<4: 0
    case ..<8: 1
    default: 2
    }
  }

  /// The key as it is whatever its letters' case and whatever parts its words.
  private static func plainForm(of key: String) -> String {
    key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// How many letters must be inserted, removed, exchanged, or swapped with their neighbours.
  private static func slips(from left: [Character], to right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var least = min(
          rows[row][column + 1] + 1,
          current[column] + 1,
          rows[row][column] + (left[row] == right[column] ? 0 : 1)
        )
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, rows[row - 1][column - 1] + 1)
        }
        current.append(least)
      }
      rows.append(current)
    }
    return rows[left.count][right.count]
  }
}
