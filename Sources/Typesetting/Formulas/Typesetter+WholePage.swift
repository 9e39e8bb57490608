extension Typesetter {
  /// Sets the formulas of a page by the engine.
  func setWhole(_ page: FormulaPage, _ requests: [FormulaRequest]) throws -> FormulaPageResult {
    var glyphs: [String: String] = [:]
    let set = try withSoundFormulas(of: page, requests) { session, requests, portion in
      let results = try session.set(requests, inPortionsOf: portion)
      glyphs = try session.glyphs
      return results
    } spoilt: { message in
      let problem = FormulaFault(
        message: message,
        identifier: "GivenUp",
        offset: 0,
        unknownLabel: nil
      )
      return FormulaResult(formula: nil, problems: [problem])
    }
    return FormulaPageResult(
      macroProblems: set.macroProblems,
      results: set.results,
      glyphs: glyphs
    )
  }

  /// Does something with the formulas of a page by the engine, whatever they are: one at which it breaks
  /// off is spoilt, the engine is ended, and another works on all the others.
  ///
  /// - Parameters:
  ///   - work: what is done with the sound ones, and with how many at once.
  ///   - spoilt: what comes of one at which the engine breaks off, and why it did.
  func withSoundFormulas<Result>(
    of page: FormulaPage,
    _ requests: [FormulaRequest],
    _ work: (FormulaSession, [FormulaRequest], _ portion: Int) throws -> [Result],
    spoilt result: (_ reason: String) -> Result
  ) throws -> (macroProblems: [String?], results: [Result]) {
    var spoilt = SpoiltFormulas(macros: page.macros.count, formulas: requests.count)
    while true {
      do {
        let session = try FormulaSession(
          self,
          idPrefix: page.idPrefix,
          references: page.references,
          numberPrefix: page.numberPrefix,
          macros: spoilt.macros.sound.map { page.macros[$0] },
          limits: spoilt.reduced(limits)
        )
        let results = try work(session, spoilt.formulas.sound.map { requests[$0] }, spoilt.portion)
        return (
          spoilt.macros.merged(session.macroProblems) { $0 },
          spoilt.formulas.merged(results, result)
        )
      } catch let error as ScriptFault {
        if error.end == .cancellation { throw CancellationError() }
        guard spoilt.add(error) else {
          throw TypesettingFault.scriptFailed(message: error.description)
        }
      }
    }
  }
}

/// The formulas and macros of a page at which an engine has broken off.
private struct SpoiltFormulas {
  /// What is spoilt among several things, with the reasons.
  struct Places {
    private var reasons: [String?]

    init(_ count: Int) { reasons = Array(repeating: nil, count: count) }

    var sound: [Int] { reasons.indices.filter { reasons[$0] == nil } }
    var count: Int { reasons.count { $0 != nil } }

    /// - Parameter number: a place among those that are sound.
    /// - Returns: whether there is such a place.
    mutating func add(_ reason: String, at number: Int) -> Bool {
      let sound = sound
      guard sound.indices.contains(number) else { return false }
      reasons[sound[number]] = reason
      return true
    }

    /// The results of those that are sound, with one for each of the others among them.
    func merged<Value>(_ values: [Value], _ spoilt: (String) -> Value) -> [Value] {
      var values = values[...]
      return reasons.compactMap { $0.map(spoilt) ?? values.popFirst() }
    }
  }

  private(set) var macros: Places
  private(set) var formulas: Places
  private(set) var portion = FormulaSession.portion

  init(macros: Int, formulas: Int) {
    self.macros = Places(macros)
    self.formulas = Places(formulas)
  }

  /// - Returns: `false` where it is not known what has spoilt the engine.
  mutating func add(_ error: ScriptFault) -> Bool {
    if error.isUnreadable {
      guard portion > 1 else { return false }
      portion = 1
      return true
    }
    guard let progress = error.progress else { return false }
    let reason = error.reason(ofSetting: "setting it", by: "MathJax")
    return progress < 0
      ? macros.add(reason, at: -1 - progress) : formulas.add(reason, at: progress)
  }

  /// With each formula that takes too long the next may take less, so that a page of them has an end.
  func reduced(_ limits: ScriptLimits) -> ScriptLimits {
    var limits = limits
    limits.time = max(limits.time / Double(1 + formulas.count), min(limits.time, 2))
    return limits
  }
}
