import NotebookSyntax

extension LabelTarget {
  /// What it is called by whoever has no text around it: `Equation 2.1`, or its heading.
  /// - Parameter label: the label that names it.
  package func name(of label: String) -> String {
    guard let number else { return title.plainText }
    let word = isChapter ? Words.chapter : Words.name(of: Label.kind(ofName: label) ?? .equation)
    return "\(word) \(number)"
  }
}
