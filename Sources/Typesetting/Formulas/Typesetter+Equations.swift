import ResultStore

extension Typesetter {
  /// What the formulas of a page have to do with numbers and labels, by MathJax itself: no reader of
  /// TeX but MathJax knows what macros and environments come to.
  ///
  /// The engine is not started for formulas in which nothing is named that could count.
  ///
  /// - Parameters:
  ///   - page: the formulas, in the order in which they are set; their numbers and tags do not count.
  ///   - isWaiting: whether to wait for the engine where the answer is not kept.
  /// - Returns: the tags of each formula; `nil` where they are not kept and nobody waits.
  /// - Throws: ``TypesettingFault``, if nothing can be set; `NotInStore`, if nothing may be.
  public func tags(of page: FormulaPage, isWaiting: Bool = true) throws -> [EquationTags]? {
    let wanted = FormulaState(page).deciding
    var all = page.requests.map { _ in EquationTags.none }
    guard wanted.contains(where: { page.requests[$0].isDisplay }) else { return all }
    guard let found = try tags(wanted, page, isWaiting) else { return nil }
    for (index, tags) in zip(wanted, found) where page.requests[index].isDisplay {
      all[index] = tags
    }
    return all
  }

  private func tags(_ wanted: [Int], _ page: FormulaPage, _ isWaiting: Bool) throws
    -> [EquationTags]?
  {
    let requests = wanted.map {
      FormulaRequest(page.requests[$0].tex, isDisplay: page.requests[$0].isDisplay)
    }
    let memo = memo(page, requests)
    return isWaiting ? try memo.result { try count(page, requests) } : memo.found()
  }

  private func count(_ page: FormulaPage, _ requests: [FormulaRequest]) throws -> [EquationTags] {
    try withSoundFormulas(of: page, requests) { session, requests, _ in
      try session.tags(of: requests)
    } spoilt: { _ in
      .none
    }.results
  }

  private func memo(_ page: FormulaPage, _ requests: [FormulaRequest]) -> Memo<[EquationTags]> {
    let kind = ResultKind("equation tags", version: 2)
    let count = requests.count
    @Sendable func parts(_ kind: ResultKind, _ engine: StoreKey? = nil) -> KeyParts {
      var parts = KeyParts(kind: kind)
      if let engine { parts.add(.engine, engine) }
      parts.add(.macros, texts: page.macros.map(\.definition))
      parts.add(.formulas, texts: requests.flatMap { [$0.tex, "\($0.isDisplay)"] })
      return parts
    }
    return Memo(
      kind,
      in: store,
      .json.only { $0.count == count },
      parts: { parts(kind, self.identity(of: .mathematics)) },
      withoutTools: { parts(kind.withoutTools) }
    )
  }
}
