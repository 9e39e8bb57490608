import ResultStore

/// A page's formulas as they are kept, and those that are not, set.
///
/// 1. A page whose formulas are all as before is one entry.
/// 2. Else each formula that stands for itself may be kept by itself, for any page.
/// 3. What remains goes to the engine, in the page's order.
struct KeptFormulas {
  /// Raised whenever the same formula would be set otherwise, besides what the scripts say.
  private static let version = 1
  /// Stands for the page's own prefix of identifiers.
  private static let anyPrefix = "LECTERN-PAGE-"

  let page: FormulaPage
  let use: StoreUse
  let state: FormulaState
  private let typesetter: Typesetter

  init(_ page: FormulaPage, _ use: StoreUse, _ typesetter: Typesetter) {
    self.page = page
    self.use = use
    self.typesetter = typesetter
    state = FormulaState(page)
  }

  /// One formula that stands for itself.
  struct Entry: Codable {
    var result: FormulaResult
    var glyphs: [String: String]
  }

  func result() throws -> FormulaPageResult {
    if use.isFrozen {
      guard let kept: FormulaPageResult = use.value(for: parts(isForAnyTools: true).key) else {
        throw TypesettingError.notInStore
      }
      return kept
    }
    let parts = parts(isForAnyTools: false)
    if let kept: FormulaPageResult = use.value(for: parts.key) { return kept }
    let keys = page.requests.indices.map(formulaKey)
    let entries = keys.map { key -> Entry? in key.flatMap { use.value(for: $0) } }
    let result = try typesetter.setAnew(page, entries.indices.filter { entries[$0] == nil })
    let complete = merge(entries, into: result)
    keep(complete, under: keys, besides: entries)
    use.keep(complete, for: parts.key, self.parts(isForAnyTools: true).key)
    if let subject = page.subject { use.remember(parts, of: subject) }
    return complete
  }

  private func merge(_ entries: [Entry?], into result: FormulaPageResult) -> FormulaPageResult {
    var merged = result
    var nextNumber = 1
    for (index, entry) in entries.enumerated() {
      guard let entry else {
        nextNumber = merged.results[index].formula?.nextNumber ?? nextNumber
        continue
      }
      merged.results[index] = renamed(entry.result, Self.anyPrefix, page.idPrefix)
      merged.results[index].formula?.nextNumber = nextNumber
      for (id, markup) in entry.glyphs {
        let own = id.replacing(Self.anyPrefix, with: page.idPrefix)
        merged.glyphs[own] = markup.replacing(Self.anyPrefix, with: page.idPrefix)
      }
    }
    return merged
  }

  private func keep(_ page: FormulaPageResult, under keys: [StoreKey?], besides entries: [Entry?]) {
    // What defines a name without looking so would make the others' contexts wrong.
    let isSure = zip(page.results, state.mayDefine).allSatisfy { !$0.defines || $1 }
    guard isSure, !self.page.idPrefix.isEmpty else { return }
    for (index, key) in keys.enumerated() {
      guard let key, entries[index] == nil, let formula = page.results[index].formula else {
        continue
      }
      let glyphs = formula.glyphs.reduce(into: [String: String]()) { glyphs, id in
        guard let markup = page.glyphs[id] else { return }
        let any = id.replacing(self.page.idPrefix, with: Self.anyPrefix)
        glyphs[any] = markup.replacing(self.page.idPrefix, with: Self.anyPrefix)
      }
      let result = renamed(page.results[index], self.page.idPrefix, Self.anyPrefix)
      use.keep(Entry(result: result, glyphs: glyphs), for: key)
    }
  }

  private func renamed(_ result: FormulaResult, _ old: String, _ new: String) -> FormulaResult {
    guard var formula = result.formula else { return result }
    formula.svg = formula.svg.replacing(old, with: new)
    return FormulaResult(formula: formula, problems: result.problems, defines: result.defines)
  }
}

/// Keys.
extension KeptFormulas {
  func parts(isForAnyTools: Bool) -> KeyParts {
    let name = isForAnyTools ? "last formulas" : "formulas"
    var parts = KeyParts(kind: ResultKind(name, version: Self.version))
    if !isForAnyTools { parts.add("engine", typesetter.identity(of: .mathematics)) }
    parts.add("prefix", page.idPrefix)
    parts.add(
      "references",
      texts: page.references.sorted { $0.key < $1.key }.flatMap { [$0, $1.text, $1.address] }
    )
    parts.add("macros", texts: page.macros.map(\.definition))
    for request in page.requests {
      parts.add("formula", texts: [request.tex, "\(request.isDisplay)"])
    }
    parts.add(
      "numbers",
      texts: page.requests.flatMap {
        ["\($0.firstNumber ?? 0)", $0.tag ?? "", $0.label ?? ""]
      }
    )
    return parts
  }

  /// The key of a formula that stands for itself.
  func formulaKey(_ index: Int) -> StoreKey? {
    guard let context = state.contexts[index], !page.idPrefix.isEmpty else { return nil }
    var parts = KeyParts(kind: ResultKind("formula", version: Self.version))
    parts.add("engine", typesetter.identity(of: .mathematics))
    parts.add("definitions", texts: context)
    parts.add("tex", page.requests[index].tex)
    parts.add("style", page.requests[index].isDisplay ? "display" : "inline")
    return parts.key
  }
}
