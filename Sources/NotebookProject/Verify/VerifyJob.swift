import Documents
import Files
import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax
import Processes
import Typesetting

/// Checking what documents promise:
///
/// 1. Paths become documents (`VerifySelection`), and each holds one notebook or more
///    (`DocumentReading`).
/// 2. Each document becomes a report, several side by side (`DocumentCheck`).
/// 3. In the order of the documents, broken promises are accepted where that is wanted
///    (`AcceptedDocument`), what is known is no failure (`Baselines`), and reports are told and give the
///    status.
public struct VerifyJob: Sendable {
  /// What is done with promises that are broken.
  public enum Acceptance: Sendable {
    /// They are told.
    case none
    /// They are brought up to date.
    case write
    /// What would be written is told.
    case patch
  }

  /// Documents, and folders of them.
  public var paths: [String]
  /// The part of the documents that is checked; `nil` for all.
  public var shard: Shard?
  /// The revision of git since which documents, or what they depend on, must have changed to be checked;
  /// `nil` for all.
  public var revision: String?
  /// What is done with promises that are broken.
  public var acceptance = Acceptance.none
  /// What is done with findings that are known.
  public var baseline = BaselineUse()
  /// Whether it is told how much of what their package offers the documents use.
  public var measuresCoverage = false
  /// The modules whose symbols are counted; empty for those of all libraries.
  public var coveredModules: [String] = []
  /// How cells are compiled and run.
  public var runOptions = RunOptions()
  /// Whether each warning is a failure, whatever the documents say.
  public var isStrict = false
  /// How documents are read.
  public var files = FileView()
  /// Is told what is being done.
  public var progress: any ProgressObserver = NoProgress()

  /// - Parameter paths: documents, and folders of them.
  public init(paths: [String]) { self.paths = paths }

  /// The folder that is meant where no path is named: that of the package around the current folder;
  /// `nil` where that is in none.
  public static var usualPath: String? { SwiftPackage.around(".") }

  /// What is told on the way.
  public enum Event: Sendable {
    /// Something that was asked for cannot be had.
    case fault(InputFault)
    /// Something about the documents as a whole.
    case note(Diagnostic)
    /// Something about a project file or a baseline, with its text.
    case project(Diagnostic, SourceText)
    /// A document was brought up to date.
    case accepted(AcceptedDocument)
    /// A document would be brought up to date.
    case acceptable(AcceptedDocument)
    /// What came of a document, in the order of the documents.
    case report(DocumentReport)
    /// How much of what their package offers the documents use.
    case coverage(Coverage)
    /// Why programs ran without a sandbox.
    case withoutSandbox(SandboxFault)
  }

  /// Checks the documents.
  public func run(telling: (Event) -> Void) async -> JobStatus {
    await withTaskExecutorPreference(WaitingThreads.shared) { await check(telling) }
  }

  private func check(_ telling: (Event) -> Void) async -> JobStatus {
    let selection = VerifySelection(self, telling)
    if let failure = selection.failure { return failure }
    func tell(_ diagnostic: Diagnostic, _ source: SourceText?) {
      telling(source.map { .project(diagnostic, $0) } ?? .note(diagnostic))
    }
    var baselines = Baselines(baseline, for: selection.documents, selection.projects, files)
    for fault in baselines.faults { tell(fault.diagnostic, fault.source) }
    if baselines.status != .success { return baselines.status }
    var status = selection.status
    let reading = selection.reading
    let runner = NotebookRunner(options: runOptions)
    let check = DocumentCheck(
      runner: runner,
      typesetter: Typesetter(store: runOptions.store, limit: runOptions.width),
      store: runOptions.store,
      files: files,
      reading: reading,
      projects: selection.projects,
      isStrict: isStrict,
      listsSymbols: measuresCoverage,
      namedPaths: Set(paths)
    )
    var coverage = Coverage()
    progress.expect("verifying", selection.documents.count, lines: runOptions.width)
    // While the processes of some run, others are read.
    await InOrder.run(
      selection.documents,
      atMost: 2 * runOptions.width,
      beginning: { progress.line(of: $0) },
      { await check.report(on: $0, telling: $1) }
    ) { _, report in
      var report = report
      if let document = AcceptedDocument(report, reading) {
        status = max(status, accept(document, in: &report, telling))
      }
      baselines.sift(&report)
      status = max(status, Self.status(of: report))
      coverage.add(report)
      telling(.report(report))
    }
    if measuresCoverage {
      do throws(SymbolFault) {
        try await addSymbols(of: selection.documents, by: runner, to: &coverage)
        telling(.coverage(coverage))
      } catch {
        for diagnostic in error.diagnostics { telling(.note(diagnostic)) }
        status = max(status, .failure)
      }
    }
    if let fault = runner.sandboxFault { telling(.withoutSandbox(fault)) }
    return max(status, baselines.finish(telling: tell))
  }

  /// Adds what the packages offer that documents lie in.
  private func addSymbols(
    of documents: [String],
    by runner: NotebookRunner,
    to coverage: inout Coverage
  ) async throws(SymbolFault) {
    var packages: [String] = []
    for document in documents {
      guard let package = runOptions.package.folder(around: document), !packages.contains(package)
      else { continue }
      packages.append(package)
    }
    if packages.isEmpty {
      throw SymbolFault(
        "there is no package whose symbols could be counted",
        help: "verify documents within a package, or name it with --package",
        about: paths.first ?? "."
      )
    }
    for package in packages {
      coverage.add(try await runner.publicSymbols(of: package, modules: coveredModules))
    }
  }

  private static func status(of report: DocumentReport) -> JobStatus {
    if report.diagnostics.contains(where: { $0.kind == .cannotRead }) {
      return .inputOutput
    }
    return report.hasFailed ? .failure : .success
  }

  /// Brings a document up to date where that is wanted; its promises are then kept.
  private func accept(
    _ document: AcceptedDocument,
    in report: inout DocumentReport,
    _ telling: (Event) -> Void
  ) -> JobStatus {
    guard acceptance != .none else { return .success }
    refuse(document.refused, in: &report)
    guard !document.lines.isEmpty else { return .success }
    switch acceptance {
    case .none: break
    case .patch: telling(.acceptable(document))
    case .write:
      do throws(AcceptedDocument.Fault) {
        try document.check()
        try document.write()
      } catch {
        report.diagnostics.append(error.diagnostic(about: document.path))
        return .inputOutput
      }
      telling(.accepted(document))
    }
    report.findings.removeAll { $0.edit != nil }
    return .success
  }

  /// Says of broken promises that they cannot be written where they stand.
  private func refuse(_ refused: [Finding], in report: inout DocumentReport) {
    let refused = Set(refused.map(\.promise))
    for index in report.findings.indices where refused.contains(report.findings[index].promise) {
      report.findings[index].edit = nil
      report.findings[index].diagnostic.help =
        "writing what comes would change more than this promise, so it is left to you"
    }
  }
}
