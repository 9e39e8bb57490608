import NotebookSyntax
import NotebookTranscript

/// What lists of a course say about one notebook, which need not be run.
package struct NotebookSummary: Sendable, Hashable, Codable {
  /// A definition, a theorem or its like.
  package struct Statement: Sendable, Hashable, Codable {
    /// Its name and number, such as `Theorem 3.1`.
    package var name: String
    /// What stands in parentheses behind that; empty for nothing.
    package var title: ListedTitle
    /// The name by which a link finds it.
    package var anchor: String
  }

  /// The page's title without markup.
  package var title: String
  /// The same with code, emphasis and formulas.
  package var listedTitle: ListedTitle
  /// The definitions and theorems, in order.
  package var statements: [Statement]
  /// What is handed out with it, by its place in the course's folder among the pages.
  package var downloads: [String] = []

  /// A notebook of which nothing but its file is known.
  package init(titled path: String) {
    title = TitleBlock.fileName(in: path)
    listedTitle = ListedTitle([.text(title)])
    statements = []
  }

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - chapter: the chapter with whose number all others begin.
  ///   - tex: what knows which TeX defines something.
  package init(_ notebook: Notebook, chapter: Int?, _ tex: any TeXProcessor) {
    let layout = LaidOutNotebook(
      notebook,
      settings: LayoutSettings(chapter: chapter, namesStatements: true)
    )
    let context = TextContext(layout)
    let block = layout.title
    let words = context.plainText(block.title)
    title = words.isEmpty ? TitleBlock.fileName(in: notebook.source.path) : words
    let hasFormulas =
      block.title.holdsFormulas || layout.statements.contains { $0.title.holdsFormulas }
    let definitions = hasFormulas ? TeXDefinitions(layout, by: tex) : nil
    listedTitle =
      words.isEmpty
      ? ListedTitle([.text(title)])
      : ListedTitle(block.title, at: block.headingOffset, in: context, definitions)
    statements = layout.statements.compactMap { place in
      guard let number = layout.theoremNumber(at: place.offset),
        let anchor = layout.statementAnchor(at: place.offset)
      else { return nil }
      return Statement(
        name: layout.words.name(of: place.kind) + Words.noBreakSpace + number,
        title: ListedTitle(place.title, at: place.offset, in: context, definitions),
        anchor: anchor
      )
    }
  }
}

extension LaidOutNotebook {
  fileprivate init(_ notebook: Notebook, settings: LayoutSettings) {
    self.init(notebook, Transcript(), settings, countsEquations: false)
  }
}
