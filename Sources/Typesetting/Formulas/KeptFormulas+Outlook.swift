import ResultStore

/// What setting the formulas of a page now would do.
public struct FormulaPageOutlook: Sendable {
  /// Whether the page's formulas would be taken together, as they are kept.
  public let outlook: Outlook
  /// How they were last set.
  public let last: Making?
  /// What would be done with each formula.
  public let formulas: [FormulaOutlook]
}

/// Whether a formula would be taken as it is kept, and if not, why.
public enum FormulaOutlook: Hashable, Sendable {
  case kept
  case toBeSet(Reason)

  /// Why a formula would be set.
  public enum Reason: Hashable, Sendable {
    /// It is new, or says something else.
    case text
    /// The macros that it may use have changed.
    case macros
    /// What formulas before it define has changed.
    case definitions
    /// It counts, refers or defines, so that it is set whenever something changes in the page's
    /// formulas.
    case page
    /// What holds for all formulas.
    case making(Making.Reason)
  }
}

extension Typesetter {
  /// What setting the formulas of a page now would do; nothing is started or written.
  ///
  /// - Returns: `nil` where nothing is kept.
  public func outlook(on page: FormulaPage) -> FormulaPageOutlook? {
    store.map { KeptFormulas(page, $0, self).outlook() }
  }
}

extension KeptFormulas {
  func outlook() -> FormulaPageOutlook {
    let parts = parts(isForAnyTools: false)
    let last = page.subject.flatMap { use.making(of: $0) }
    let key = use.isFrozen ? self.parts(isForAnyTools: true).key : parts.key
    let kept: FormulaPageResult? = use.value(for: key)
    if kept != nil {
      let formulas = page.requests.map { _ in FormulaOutlook.kept }
      return FormulaPageOutlook(outlook: .kept, last: last, formulas: formulas)
    }
    let reason = use.reads ? Making.Reason(making: parts, since: last) : .isAskedFor
    return FormulaPageOutlook(
      outlook: .toBeMade(reason),
      last: last,
      formulas: page.requests.indices.map { outlook(of: $0, making: reason) }
    )
  }

  private func outlook(of index: Int, making reason: Making.Reason) -> FormulaOutlook {
    // Formulas by themselves are kept for the tools that set them.
    if use.isFrozen { return .toBeSet(.making(reason)) }
    let key = formulaKey(index)
    if let key, let _: Entry = use.value(for: key) { return .kept }
    guard case .changes(let changes) = reason,
      !changes.contains(where: { ["engine", "version", "kind"].contains($0.name) })
    else { return .toBeSet(.making(reason)) }
    let formulas = changes.filter { $0.name == "formula" }
    if formulas.contains(where: { $0.place == index && $0.kind != .removed }) {
      return .toBeSet(.text)
    }
    if changes.contains(where: { $0.name == "macros" }) { return .toBeSet(.macros) }
    if key == nil { return .toBeSet(.page) }
    return .toBeSet(
      formulas.contains { $0.place <= index } ? .definitions : .making(.isMissing)
    )
  }
}
