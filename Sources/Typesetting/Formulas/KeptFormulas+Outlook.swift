import ResultStore

extension Typesetter {
  /// What would be done about each formula of a page; nothing is started or written.
  ///
  /// - Returns: `nil` where nothing is kept.
  public func outlooks(on page: FormulaPage) -> [Outlook]? {
    store.map { KeptFormulas(page, in: $0, self).outlooks() }
  }
}

extension KeptFormulas {
  func outlooks() -> [Outlook] {
    let outlook = memo.outlook()
    guard let reason = outlook.reason else {
      return page.requests.map { _ in outlook }
    }
    // Formulas by themselves are kept for the tools that set them.
    if memo.isFrozen { return page.requests.map { _ in outlook } }
    return formulasOfLast.enumerated().map { index, formula in
      Outlook(
        reason: formula.isKnown
          ? nil : self.reason(of: index, standsAlone: formula.key != nil, reason),
        last: outlook.last
      )
    }
  }

  /// Why a formula is set.
  private func reason(
    of index: Int,
    standsAlone: Bool,
    _ reason: Making.Reason
  ) -> Making.Reason {
    guard case .changes(let changes) = reason else { return reason }
    func change(of name: PartName) -> Making.Reason {
      .changes([PartChange(name: name, kind: .changed, place: 0)])
    }
    // By another engine all is set anew. What else seems changed then may only be what it has not told
    // yet, such as the numbers of equations.
    let engine = changes.filter { [.engine, .version, .kind].contains($0.name) }
    guard engine.isEmpty else { return .changes(engine) }
    let formulas = changes.filter { $0.name == .formula }
    if formulas.contains(where: { $0.place == index && $0.kind != .removed }) {
      return change(of: .tex)
    }
    if changes.contains(where: { $0.name == .macros }) { return change(of: .macros) }
    if !standsAlone { return change(of: .otherFormulas) }
    return formulas.contains { $0.place <= index } ? change(of: .definitions) : .isMissing
  }
}
