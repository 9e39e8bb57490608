import NotebookSyntax

extension LabelTarget {
  /// What it is called by whoever has no text around it: `Equation 2.1`, or its heading.
  /// - Parameters:
  ///   - label: the label that names it.
  ///   - words: the words of the language.
  package func name(of label: String, in words: Words) -> String {
    guard let number else {
      let macros = TeXMacroTable(definitions: page?.definitions ?? [])
      return title.plainText { FormulaText.text(of: $0, macros) }
    }
    let word = isChapter ? words[.chapter] : words.name(of: Label.kind(ofName: label) ?? .equation)
    return "\(word) \(number)"
  }
}
