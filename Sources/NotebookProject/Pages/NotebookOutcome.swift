import Documents
import Files
import NotebookChecks
import NotebookHTML
import NotebookSyntax
import Typesetting

/// What came of one notebook.
public struct NotebookOutcome: Sendable {
  /// The notebook, as the user gave its path.
  public var path: String
  /// How it ended.
  public var status: JobStatus
  /// Whether each warning is a failure.
  var isStrict = false
  /// The document, where it could be read, and after it the other files that it is made from.
  public var sources: [SourceText] = []
  /// What there is to say, in the order of the document.
  public var diagnostics: [Diagnostic]
  /// The broken promises, by what is said of them.
  public var findings: [Diagnostic: Finding] = [:]
  /// What came of its cells and promises; `nil` where they were not looked at.
  var checking: DocumentReport?
  /// Where its page belongs.
  public var pagePath: String
  /// The page that was written; `nil` where none was.
  public var page: String?
  var missingAssets: [Page.Asset] = []
  /// Why formulas or charts could not be set.
  var typesettingFaults: [TypesettingFault] = []
  /// The files and folders that the page was made from, and those that would change it by coming, but
  /// for the template and the program's own files. What decides which notebooks there are is in
  /// ``RenderJob/Ending/dependencies``.
  public var dependencies: [FileDependency] = []
  /// How long it took, in seconds.
  public var seconds = 0.0
}

extension NotebookOutcome {
  /// What came of a notebook that cannot be read.
  init(of input: NotebookInput, pagePath: String, isStrict: Bool) {
    path = input.path
    status = .inputOutput
    self.isStrict = isStrict
    diagnostics = [
      Diagnostic(.error, .cannotRead, "the notebook cannot be read", path: input.path)
    ]
    self.pagePath = pagePath
    dependencies = [FileDependency(path: input.path, use: .content)]
  }

  /// What came of a notebook whose page is not written yet.
  ///
  /// - Parameters:
  ///   - references: what there is to say about it among the other pages.
  ///   - literature: the files that it cites from.
  ///   - project: the project file that it is under.
  ///   - typesettingFaults: why formulas or charts could not be set, here or on the other pages.
  init(
    of document: LaidOutDocument,
    pagePath: String,
    isStrict: Bool,
    references: [Diagnostic],
    literature: BibliographyShelf.Reading,
    project: ProjectFile?,
    typesettingFaults: [TypesettingFault]
  ) {
    let checked = document.checked
    let source = checked.run.parsed.source
    path = source.path
    self.isStrict = isStrict
    sources = [source] + literature.files + (project.map { [$0.source] } ?? [])
    let found: [[Diagnostic]] = [
      checked.run.parsed.diagnostics, references, checked.diagnostics,
      checked.findings.map(\.diagnostic), literature.diagnostics, document.diagnostics,
    ]
    diagnostics = Self.sorted(found.flatMap { $0 }, of: source.path)
    findings = Dictionary(checked.findings.map { ($0.diagnostic, $0) }) { _, last in last }
    checking = DocumentReport(on: [checked], of: source, isStrict: isStrict)
    self.pagePath = pagePath
    self.typesettingFaults = typesettingFaults
    status = .success
    if !typesettingFaults.isEmpty || diagnostics.contains(where: { $0.severity == .error })
      || strictWarnings > 0
    {
      status = .failure
    }
  }

  /// What came of a notebook whose earlier page is left as it is.
  /// - Parameter others: the files that there is something to say about, besides the notebook.
  init(
    leaving record: PageRecord,
    of source: SourceText,
    pagePath: String,
    isStrict: Bool,
    others: [SourceText]
  ) {
    path = source.path
    self.isStrict = isStrict
    sources = [source] + others
    diagnostics = record.warnings
    self.pagePath = pagePath
    status = .success
    // The page may be from a time when its warnings were let pass.
    if strictWarnings > 0 { status = .failure }
  }

  /// The same once its page is written, or could not be.
  func with(_ written: WrittenPage) -> NotebookOutcome {
    var outcome = self
    outcome.page = written.page
    outcome.missingAssets = written.missingAssets
    if let fault = written.fault {
      outcome.status = fault.status
      outcome.diagnostics.append(fault.diagnostic)
    }
    return outcome
  }

  /// The same with what it depends on.
  func with(_ dependencies: [FileDependency]) -> NotebookOutcome {
    var outcome = self
    outcome.dependencies = dependencies
    return outcome
  }

  /// What came of the notebook, as it is told of documents that are verified.
  package var report: DocumentReport {
    var report = checking ?? DocumentReport(path: path, source: sources.first)
    report.isStrict = isStrict
    report.seconds = seconds
    report.diagnostics =
      diagnostics.filter { findings[$0] == nil }
      + typesettingFaults.map { fault in
        Diagnostic(
          .error,
          .noTypesetting,
          "no formula and no chart can be set: \(fault)",
          path: path
        )
      }
    return report
  }

  /// How many warnings are failures.
  var strictWarnings: Int { isStrict ? diagnostics.count { $0.severity == .warning } : 0 }

  /// Diagnostics in the order of the document, each once; those about other files come last.
  private static func sorted(_ diagnostics: [Diagnostic], of path: String) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { left, right in
      let isHere = (left.element.path == path, right.element.path == path)
      if isHere != (true, true) {
        return isHere == (true, false) || isHere == (false, false) && left.offset < right.offset
      }
      let starts = (left.element.start ?? .first, right.element.start ?? .first)
      return starts.0 == starts.1 ? left.offset < right.offset : starts.0 < starts.1
    }.map(\.element)
  }
}
