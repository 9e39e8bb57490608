import ResultStore

/// A page's formulas as they are kept, and those that are not, set.
///
/// 1. A page whose formulas are all as before is one entry.
/// 2. Else what the page was last is at hand, and perhaps formulas that were set early. Each of them that
///    stands for itself is taken over.
/// 3. What remains goes to the engine, in the page's order.
struct KeptFormulas {
  private static let formulaKind = ResultKind("formula", version: ResultKind.formulas.version)
  /// The same as ``ResultKind/formulas``, for whatever engine set them last.
  private static let frozenKind = ResultKind(
    "frozen formulas",
    version: ResultKind.formulas.version
  )
  private static let lastKind = ResultKind("last formulas", version: ResultKind.formulas.version)

  let page: FormulaPage
  let use: StoreUse
  private let typesetter: Typesetter
  private let state: FormulaState

  init(_ page: FormulaPage, _ use: StoreUse, _ typesetter: Typesetter) {
    self.page = page
    self.use = use
    self.typesetter = typesetter
    state = FormulaState(page)
  }

  /// - Parameter early: formulas that were set before, besides those of the last page.
  func result(after early: EarlyFormulas? = nil) throws -> FormulaPageResult {
    if use.isFrozen {
      guard let kept else { throw TypesettingError.notInStore }
      return kept.page
    }
    if let kept { return kept.page }
    let keys = page.requests.indices.map(formulaKey)
    // It does not matter from which of them a formula is taken over: it is the same in all.
    let sources =
      [
        early.map { ($0.entry.page, known(keys, from: $0)) },
        last.map { ($0.page, known(keys, from: $0)) },
      ]
      .compactMap { $0 }
    let unknown = keys.indices.filter { place in sources.allSatisfy { $0.1[place] == nil } }
    let complete = try sources.reduce(typesetter.setAnew(page, wanted(for: unknown))) {
      merge($1.1, of: $1.0, into: $0)
    }
    keep(complete, keys)
    return complete
  }

  /// Sets the formulas that are not known.
  /// - Returns: them; `nil` where there is nothing to be set.
  func early(within limits: ScriptLimits) throws -> EarlyFormulas? {
    guard kept == nil else { return nil }
    let keys = page.requests.indices.map(formulaKey)
    let known = known(keys, from: last)
    let unknown = keys.indices.filter { known[$0] == nil }
    guard !unknown.isEmpty else { return nil }
    let set = try typesetter.setOnce(page, unknown, within: limits)
    guard isSure(set) else { return nil }
    return EarlyFormulas(entry: FormulaEntry(set, keys: keys), others: othersKey(keys))
  }

  /// Some formulas, and those before them that may give their names a meaning.
  private func wanted(for unknown: [Int]) -> [Int] {
    guard let last = unknown.last else { return [] }
    let unknown = Set(unknown)
    return page.requests.indices.filter {
      unknown.contains($0) || $0 < last && state.mayDefine[$0]
    }
  }

  /// All formulas of the page as they are kept.
  var kept: FormulaEntry? {
    use.isFrozen ? entry(named: parts(Self.frozenKind).key) : entry(for: parts.key)
  }

  /// What the page was last.
  private var last: FormulaEntry? { entry(named: lastKey) }

  /// The keys of the formulas that stand for themselves, and whether each was there when the page was
  /// last set.
  var formulasOfLast: [(key: StoreKey?, isKnown: Bool)] {
    let keys = page.requests.indices.map(formulaKey)
    return Array(zip(keys, known(keys, from: last).map { $0 != nil }))
  }

  /// For each formula its place among those that the page had last, if it was there.
  private func known(_ keys: [StoreKey?], from last: FormulaEntry?) -> [Int?] {
    var places: [StoreKey: Int] = [:]
    for (place, key) in (last?.keys ?? []).enumerated() {
      if let key, last?.page.results[place].formula != nil { places[key] = place }
    }
    return keys.map { $0.flatMap { places[$0] } }
  }

