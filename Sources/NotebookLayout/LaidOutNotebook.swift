import Bibliography
import Documents
import NotebookSyntax
import NotebookTranscript

/// A notebook with all that a page of it says beyond its own words, in whatever format: numbers, names
/// for links, what references and citations say, what cells have shown.
///
/// 1. ``Typography`` gives its text the signs of its language.
/// 2. A ``Survey`` finds headings, theorems, `output` fences and hidden cells.
/// 3. ``Outline`` and ``Numbering`` give headings their names, and what has a caption its number.
/// 4. ``FormulaSurvey`` finds the formulas in the order of the page, and a ``TeXProcessor`` says how many
///    numbers each takes (``EquationNumbers``).
/// 5. A ``TextContext`` tells what a reference, a citation, a value or a formula says where it stands.
///
/// Blocks and running text stay as the notebook has them: a writer of a format goes through them, and asks.
package struct LaidOutNotebook: Sendable {
  /// The notebook, with the typographic signs of its language.
  package let notebook: Notebook
  /// The words that the page adds, in its language.
  package let words: Words
  let transcript: Transcript
  /// The notebook's title.
  package let title: TitleBlock
  /// The headings.
  package let outline: Outline
  private let numbering: Numbering
  private let survey: Survey
  /// The names of theorems and their like, by their places in the source.
  private let statementAnchors: [Int: String]
  /// The macros that its formulas may use.
  let macros: TeXMacroTable
  /// What the notebook cites.
  package let references: ReferenceList
  /// The formulas that the page shows, in its order.
  package private(set) var formulas: [ShownFormula] = []
  /// The numbers of equations.
  package private(set) var equations = EquationNumbers()
  /// Why the numbers of equations are not known.
  package private(set) var fault: (any Error)?
  private let settings: LayoutSettings
  private let citations: [String: SourceRange]

  /// - Parameters:
  ///   - source: the notebook, as it was read.
  ///   - transcript: what its cells and values showed.
  ///   - settings: what it is laid out with.
  ///   - countsEquations: whether numbers of equations are wanted.
  package init(
    _ source: Notebook,
    _ transcript: Transcript = Transcript(),
    _ settings: LayoutSettings = LayoutSettings(),
    countsEquations: Bool = true
  ) {
    let typography = Typography(source.frontMatter)
    notebook = typography.set(source)
    words = Words(in: notebook.frontMatter.language)
    macros = TeXMacroTable(of: notebook)
    self.transcript = transcript
    self.settings = settings
    // Names for links come from what the author wrote.
    title = TitleBlock(source, typography)
    survey = Survey(source, typography)
    let items = notebook.citations.flatMap(\.items)
    citations = Dictionary(
      items.map { ($0.key, $0.range) },
      uniquingKeysWith: { first, _ in first }
    )
    references = settings.bibliography.references(citing: items.map(\.key))
    let headingOffset = title.headingOffset
    outline = Outline(
      survey.headings.filter { $0.offset != headingOffset },
      isNumbered: notebook.frontMatter.numbersSections ?? (settings.chapter != nil),
      numberPrefix: settings.numberPrefix,
      addsReferences: !references.entries.isEmpty && !survey.endsWithHeading,
      taken: Self.namesBesideHeadings(notebook, title, references),
      words: words
    )
    numbering = Numbering(
      labels: notebook.labels,
      theorems: survey.theorems,
      prefix: settings.numberPrefix
    )
    statementAnchors = Self.statementAnchors(survey, numbering, settings)
    if countsEquations { count(FormulaSurvey.page(self)) }
  }

  /// The names of what is no heading.
  private static func namesBesideHeadings(
    _ notebook: Notebook,
    _ title: TitleBlock,
    _ references: ReferenceList
  ) -> Set<String> {
    var taken: Set = ["content", "contents-heading", title.anchor]
    taken.formUnion(notebook.labels.lazy.map(\.name))
    for footnote in notebook.footnotes {
      taken.insert(FootnoteAnchor.note(footnote.number))
      for occurrence in 0..<max(footnote.referenceCount, 1) {
        taken.insert(FootnoteAnchor.reference(footnote.number, occurrence: occurrence + 1))
      }
    }
    return taken.union(references.entries.lazy.map { ReferenceAnchor.entry($0.key) })
  }

  /// Labels, and names with a dot, which neither labels of other kinds nor headings have.
  private static func statementAnchors(
    _ survey: Survey,
    _ numbering: Numbering,
    _ settings: LayoutSettings
  ) -> [Int: String] {
    survey.theorems.reduce(into: [:]) { anchors, place in
      if let label = place.label {
        anchors[place.offset] = label.name
      } else if settings.namesStatements, let number = numbering.theorems[place.offset] {
        anchors[place.offset] = "\(place.kind.rawValue).\(number)"
      }
    }
  }

  /// Gives equations other numbers, where a page shows other formulas than were found.
  ///
  /// - Parameter formulas: the formulas that the page shows, in its order.
  /// - Returns: whether anything on the page has to do with numbers.
  package mutating func recount(_ formulas: [ShownFormula]) -> Bool {
    let before = equations
    count(formulas)
    return !before.isEmpty || !equations.isEmpty
  }

  private mutating func count(_ formulas: [ShownFormula]) {
    self.formulas = formulas
    equations = EquationNumbers()
    fault = nil
    do {
      equations =
        try EquationNumbers(
          of: formulas,
          macros: notebook.frontMatter.macros,
          by: settings.tex,
          prefix: settings.numberPrefix
        ) ?? EquationNumbers()
    } catch {
      fault = error
    }
  }

  /// What is found wrong with labels and citations.
  package var diagnostics: [Diagnostic] {
    ReferenceCheck(self, settings.bibliography).diagnostics + (languageNote.map { [$0] } ?? [])
  }

  /// Tells that the page's own words are in another language than its text.
  private var languageNote: Diagnostic? {
    let language = notebook.frontMatter.language
    guard !Words.isKnown(language) else { return nil }
    guard LanguageTag(language).isLanguage else {
      let near = LanguageTag.nearest(to: language, in: Words.languages)
      return Diagnostic(
        .warning,
        .foreignWords,
        "'lang' is '\(language)', and no language has this tag",
        help: near.map { "did you mean '\($0)'?" } ?? "write a tag such as 'de' or 'pt-BR'",
        path: path
      )
    }
    return Diagnostic(
      .note,
      .foreignWords,
      "the words that the page adds, such as 'Figure', are English, for there are none in '\(language)'",
      help: "'crossref:' in the front matter gives references other words",
      path: path
    )
  }
}

