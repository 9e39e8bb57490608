import Documents
import Files
import Foundation
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import Synchronization
import Typesetting

/// The other pages, as one notebook asks for them while its page is made: what they label. It remembers
/// what was asked.
final class OtherPages: Sendable {
  /// What was asked, and the answers: all that a page knows of others.
  struct Answers: Codable, Hashable, Sendable {
    /// By the names of labels.
    var labels: [String: [LabelIndex.Entry]] = [:]
    /// By the pages that have what is referred to: whether they are made too, or are there.
    var pages: [String: Bool] = [:]
    /// Tells what the page shows of its course from any other; `nil` where it shows nothing.
    var course: String?
  }

  private let input: NotebookInput
  private let index: LabelIndex
  private let site: PageSite
  private let files: FileView
  private let given = Mutex(Answers())
  private let missing = Mutex<[TypesettingFault]>([])

  /// - Parameter files: notes which notebooks were asked.
  init(of input: NotebookInput, _ index: LabelIndex, _ site: PageSite, _ files: FileView) {
    self.input = input
    self.index = index
    self.site = site
    self.files = files
  }

  /// Why numbers that were asked for are not known.
  var faults: [TypesettingFault] { missing.withLock { $0 } }

  /// What was asked so far.
  var answers: Answers { given.withLock { $0 } }

  /// Whether the same questions have these answers now.
  func give(_ answers: Answers) -> Bool {
    answers.labels.allSatisfy { entries(named: $0.key) == $0.value }
      && answers.pages.allSatisfy { site.hasPage($0.key, files) == $0.value }
      && (answers.course == nil || answers.course == site.courses.reading(of: input)?.digest)
  }

  /// The answers of now to some questions, which it does not remember.
  ///
  /// - Parameters:
  ///   - labels: the labels that were asked for.
  ///   - showsCourse: whether the page shows anything of its course: those that are not for browsers do not.
  func answers(labels: [String], showsCourse: Bool) -> Answers {
    let found = labels.reduce(into: [:]) { $0[$1] = entries(named: $1) }
    let pages = found.values.flatMap { $0.map(\.page) }.map { ($0, site.hasPage($0, files)) }
    return Answers(
      labels: found,
      pages: Dictionary(pages) { first, _ in first },
      course: showsCourse ? site.courses.reading(of: input)?.digest : nil
    )
  }

  /// The page's place in its course, whose other pages it shows; `nil` where it belongs to none.
  var course: CoursePage? {
    guard let reading = site.courses.reading(of: input) else { return nil }
    given.withLock { $0.course = reading.digest }
    return reading.page(of: input)
  }

  /// Whether another page has a label.
  func hasLabel(_ name: String) -> Bool { !ask(name).isEmpty }

  /// What a label names; `nil` where no other page has it, or several.
  func target(named name: String) -> LabelTarget? {
    ask(name).isEmpty ? nil : index.target(named: name, from: input.page)
  }

  /// The notebooks whose results tell what some labels name, as far as they are not known.
  func openNotebooks(naming names: some Sequence<String>) -> [String] {
    index.openNotebooks(naming: names, besides: input.page)
  }

  /// Notes the notebooks that have what a notebook refers to and does not have itself.
  func noteNotebooks(usedBy notebook: Notebook) {
    for name in outerNames(in: notebook) { _ = entries(named: name) }
  }

  /// Notes the files on which titles of other pages depend that some labels name, besides their
  /// notebooks.
  func noteFiles(ofTitles names: some Sequence<String>) {
    for entry in names.flatMap(entries) {
      for file in index.files(of: entry.notebook) { files.note(file, .excerpt) }
    }
  }

  /// What of other pages a notebook's page should show and does not know, because their notebooks do
  /// not run.
  func unknownTitles(in notebook: Notebook) -> [Diagnostic] {
    var told: Set<String> = []
    return outerReferences(of: notebook).compactMap { target in
      let found = ask(target.name)
      guard found.count == 1, let entry = found.first, entry.target.page?.isKnown == false,
        told.insert(entry.notebook).inserted
      else { return nil }
      return Diagnostic(
        .warning,
        .unknownTitle,
        "a value in a title of \(entry.notebook) is not known, and its expression is shown",
        help: "render \(entry.notebook), and mend what keeps its cells from running",
        in: notebook.source,
        at: target.range
      )
    }
  }

  /// What a notebook refers to that stands on several other pages, so that it is not clear which of
  /// them is meant.
  func ambiguities(in notebook: Notebook) -> [Diagnostic] {
    outerReferences(of: notebook).compactMap { target in
      let found = ask(target.name)
      guard found.count > 1 else { return nil }
      return Diagnostic(
        .error,
        .ambiguousLabel,
        "'\(target.name)' is a label in \(found.map(\.notebook).joined(separator: " and in "))",
        help: "give all but one of them another name",
        in: notebook.source,
        at: target.range
      )
    }
  }

  /// What a notebook refers to on pages that nobody makes.
  func unmadePages(in notebook: Notebook) -> [Diagnostic] {
    outerReferences(of: notebook).compactMap { target in
      let found = ask(target.name)
      guard found.count == 1, let entry = found.first else { return nil }
      let hasPage = site.hasPage(entry.page, files)
      given.withLock { $0.pages[entry.page] = hasPage }
      guard !hasPage else { return nil }
      return Diagnostic(
        .note,
        .unmadePage,
        "this leads to the page of '\(entry.notebook)', which is not made",
        help: LinkReport.unmadeHelp,
        in: notebook.source,
        at: target.range
      )
    }
  }

  /// The labels that a notebook refers to and does not have itself.
  func outerNames(in notebook: Notebook) -> [String] { outerReferences(of: notebook).map(\.name) }

  private func outerReferences(of notebook: Notebook) -> [Reference.Target] {
    let own = Set(notebook.labels.map(\.name))
    return notebook.referencedLabels.filter { !own.contains($0.name) }
  }

  private func ask(_ name: String) -> [LabelIndex.Entry] {
    let found = entries(named: name)
    let faults = index.faults(of: found.map(\.notebook))
    given.withLock { $0.labels[name] = found }
    missing.withLock { missing in missing += faults.filter { !missing.contains($0) } }
    return found
  }

  private func entries(named name: String) -> [LabelIndex.Entry] {
    let found = index.entries(named: name, besides: input.page)
    // A label that nobody has may come in any of them.
    for notebook in found.isEmpty ? index.notebooks(besides: input.page) : found.map(\.notebook) {
      files.note(notebook, .excerpt)
    }
    return found
  }
}
