import NotebookSyntax
import Typesetting

/// Has the equations of a page counted. How many numbers each takes is MathJax's word.
struct EquationCount {
  /// Whether the engine may be started to know about numbers.
  enum Wait {
    case forEngine
    /// What is kept is enough.
    case forNothing
  }

  /// `nil` where nobody can be asked: each formula with a label has a number then.
  var typesetter: Typesetter?
  /// The macros of the front matter.
  var macros: [FrontMatter.Macro]
  var wait = Wait.forEngine

  /// The numbers of a page's equations; `nil` where MathJax may count by itself, as nothing refers to a
  /// number and the formulas are set in the order of the page, or where the numbers are not known.
  ///
  /// - Parameter formulas: the formulas of the page, in its order.
  func numbers(of formulas: [ShownFormula]) throws -> EquationNumbers? {
    let order = SettingOrder(formulas.map(\.place))
    let displays = formulas.indices.filter { formulas[$0].style == .display }
    guard !displays.isEmpty,
      order.isInDisorder || displays.contains(where: { formulas[$0].hasLabel })
    else { return nil }
    let shown = displays.map { formulas[$0] }
    guard let typesetter else {
      return EquationNumbers(shown, tags: shown.map { _ in EquationTags.none })
    }
    let page = FormulaPage(
      idPrefix: "",
      macros: FormulaSettings(macros: macros, references: [:]).formulaMacros,
      requests: order.indices.map { index in
        FormulaRequest(formulas[index].tex.text, isDisplay: formulas[index].style == .display)
      }
    )
    guard let tags = try typesetter.tags(of: page, isWaiting: wait == .forEngine) else {
      return nil
    }
    let byFormula = Dictionary(uniqueKeysWithValues: zip(order.indices, tags))
    return EquationNumbers(shown, tags: displays.map { byFormula[$0] ?? EquationTags.none })
  }
}

extension BodyContext {
  /// Gives equations their numbers, if any is asked for.
  ///
  /// - Returns: why they are not known, if they are not.
  mutating func count(
    _ formulas: [ShownFormula],
    by count: EquationCount
  ) -> (any Error)? {
    equations = EquationNumbers()
    do {
      equations = try count.numbers(of: formulas) ?? EquationNumbers()
      return nil
    } catch {
      return error
    }
  }
}
