import NotebookLayout
import Typesetting

extension LaidOutNotebook {
  /// The labels that formulas may refer to, besides those that MathJax defines itself.
  var formulaReferences: [String: FormulaReference] {
    var references: [String: FormulaReference] = [:]
    for (name, number) in numbers where !equations.texLabels.contains(name) {
      references[name] = FormulaReference(text: number, address: "#" + name)
    }
    // What is the notebook's own is not looked for in others, which are read for it.
    for name in Set(notebook.referencedLabels.lazy.map(\.name))
    where references[name] == nil && !isOwn(name) {
      guard let target = targetElsewhere(named: name), let number = target.number,
        let address = target.address
      else { continue }
      references[name] = FormulaReference(
        text: number,
        page: target.page.flatMap { $0.isNamedByNumber ? nil : "$" + $0.tex(in: words) + "$" },
        address: address
      )
    }
    if let chapter, let label = title.label {
      references[label] = FormulaReference(text: String(chapter), address: "#" + label)
    }
    for section in outline.sections {
      guard let label = section.label, let number = section.number else { continue }
      references[label] = FormulaReference(text: number, address: "#" + label)
    }
    return references
  }

  /// Whether a label is the notebook's, and has no number that the page gives.
  private func isOwn(_ name: String) -> Bool {
    name == title.label || equations.texLabels.contains(name)
      || outline.section(named: name) != nil
  }
}
