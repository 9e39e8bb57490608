/// The known name that is most like a name, for `did you mean …`.
///
/// - Parameters:
///   - name: what was written.
///   - known: what could have been meant.
/// - Returns: `nil` where nothing is alike enough to be worth saying.
public func nearestName(to name: String, in known: some Sequence<String>) -> String? {
  let limit = max(2, name.count / 3)
  return known.map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// How many characters must be inserted, removed or exchanged, after V. I. Levenshtein, 1965.
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var previous = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      current.append(
        min(
          previous[column + 1] + 1,
          current[column] + 1,
          previous[column] + (character == other ? 0 : 1)
        )
      )
    }
    previous = current
  }
  return previous[right.count]
}