// MARK: - Names and numbers

extension LaidOutNotebook {
  /// The section that the page adds for its references; `nil` where there are none, or where the
  /// author has ended the notebook with a heading for them.
  package var referencesSection: Outline.Section? { outline.references }

  /// The number of the chapter that the page is; `nil` where it stands for itself.
  package var chapter: Int? { settings.chapter }

  /// What stands before the numbers of equations.
  package var numberPrefix: String { settings.numberPrefix }

  /// What the table of contents lists. Where the author does not say whether he wants one, there is one
  /// for more than two sections.
  package var contents: [Outline.Section] {
    let sections = outline.contents
    return notebook.frontMatter.hasContents ?? (sections.count > 2) ? sections : []
  }

  /// What a label names, on this page or another; `nil` where nothing has the label.
  package func target(named name: String) -> LabelTarget? {
    if name == title.label, let chapter {
      var target = LabelTarget(address: "#" + name, number: String(chapter))
      target.isChapter = true
      return target
    }
    if let title = ownTitle(named: name) {
      return LabelTarget(address: "#" + name, number: nil, title: title)
    }
    if let section = outline.section(named: name) {
      return LabelTarget(address: "#" + name, number: section.number, title: section.inlines)
    }
    guard let number = number(of: name) else { return settings.labelElsewhere(name) }
    return LabelTarget(
      address: survey.hiddenLabels.contains(name) ? nil : "#" + name,
      number: number
    )
  }

  /// What a label of another page names.
  package func targetElsewhere(named name: String) -> LabelTarget? {
    settings.labelElsewhere(name)
  }

  /// The words of a link that has none of its own.
  func words(ofLinkTo address: String) -> [Inline]? { settings.linkWords(address) }

  /// The words that stand for a label of the notebook which has no number.
  func ownTitle(named name: String) -> [Inline]? {
    if name == title.label { return chapter == nil ? title.title : nil }
    guard let section = outline.section(named: name), section.number == nil else { return nil }
    return section.inlines
  }

  /// The number of a labelled equation, figure, table, listing or theorem.
  package func number(of label: String) -> String? {
    numbering.numbers[label] ?? equations.numbers[label]
  }

  /// The numbers of all labelled equations, figures, tables, listings and theorems.
  package var numbers: [String: String] {
    numbering.numbers.merging(equations.numbers) { first, _ in first }
  }

  func theoremNumber(at offset: Int) -> String? { numbering.theorems[offset] }

  /// The definitions, theorems and their like.
  var statements: [Survey.TheoremPlace] { survey.theorems }

  /// The name by which a link finds the theorem or its like that begins at an offset of the source;
  /// `nil` where it has none.
  package func statementAnchor(at offset: Int) -> String? {
    statementAnchors[offset]
  }

  /// What the text says where it cites an entry of the bibliography.
  func citationLabel(of key: String) -> CitationLabel? { references.label(for: key) }

  /// Where an entry of the bibliography is cited first.
  package func firstCitation(of key: String) -> SourceRange { citations[key] ?? 0..<0 }
}

// MARK: - Cells

extension LaidOutNotebook {
  /// How a cell was tried. One whose comments name the very errors that came must not compile.
  package func mode(of cell: Cell) -> Cell.Mode {
    let isRefused = cell.mode == .run && transcript.records[cell.id]?.status == .compiled
    return isRefused ? .compileFail : cell.mode
  }

  /// Whether a piece was run.
  package func hasRun(_ piece: Int) -> Bool { transcript.records[piece]?.status == .ran }

  func fence(of cell: Int) -> OutputFence? { survey.fences[cell] }

  func isHidden(cell: Int) -> Bool { survey.hiddenCells.contains(cell) }

  /// Whether cells or values show what may hold a formula.
  var showsMathematics: Bool {
    transcript.records.values.contains { record in
      record.output.contains { output in
        guard case .value(let bundle) = output else { return false }
        return bundle[.latex] != nil || bundle[.markdown] != nil
      }
    }
  }
}

// MARK: - The source

extension LaidOutNotebook {
  /// The document's path, as messages name it.
  package var path: String { notebook.source.path }

  /// What the author wrote in a range of the notebook.
  package func text(_ range: SourceRange) -> String { notebook.source[range] }

  /// The line in which a piece begins.
  package func firstLine(of piece: Int) -> SourceRange {
    let source = notebook.source
    return piece..<max(source.lineRange(source.position(at: piece).line).upperBound, piece + 1)
  }

  /// A message about a place of the notebook.
  package func diagnostic(
    _ severity: Diagnostic.Severity,
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String? = nil,
    at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(severity, kind, message, help: help, in: notebook.source, at: place)
  }
}
