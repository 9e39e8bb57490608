import Documents
import Files
import NotebookChecks

/// What is done with findings that are known.
public struct BaselineUse: Sendable {
  /// The file that knows them, for all documents; `nil` for what the project files name.
  public var path: String?
  /// The file that is to know all that is found now; `nil` for none.
  public var writtenPath: String?
  /// Whether what is gone is taken out.
  public var prunes = false

  /// The baselines that the project files name are used.
  public init() {}
}

/// The baselines of some documents.
struct Baselines {
  private var all: [Baseline] = []
  /// The places of baselines in the list, by their files.
  private var places: [PathKey: Int] = [:]
  /// The baselines of documents, where they differ.
  private var ofDocuments: [String: Int] = [:]
  private var ofAll: Int?
  /// Why there is none that can be used, and the text that this is about.
  private(set) var faults: [(diagnostic: Diagnostic, source: SourceText?)] = []
  /// How the job ends because of that.
  private(set) var status = JobStatus.success

  /// - Parameters:
  ///   - use: what is wanted.
  ///   - documents: the documents that are checked.
  ///   - projects: finds the project files that they are under.
  ///   - files: how baselines are read.
  init(
    _ use: BaselineUse,
    for documents: [String],
    _ projects: ProjectFinder,
    _ files: FileView
  ) {
    if let path = use.writtenPath {
      ofAll = open(path, .write, files)
    } else if let path = use.path {
      ofAll = open(path, use.prunes ? .prune : .use, files)
    } else {
      for document in documents {
        guard let project = projects.project(ofFile: document),
          let name = project.verifyRule(forFile: document).baseline
        else { continue }
        let purpose = use.prunes ? Baseline.Purpose.prune : .use
        ofDocuments[document] = open(name, of: project, purpose, files)
      }
      if use.prunes, all.isEmpty, faults.isEmpty { tellNone() }
    }
  }

  /// Takes what is known out of what fails.
  mutating func sift(_ report: inout DocumentReport) {
    if let place = ofAll ?? ofDocuments[report.path] { all[place].sift(&report) }
  }

  /// Tells what is gone, and writes what is to be written.
  func finish(telling: (Diagnostic, SourceText?) -> Void) -> JobStatus {
    all.map { $0.finish(telling: telling) }.max() ?? .success
  }

  private mutating func open(
    _ path: String,
    _ purpose: Baseline.Purpose,
    _ files: FileView
  ) -> Int? {
    guard files.item(at: path) != nil else {
      guard purpose == .write else {
        let help = "write it with 'render verify --write-baseline \(path)', or correct the name"
        fail(
          Diagnostic(.error, .baseline, "there is no such baseline", help: help, path: path),
          .noInput
        )
        return nil
      }
      return add(Baseline(at: path, purpose, nil))
    }
    guard let source = files.source(at: path) else {
      fail(Diagnostic(.error, .cannotRead, "the baseline cannot be read", path: path), .inputOutput)
      return nil
    }
    let file = BaselineFile(source)
    for diagnostic in file.diagnostics { fail(diagnostic, .inputOutput, in: source) }
    return file.diagnostics.isEmpty ? add(Baseline(at: path, purpose, file)) : nil
  }

  /// The baseline that a project file names.
  private mutating func open(
    _ name: VerifyRule.Name,
    of project: ProjectFile,
    _ purpose: Baseline.Purpose,
    _ files: FileView
  ) -> Int? {
    let path = Paths.path(name.text, beside: project.path)
    if let place = places[PathKey(path)] { return place < 0 ? nil : place }
    guard files.item(at: path) != nil else {
      places[PathKey(path)] = -1
      let help = "write it with 'render verify --write-baseline \(path)', or correct the name"
      fail(
        Diagnostic(
          .error,
          .baseline,
          "there is no baseline '\(name.text)'",
          help: help,
          in: project.source,
          at: name.range
        ),
        .noInput,
        in: project.source
      )
      return nil
    }
    let place = open(path, purpose, files)
    places[PathKey(path)] = place ?? -1
    return place
  }

  private mutating func add(_ baseline: Baseline) -> Int {
    all.append(baseline)
    return all.count - 1
  }

  private mutating func tellNone() {
    let help = "name it with --baseline, or by 'baseline:' under 'verify:' in \(ProjectFile.name)"
    fail(
      Diagnostic(
        .error,
        .baseline,
        "--prune-baseline has no baseline",
        help: help,
        path: ProjectFile.name
      ),
      .usage
    )
  }

  private mutating func fail(
    _ diagnostic: Diagnostic,
    _ status: JobStatus,
    in source: SourceText? = nil
  ) {
    faults.append((diagnostic, source))
    self.status = max(self.status, status)
  }
}
