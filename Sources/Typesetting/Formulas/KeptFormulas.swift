import ResultStore

/// A page's formulas as they are kept, and those that are not, set.
///
/// 1. A page whose formulas are all as before is one entry.
/// 2. Else what the page was last is at hand, and perhaps formulas that were set early. Each of them that
///    stands for itself is taken over.
/// 3. What remains goes to the engine, in the page's order.
struct KeptFormulas {
  private static let lastKind = ResultKind("last formulas", version: ResultKind.formulas.version)

  let page: FormulaPage
  /// All formulas of the page as they are kept, and what the page was last.
  let memo: Memo<FormulaEntry>
  private let typesetter: Typesetter
  private let state: FormulaState

  init(_ page: FormulaPage, in use: StoreUse?, _ typesetter: Typesetter) {
    self.page = page
    self.typesetter = typesetter
    state = FormulaState(page)
    memo = Memo(
      .formulas,
      in: use,
      FormulaEntry.coding,
      of: page.subject,
      parts: { page.parts(.formulas, typesetter.identity(of: .mathematics)) },
      withoutTools: { page.parts(ResultKind.formulas.withoutTools) },
      last: {
        var parts = KeyParts(kind: Self.lastKind)
        parts.add(.engine, typesetter.identity(of: .mathematics))
        parts.add(.prefix, page.idPrefix)
        return parts
      }
    )
  }

  /// - Parameter early: formulas that were set before, besides those of the last page.
  func result(after early: EarlyFormulas? = nil) throws -> FormulaPageResult {
    try memo.result { try entry(after: early) }.page
  }

  /// The page's formulas, of which those that are known are not set anew.
  private func entry(after early: EarlyFormulas?) throws -> FormulaEntry {
    let keys = page.requests.indices.map(formulaKey)
    // It does not matter from which of them a formula is taken over: it is the same in all.
    let sources =
      [
        early.map { ($0.entry.page, known(keys, from: $0)) },
        memo.lastResult().map { ($0.page, known(keys, from: $0)) },
      ]
      .compactMap { $0 }
    let unknown = keys.indices.filter { place in sources.allSatisfy { $0.1[place] == nil } }
    let result = try sources.reduce(typesetter.setAnew(page, wanted(for: unknown))) {
      merge($1.1, of: $1.0, into: $0)
    }
    return FormulaEntry(result, keys: isSure(result) ? keys : keys.map { _ in nil })
  }

  /// Sets the formulas that are not known.
  /// - Returns: them; `nil` where there is nothing to be set.
  func early(within limits: ScriptLimits) throws -> EarlyFormulas? {
    guard memo.found() == nil else { return nil }
    let keys = page.requests.indices.map(formulaKey)
    let known = known(keys, from: memo.lastResult())
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

  /// The keys of the formulas that stand for themselves, and whether each was there when the page was
  /// last set.
  var formulasOfLast: [(key: StoreKey?, isKnown: Bool)] {
    let keys = page.requests.indices.map(formulaKey)
    return Array(zip(keys, known(keys, from: memo.lastResult()).map { $0 != nil }))
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

  /// Whether nothing defines a name without looking so, which would make the others' contexts wrong.
  private func isSure(_ result: FormulaPageResult) -> Bool {
    zip(result.results, state.mayDefine).allSatisfy { !$0.defines || $1 }
  }

  /// The key of the formulas that do not stand for themselves.
  private func othersKey(_ keys: [StoreKey?]) -> StoreKey {
    var others = page
    others.requests = keys.indices.filter { keys[$0] == nil }.map { page.requests[$0] }
    return others.parts(.formulas, typesetter.identity(of: .mathematics)).key
  }

  /// The key of a formula that stands for itself.
  private func formulaKey(_ index: Int) -> StoreKey? {
    guard let context = state.contexts[index] else { return nil }
    var parts = KeyParts(kind: FormulaEntry.formulaKind)
    parts.add(.definitions, context)
    parts.add(.tex, page.requests[index].tex)
    parts.add(.style, page.requests[index].isDisplay ? "display" : "inline")
    return parts.key
  }
}

extension FormulaPage {
  /// What determines how its formulas are set.
  /// - Parameter engine: what sets them; `nil` for whatever set them last.
  fileprivate func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
    var parts = KeyParts(kind: kind)
    if let engine { parts.add(.engine, engine) }
    parts.add(.prefix, idPrefix)
    parts.add(
      .references,
      texts: references.sorted { $0.key < $1.key }.flatMap {
        [$0, $1.text, $1.page ?? "", $1.address]
      }
    )
    parts.add(.macros, texts: macros.map(\.definition))
    if !numberPrefix.isEmpty { parts.add(.chapter, numberPrefix) }
    for request in requests {
      parts.add(.formula, texts: [request.tex, "\(request.isDisplay)"])
    }
    parts.add(
      .numbers,
      texts: requests.flatMap {
        ["\($0.firstNumber ?? 0)", $0.tag ?? "", $0.label ?? ""]
      }
    )
    return parts
  }
}
