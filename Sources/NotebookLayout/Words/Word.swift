/// A word that a page adds to its author's, in whatever language.
package enum Word: CaseIterable, Sendable {
  // What a reference calls the thing that it refers to.
  case equation, figure, table, listing, section
  case theorem, definition, lemma, proposition, corollary, example, remark, exercise, proof,
    solution

  // The same for several things.
  case equations, figures, tables, listings, sections
  case theorems, definitions, lemmas, propositions, corollaries, examples, remarks, exercises

  /// What stands between the parts of a list, between two of them, and before the last of more.
  case comma, and, lastAnd
  /// What stands between a number and the title of the page on which it stands.
  case ofPage
  case chapter, references, contents

  // What stands around the pages of a course.
  case course, onThisPage, chapters, allChapters, statements, trail, previous, next, edit, license
  case missing, download

  /// What a search says. A `#` stands for a number.
  case search, searchIn, searchHint, results, noResults, resultCount, oneResult, close, noSearch

  // The titles of callouts.
  case note, tip, important, warning, caution

  /// What a badge says about a cell that is not simply run.
  case notRun, doesNotCompile, traps

  // What a screen reader says, and what folds.
  case abstract, code, output, standardError, tableBox, permalink, footnotes
  /// A `#` stands for a number.
  case footnote, back
  case endOfProof, done, toDo

  // What stands at the edges of a page, and of slides.
  case skip, made, computed, notComputed, slides, slideBack, slideOn
}
