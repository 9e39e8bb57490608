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
    let making = page.subject.flatMap { use.making(of: $0, .formulas) }
    if kept != nil {
      let formulas = page.requests.map { _ in FormulaOutlook.kept }
      return FormulaPageOutlook(outlook: .kept, last: making, formulas: formulas)
    }
    let reason = use.reads ? Making.Reason(making: parts, since: making) : .isAskedFor
    // Formulas by themselves are kept for the tools that set them.
    let formulas =
      use.isFrozen
      ? page.requests.map { _ in FormulaOutlook.toBeSet(.making(reason)) }
      : formulasOfLast.enumerated().map { index, formula in
        formula.isKnown
          ? .kept : .toBeSet(self.reason(of: index, standsAlone: formula.key != nil, reason))
      }
    return FormulaPageOutlook(outlook: .toBeMade(reason), last: making, formulas: formulas)
  }

  /// Why a formula is set.
  private func reason(
    of index: Int,
    standsAlone: Bool,
    _ reason: Making.Reason
  ) -> FormulaOutlook.Reason {
    guard case .changes(let changes) = reason else { return .making(reason) }
    // By another engine all is set anew. What else seems changed then may only be what it has not told
    // yet, such as the numbers of equations.
    let engine = changes.filter { [.engine, .version, .kind].contains($0.name) }
    guard engine.isEmpty else { return .making(.changes(engine)) }
    let formulas = changes.filter { $0.name == .formula }
    if formulas.contains(where: { $0.place == index && $0.kind != .removed }) { return .text }
    if changes.contains(where: { $0.name == .macros }) { return .macros }
    if !standsAlone { return .page }
    return formulas.contains { $0.place <= index } ? .definitions : .making(.isMissing)
  }
}
