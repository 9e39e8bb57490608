import NotebookSyntax

/// What came, with its dictionaries and sets in the order of the promise: their own order means nothing.
/// The order of all else is kept.
struct AnyOrder {
  let rule: ComparisonRule
  let hashed: HashedTexts

  /// With how many collections of the promise one that came is compared.
  private static let reach = 32

  /// - Returns: what came, its elements where the promise has them.
  func text(promised: String, actual: String) -> String {
    guard actual.utf8.contains(UInt8(ascii: "[")) else { return actual }
    let old = Array(actual.utf8)
    let shown = CollectionText.all(in: old)
    guard !shown.isEmpty else { return actual }
    let model = Array(promised.utf8)
    let wanted = CollectionText.all(in: model)
    var bytes: [UInt8] = []
    var position = 0
    var next = 0
    for group in shown where group.range.lowerBound >= position {
      guard let places = hashed.elementRanges(of: group, in: old) else { continue }
      let elements = places.map { String(decoding: old[$0], as: UTF8.self) }
      let candidates = wanted[next...].lazy.filter { $0.parts.count == group.parts.count }
        .prefix(Self.reach)
      let orders = candidates.map { candidate in
        let parts = candidate.parts.map { String(decoding: model[$0], as: UTF8.self) }
        return (candidate, ElementOrder(of: elements, like: parts, self))
      }
      let best =
        orders.first { $0.1.isWhole } ?? orders.first { 2 * $0.1.matched >= elements.count }
      guard let (candidate, order) = best else { continue }
      next = wanted.firstIndex { $0.range.lowerBound >= candidate.range.upperBound } ?? wanted.count
      // What stands between the elements stays where it is.
      for (place, text) in zip(places, order.texts) {
        bytes += old[position..<place.lowerBound] + text.utf8
        position = place.upperBound
      }
    }
    return String(decoding: bytes + old[position...], as: UTF8.self)
  }
}
