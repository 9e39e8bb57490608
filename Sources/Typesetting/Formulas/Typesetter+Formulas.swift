extension Typesetter {
  /// Begins a page of formulas.
  ///
  /// - Parameters:
  ///   - idPrefix: begins every identifier within the SVG, and so must differ between pages that are
  ///     put together; letters, digits, `-` and `_`, such as `softmax-`.
  ///   - macros: what the page's formulas know from the beginning.
  ///   - references: labels outside the formulas with the text that `\ref` prints for them; the link
  ///     leads to the element whose identifier is the label.
  /// - Throws: ``TypesettingError``, if MathJax is missing or a macro is wrong.
  public func page(
    idPrefix: String = "",
    macros: [FormulaMacro] = [],
    references: [String: String] = [:]
  ) throws -> FormulaSession {
    try FormulaSession(self, idPrefix: idPrefix, macros: macros, references: references)
  }

  /// Forgets a page.
  func close(_ id: Int) {
    thread.start { engine in _ = try? engine.call("close", "[\(id)]") }
  }

  /// Keeps the memory bounded, whatever the number of formulas.
  func collectGarbage(after formulas: Int) {
    thread.start { $0.collectGarbage(after: formulas) }
  }
}
