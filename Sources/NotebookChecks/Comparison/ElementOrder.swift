/// The elements of a set or dictionary in the order in which a promise has them.
struct ElementOrder {
  private(set) var texts: [String]
  /// How many of them the promise has.
  private(set) var matched = 0
  var isWhole: Bool { matched == texts.count }

  /// Up to so many elements are tried against each other; of longer collections only equal ones meet.
  private static let most = 100

  /// - Parameters:
  ///   - elements: the elements as they came.
  ///   - parts: what stands between the commas of the promise.
  init(of elements: [String], like parts: [String], _ order: AnyOrder) {
    texts = elements
    guard parts.count == elements.count else {
      matchRuns(parts)
      return
    }
    var partners: [Int?] = Array(repeating: nil, count: parts.count)
    var waiting = Dictionary(grouping: texts.indices) { texts[$0] }.mapValues { $0[...] }
    for (index, part) in parts.enumerated() { partners[index] = waiting[part]?.popFirst() }
    var free = texts.indices.filter(
      Set(texts.indices).subtracting(partners.compactMap { $0 }).contains
    )
    if !free.isEmpty, free.count <= Self.most {
      match(&partners, free, parts, order)
      free.removeAll(where: Set(partners.compactMap { $0 }).contains)
    }
    matched = partners.count { $0 != nil }
    if free.count <= Self.most { matchKeys(&partners, &free, parts) }
    var rest = free[...]
    texts = partners.map { $0 ?? rest.popFirst() }.compactMap { $0.map { texts[$0] } }
  }

  /// Pairs what is not equal and holds all the same, as a rounded number does. One that several
  /// promised ones would hold for goes where most find a partner.
  private mutating func match(
    _ partners: inout [Int?],
    _ free: [Int],
    _ parts: [String],
    _ order: AnyOrder
  ) {
    let comparison = TextComparison(rule: order.rule)
    let waiting = partners.indices.filter { partners[$0] == nil }
    var adapted: [Int: [Int: String]] = [:]
    for part in waiting {
      for element in free {
        let text = order.text(promised: parts[part], actual: texts[element])
        if comparison.difference(promised: parts[part], actual: text) == nil {
          adapted[part, default: [:]][element] = text
        }
      }
    }
    var owners: [Int: Int] = [:]
    func take(_ part: Int, _ seen: inout Set<Int>) -> Bool {
      for element in (adapted[part] ?? [:]).keys.sorted() where seen.insert(element).inserted {
        if let owner = owners[element], !take(owner, &seen) { continue }
        owners[element] = part
        return true
      }
      return false
    }
    for part in waiting {
      var seen: Set<Int> = []
      _ = take(part, &seen)
    }
    for (element, part) in owners {
      partners[part] = element
      texts[element] = adapted[part]?[element] ?? texts[element]
    }
  }

  /// Of a pair that does not hold the key may.
  private func matchKeys(_ partners: inout [Int?], _ free: inout [Int], _ parts: [String]) {
    for index in partners.indices where partners[index] == nil {
      guard let key = CollectionText.key(of: parts[index]),
        let place = free.firstIndex(where: { CollectionText.key(of: texts[$0]) == key })
      else { continue }
      partners[index] = free.remove(at: place)
    }
  }

  /// Finds elements that have commas of their own, each a run of the promise's parts.
  private mutating func matchRuns(_ parts: [String]) {
    var counts: [Int] = []
    var waiting: [String: Int] = [:]
    for text in texts {
      counts.append(CollectionText.partCount(of: text))
      waiting[text, default: 0] += 1
    }
    let lengths = Set(counts).sorted(by: >)
    var found: [String] = []
    var next = 0
    while next < parts.count {
      let runs = lengths.lazy.filter { next + $0 <= parts.count }
        .map { ($0, parts[next..<next + $0].joined(separator: ", ")) }
      guard let (length, text) = runs.first(where: { waiting[$0.1, default: 0] > 0 }) else {
        return
      }
      waiting[text, default: 0] -= 1
      found.append(text)
      next += length
    }
    guard found.count == texts.count else { return }
    texts = found
    matched = found.count
  }
}
