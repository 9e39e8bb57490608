import NotebookSyntax

/// What came, with its dictionaries and sets in the order of the promise: their own order means nothing.
///
/// A dictionary is known by its pairs, `["a": 1, "b": 2]`, and a set by `Set([…])`, or because the
/// program told that the value is one. The order of an array is kept.
struct AnyOrder {
  let rule: ComparisonRule
  /// Whether the whole text is a set's elements.
  var isSet = false

  /// Up to so many elements are tried against each other; of longer collections only equal ones meet.
  private static let most = 200

  /// - Returns: what came, its elements where the promise has them.
  func text(promised: String, actual: String) -> String {
    let wanted = CollectionText.all(in: promised)
    let shown = CollectionText.all(in: actual)
    let unordered = shown.filter { $0.isUnordered || isSet && $0.range.count == actual.utf8.count }
    guard !unordered.isEmpty, !wanted.isEmpty else { return actual }
    var bytes: [UInt8] = []
    let old = Array(actual.utf8)
    var position = 0
    var next = 0
    for group in unordered where group.range.lowerBound >= position {
      let candidates = wanted[next...].filter { $0.elements.count == group.elements.count }
      let orders = candidates.lazy.map { ($0, order(of: group, like: $0)) }
      let best =
        orders.first { $0.1.isWhole } ?? orders.first { 2 * $0.1.matched >= group.elements.count }
      guard let (model, order) = best else { continue }
      next = (wanted.firstIndex { $0.range.lowerBound > model.range.lowerBound }) ?? wanted.count
      // What stands between the elements stays where it is.
      for (place, text) in zip(group.elementRanges, order.texts) {
        bytes += old[position..<place.lowerBound] + text.utf8
        position = place.upperBound
      }
    }
    return String(decoding: bytes + old[position...], as: UTF8.self)
  }

  private struct Order {
    var texts: [String]
    var matched: Int
    var isWhole: Bool { matched == texts.count }
  }

  private func order(of group: CollectionText, like model: CollectionText) -> Order {
    var partners: [Int?] = Array(repeating: nil, count: model.elements.count)
    var texts = group.elements
    var free = Set(texts.indices)
    let equal = Dictionary(grouping: texts.indices) { texts[$0] }.mapValues { $0[...] }
    var waiting = equal
    for (index, element) in model.elements.enumerated() {
      guard let partner = waiting[element]?.popFirst() else { continue }
      partners[index] = partner
      free.remove(partner)
    }
    let inner = AnyOrder(rule: rule)
    let comparison = TextComparison(rule: rule)
    if free.count <= Self.most {
      for index in partners.indices where partners[index] == nil {
        for other in free.sorted() {
          let adapted = inner.text(promised: model.elements[index], actual: texts[other])
          guard comparison.difference(promised: model.elements[index], actual: adapted) == nil
          else {
            continue
          }
          texts[other] = adapted
          partners[index] = other
          free.remove(other)
          break
        }
      }
    }
    let matched = partners.count { $0 != nil }
    // Of a pair that does not hold the key may.
    for index in partners.indices where partners[index] == nil && free.count <= Self.most {
      guard let key = CollectionText.key(of: model.elements[index]) else { continue }
      let other = free.sorted().first { CollectionText.key(of: texts[$0]) == key }
      guard let other else { continue }
      partners[index] = other
      free.remove(other)
    }
    var rest = free.sorted()[...]
    let order = partners.map { $0 ?? rest.popFirst() }
    return Order(texts: order.compactMap { $0.map { texts[$0] } }, matched: matched)
  }
}
