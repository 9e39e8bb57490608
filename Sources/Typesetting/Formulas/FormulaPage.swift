import ResultStore

/// All formulas of a page, which are set together.
public struct FormulaPage: Sendable {
  /// Begins every identifier within the SVG; see ``Typesetter/page(idPrefix:references:macros:)``.
  public var idPrefix: String
  /// Labels outside the formulas with the text that `\ref` prints for them.
  public var references: [String: FormulaReference]
  /// What formulas may use from the beginning.
  public var macros: [FormulaMacro]
  /// What stands before each number that is counted, such as `3.`.
  public var numberPrefix: String
  /// The formulas, in their order.
  public var requests: [FormulaRequest]
  /// What it is remembered under why they were set; `nil` for not at all.
  public var subject: Subject?

  /// - Parameters:
  ///   - idPrefix: begins every identifier within the SVG.
  ///   - references: labels outside the formulas.
  ///   - macros: what formulas may use from the beginning.
  ///   - numberPrefix: what stands before each number that is counted.
  ///   - requests: the formulas, in their order.
  ///   - subject: what it is remembered under why they were set.
  public init(
    idPrefix: String,
    references: [String: FormulaReference] = [:],
    macros: [FormulaMacro] = [],
    numberPrefix: String = "",
    requests: [FormulaRequest],
    subject: Subject? = nil
  ) {
    self.idPrefix = idPrefix
    self.references = references
    self.macros = macros
    self.numberPrefix = numberPrefix
    self.requests = requests
    self.subject = subject
  }
}

/// What became of the formulas of a page.
public struct FormulaPageResult: Sendable, Hashable, Codable {
  /// For each macro what is wrong with it, in MathJax's words; `nil` for nothing.
  public internal(set) var macroProblems: [String?]
  /// A result for each request.
  public internal(set) var results: [FormulaResult]
  /// The glyphs of the formulas, by their identifiers.
  var glyphs: [String: String]

  /// The glyphs of the formulas, as one hidden `svg` element that belongs on the page.
  public var definitions: String { FormulaSession.definitions(of: glyphs) }
}

extension FormulaPageResult {
  /// - Parameter glyphs: the glyphs of at least these formulas.
  init(_ macroProblems: [String?], _ results: [FormulaResult], glyphs: [String: String]) {
    let used = Set(results.flatMap { $0.formula?.glyphs ?? [] })
    self.init(
      macroProblems: macroProblems,
      results: results,
      glyphs: glyphs.filter { used.contains($0.key) }
    )
  }
}

extension Typesetter {
  /// Sets all formulas of a page.
  ///
  /// - Parameter early: formulas of it that were set before.
  /// - Throws: ``TypesettingFault``, if nothing can be set; `NotInStore`, if nothing may be.
  public func set(
    _ page: FormulaPage,
    after early: EarlyFormulas? = nil
  ) throws -> FormulaPageResult {
    guard store != nil else { return try setAnew(page, page.requests.indices.map { $0 }) }
    return try KeptFormulas(page, in: store, self).result(after: early)
  }

  /// Sets some formulas of a page by the engine; the results of the others are empty.
  func setAnew(_ page: FormulaPage, _ wanted: [Int]) throws -> FormulaPageResult {
    var all = page.requests.map { _ in FormulaResult(formula: nil, problems: []) }
    // The engine is not started for nothing.
    guard !wanted.isEmpty || !page.macros.isEmpty else {
      return FormulaPageResult(macroProblems: [], results: all, glyphs: [:])
    }
    let set = try setWhole(page, wanted.map { page.requests[$0] })
    for (index, result) in zip(wanted, set.results) { all[index] = result }
    return FormulaPageResult(set.macroProblems, all, glyphs: set.glyphs)
  }

  /// The same, but gives up where one formula breaks off.
  func setOnce(
    _ page: FormulaPage,
    _ wanted: [Int],
    within limits: ScriptLimits
  ) throws -> FormulaPageResult {
    var all = page.requests.map { _ in FormulaResult(formula: nil, problems: []) }
    let session = try FormulaSession(
      self,
      idPrefix: page.idPrefix,
      references: page.references,
      numberPrefix: page.numberPrefix,
      macros: page.macros,
      limits: limits
    )
    let set = try session.set(wanted.map { page.requests[$0] })
    for (index, result) in zip(wanted, set) { all[index] = result }
    return FormulaPageResult(session.macroProblems, all, glyphs: try session.glyphs)
  }
}
