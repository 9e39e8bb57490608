import NotebookSyntax

/// The words that a page adds to its author's.
package enum Words {
  /// What a reference calls the thing that it refers to.
  package static func name(of kind: Label.Kind) -> String {
    switch kind {
    case .equation: "Equation"
    case .figure: "Figure"
    case .table: "Table"
    case .listing: "Listing"
    case .section: "Section"
    case .theorem: "Theorem"
    case .definition: "Definition"
    case .lemma: "Lemma"
    case .proposition: "Proposition"
    case .corollary: "Corollary"
    case .example: "Example"
    case .remark: "Remark"
    case .exercise: "Exercise"
    }
  }

  /// The same for several things.
  package static func plural(of kind: Label.Kind) -> String {
    kind == .corollary ? "Corollaries" : name(of: kind) + "s"
  }

  /// What a theorem or its like is called.
  package static func name(of kind: Theorem.Kind) -> String {
    if let label = kind.labelKind { return name(of: label) }
    return kind == .proof ? "Proof" : "Solution"
  }

  /// What stands around the pages of a course.
  package static let course = "Course"
  package static let contents = "Contents"
  package static let onThisPage = "On this page"
  package static let chapters = "Chapters"
  package static let allChapters = "All chapters"
  package static let statements = "Definitions and theorems"
  package static let trail = "Breadcrumbs"
  package static let previous = "Previous"
  package static let next = "Next"
  package static let edit = "Edit this page"
  package static let license = "License"
  package static let missing = "There is no page here"

  /// What stands before the files that a page hands out.
  package static let downloads = "Download"

  /// What a search says.
  package static let search = "Search"
  package static let searchIn = "Search in the course"
  package static let searchHint = "Words, or TeX such as \\frac{\\partial"
  package static let results = "Results"
  package static let noResults = "Nothing was found."
  package static let resultCount = "# results"
  package static let oneResult = "1 result"
  package static let close = "Close"
  package static let noSearch = "Its index is not here. It is made with the whole course."

  /// What a reference calls a page that has a number.
  package static let chapter = "Chapter"

  /// The heading above what the text cites.
  package static let references = "References"

  /// The title of a callout.
  package static func title(of kind: Callout.Kind) -> String {
    switch kind {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }

  /// What a badge says about a cell that is not simply run.
  package static func badge(of mode: Cell.Mode) -> String? {
    switch mode {
    case .run, .ignore: nil
    case .noRun: "not run"
    case .compileFail: "does not compile"
    case .shouldCrash: "traps"
    }
  }

  /// What stands between a number and the title of the page on which it stands.
  package static let ofPage = " of "

  /// A space at which no line ends.
  package static let noBreakSpace = "\u{A0}"
}
