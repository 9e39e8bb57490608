import Foundation
import NotebookSyntax
import Typesetting

/// What all formulas of a page know from the beginning.
struct FormulaSettings {
  /// The macros of the front matter.
  var macros: [FrontMatter.Macro]
  /// The labels that `\ref` and `\eqref` may name besides those that MathJax numbers itself.
  var references: [String: FormulaReference]
  /// What stands before each number that MathJax counts.
  var numberPrefix = ""

  var formulaMacros: [FormulaMacro] { macros.map(FormulaMacro.init) }

  /// The same for the browser's MathJax; `nil` where there is nothing to be known.
  var scriptNode: HTMLNode? {
    guard !macros.isEmpty || !references.isEmpty || !numberPrefix.isEmpty else { return nil }
    let settings = Settings(
      macros: Dictionary(
        formulaMacros.map { ($0.name, BrowserMacro(macro: $0)) },
        uniquingKeysWith: { $1 }
      ),
      references: references,
      numberPrefix: numberPrefix.isEmpty ? nil : numberPrefix
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(settings) else { return nil }
    return .element(
      "script",
      [HTMLAttribute("type", "application/json"), .id("formula-settings")],
      [.raw(ScriptData.safe(String(decoding: json, as: UTF8.self)))]
    )
  }

  private struct Settings: Encodable {
    var macros: [String: BrowserMacro]
    var references: [String: FormulaReference]
    var numberPrefix: String?
  }

  /// `[body, argumentCount, default]`, as MathJax takes it.
  private struct BrowserMacro: Encodable {
    var macro: FormulaMacro

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(macro.body)
      try container.encode(macro.argumentCount)
      if let value = macro.defaultArgument { try container.encode(value) }
    }
  }
}
