extension Typesetter {
  /// Begins a page of formulas.
  ///
  /// - Parameters:
  ///   - idPrefix: begins every identifier within the SVG, and so must differ between pages that are
  ///     put together; letters, digits, `-` and `_`, such as `softmax-`.
  ///   - references: labels outside the formulas with the text that `\ref` prints for them; the link
  ///     leads to the element whose identifier is the label.
  ///   - macros: what its formulas may use from the beginning.
  /// - Throws: ``TypesettingFault``, if MathJax is missing.
  public func page(
    idPrefix: String = "",
    references: [String: FormulaReference] = [:],
    macros: [FormulaMacro] = []
  ) throws -> FormulaSession {
    try FormulaSession(
      self,
      idPrefix: idPrefix,
      references: references,
      macros: macros,
      limits: limits
    )
  }
}
