import ResultStore

/// All formulas of a page, which are set together.
public struct FormulaPage: Sendable {
  /// Begins every identifier within the SVG; see ``Typesetter/page(idPrefix:references:macros:)``.
  public var idPrefix: String
  /// Labels outside the formulas with the text that `\ref` prints for them.
  public var references: [String: FormulaReference]
  /// What formulas may use from the beginning.
  public var macros: [FormulaMacro]
  /// The formulas, in their order.
  public var requests: [FormulaRequest]
  /// What it is remembered under why they were set; `nil` for not at all.
  public var subject: Subject?

  /// - Parameters:
  ///   - idPrefix: begins every identifier within the SVG.
  ///   - references: labels outside the formulas.
  ///   - macros: what formulas may use from the beginning.
  ///   - requests: the formulas, in their order.
  ///   - subject: what it is remembered under why they were set.
  public init(
    idPrefix: String,
    references: [String: FormulaReference] = [:],
    macros: [FormulaMacro] = [],
    requests: [FormulaRequest],
    subject: Subject? = nil
  ) {
    self.idPrefix = idPrefix
    self.references = references
    self.macros = macros
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

extension Typesetter {
  /// Sets all formulas of a page.
  ///
  /// - Throws: ``TypesettingError``, if nothing can be set.
  public func set(_ page: FormulaPage) throws -> FormulaPageResult {
    guard let store else { return try setAnew(page, page.requests.indices.map { $0 }) }
    return try KeptFormulas(page, store, self).result()
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
    let used = Set(all.flatMap { $0.formula?.glyphs ?? [] })
    return FormulaPageResult(
      macroProblems: set.macroProblems,
      results: all,
      glyphs: set.glyphs.filter { used.contains($0.key) }
    )
  }
}