  /// The same for formulas that were set early. Those that do not stand for themselves depend on one
  /// another, and are there where all of them are the same and right.
  private func known(_ keys: [StoreKey?], from early: EarlyFormulas) -> [Int?] {
    var known = known(keys, from: early.entry)
    let others = keys.indices.filter { keys[$0] == nil }
    let places = early.entry.keys.indices.filter { early.entry.keys[$0] == nil }
    guard early.others == othersKey(keys),
      places.allSatisfy({ early.entry.page.results[$0].formula != nil })
    else { return known }
    for (other, place) in zip(others, places) { known[other] = place }
    return known
  }

  private func merge(
    _ known: [Int?],
    of last: FormulaPageResult,
    into result: FormulaPageResult
  ) -> FormulaPageResult {
    var merged = result
    var nextNumber = 1
    for (index, place) in known.enumerated() {
      if let place, let formula = last.results[place].formula {
        merged.results[index] = last.results[place]
        for id in formula.glyphs { merged.glyphs[id] = last.glyphs[id] }
      }
      // One that stands for itself does not count, whatever has been set before it.
      if state.contexts[index] != nil {
        merged.results[index].formula?.nextNumber = nextNumber
      } else {
        nextNumber = merged.results[index].formula?.nextNumber ?? nextNumber
      }
    }
    return merged
  }

  private func keep(_ result: FormulaPageResult, _ keys: [StoreKey?]) {
    let parts = parts
    FormulaEntry(result, keys: isSure(result) ? keys : keys.map { _ in nil })
      .keep(for: parts.key, in: use)
    use.keep(parts.key, for: self.parts(Self.frozenKind).key, lastKey)
    if let subject = page.subject { use.remember(parts, of: subject) }
  }

  /// Whether nothing defines a name without looking so, which would make the others' contexts wrong.
  private func isSure(_ result: FormulaPageResult) -> Bool {
    zip(result.results, state.mayDefine).allSatisfy { !$0.defines || $1 }
  }

  private func entry(for key: StoreKey) -> FormulaEntry? {
    FormulaEntry(for: key, in: use, formulas: Self.formulaKind)
  }

  /// The entry whose key is kept under another.
  private func entry(named name: StoreKey) -> FormulaEntry? {
    let key: StoreKey? = use.value(for: name)
    return key.flatMap { entry(for: $0) }
  }
}

/// Keys.
extension KeptFormulas {
  /// What determines how the formulas of the page are set.
  var parts: KeyParts { parts(.formulas, typesetter.identity(of: .mathematics)) }

  /// - Parameter engine: what sets them; `nil` for whatever set them last.
  private func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
    var parts = KeyParts(kind: kind)
    if let engine { parts.add(.engine, engine) }
    parts.add(.prefix, page.idPrefix)
    parts.add(
      .references,
      texts: page.references.sorted { $0.key < $1.key }.flatMap {
        [$0, $1.text, $1.page ?? "", $1.address]
      }
    )
    parts.add(.macros, texts: page.macros.map(\.definition))
    for request in page.requests {
      parts.add(.formula, texts: [request.tex, "\(request.isDisplay)"])
    }
    parts.add(
      .numbers,
      texts: page.requests.flatMap {
        ["\($0.firstNumber ?? 0)", $0.tag ?? "", $0.label ?? ""]
      }
    )
    return parts
  }

  /// The key of the formulas that do not stand for themselves.
  private func othersKey(_ keys: [StoreKey?]) -> StoreKey {
    var others = page
    others.requests = keys.indices.filter { keys[$0] == nil }.map { page.requests[$0] }
    return KeptFormulas(others, use, typesetter).parts.key
  }

  /// The key of what the page was last, whatever its formulas are.
  private var lastKey: StoreKey {
    var parts = KeyParts(kind: Self.lastKind)
    parts.add(.engine, typesetter.identity(of: .mathematics))
    parts.add(.prefix, page.idPrefix)
    return parts.key
  }

  /// The key of a formula that stands for itself.
  private func formulaKey(_ index: Int) -> StoreKey? {
    guard let context = state.contexts[index] else { return nil }
    var parts = KeyParts(kind: Self.formulaKind)
    parts.add(.definitions, context)
    parts.add(.tex, page.requests[index].tex)
    parts.add(.style, page.requests[index].isDisplay ? "display" : "inline")
    return parts.key
  }
}
