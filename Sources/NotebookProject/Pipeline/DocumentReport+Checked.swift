import Documents
import NotebookChecks
import NotebookSyntax

extension DocumentReport {
  /// - Parameters:
  ///   - checked: the document in each of its variants, and the notebooks that it quotes. What several of them say is
  ///     said once.
  ///   - source: the document's text.
  ///   - isStrict: whether each warning is a failure, whatever the document says.
  init(on checked: [CheckedDocument], of source: SourceText, isStrict: Bool) {
    self.init(
      path: source.path,
      source: source,
      promises: Self.unique(checked.flatMap(\.promises)),
      unchecked: checked.reduce(into: []) { $0.formUnion($1.unchecked) },
      findings: Self.unique(checked.flatMap(\.findings), by: \.promise),
      diagnostics: Self.unique(checked.flatMap { $0.run.parsed.diagnostics + $0.diagnostics }),
      cellsRun: checked.reduce(0) { $0 + $1.run.cellsRun },
      isStrict: isStrict || checked.contains { $0.notebook.frontMatter.isStrict == true }
    )
    exemptCells = Self.unique(checked.flatMap(\.exemptCells), by: \.code)
    cells = checked.flatMap(\.cells).ofAllVariants
    isEmpty = checked.allSatisfy {
      $0.notebook.pieces.isEmpty && $0.notebook.outputs.isEmpty && $0.promises.isEmpty
    }
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    unique(elements, by: \.self)
  }

  private static func unique<Element, Key: Hashable>(
    _ elements: [Element],
    by key: (Element) -> Key
  ) -> [Element] {
    var seen: Set<Key> = []
    return elements.filter { seen.insert(key($0)).inserted }
  }
}
