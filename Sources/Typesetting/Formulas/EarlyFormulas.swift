import ResultStore

/// Formulas of a page that were set before all of the page was known.
public struct EarlyFormulas: Sendable {
  let entry: FormulaEntry
  /// The key of those that do not stand for themselves, together.
  let others: StoreKey
}

extension Typesetter {
  /// Sets the formulas of a page as far as it is known, so that few are left to be set when all of it is,
  /// such as those with results in them.
  ///
  /// - Returns: what ``set(_:after:)`` need not set again; `nil` where it has to set all. What is wrong
  ///   with a formula, and what takes long, is left to it.
  public func setEarly(_ page: FormulaPage) -> EarlyFormulas? {
    // What sets formulas is not asked about where there are none: no page depends on it then.
    guard let store, !store.isFrozen, !page.requests.isEmpty else { return nil }
    return try? KeptFormulas(page, in: store, self).early(within: limits.forEarlyFormulas)
  }
}

extension ScriptLimits {
  /// Nobody may have to wait twice for a formula without an end.
  fileprivate var forEarlyFormulas: ScriptLimits {
    ScriptLimits(time: min(time, 1), memory: memory)
  }
}
