import Documents
import Files
import NotebookChecks

/// A baseline while documents are checked: which of its findings come again.
struct Baseline: Sendable {
  /// What is done with it.
  enum Purpose: Sendable {
    /// What it knows is no failure.
    case use
    /// The same, and what is gone is taken out of it.
    case prune
    /// All that is found is known from now on.
    case write
  }

  /// The file's path, as the user gave it.
  let path: String
  let purpose: Purpose
  /// The names of the folder that documents are named from.
  private let folder: [String]
  private let file: BaselineFile?
  /// The entries that have not come again, by their places in the file.
  private var left: [KnownFinding: [Int]] = [:]
  /// What was found, where all of it is known from now on.
  private var found: [BaselineEntry] = []
  /// The documents of which it can be told what is gone.
  private var judged: Set<String> = []
  private var pending: Set<KnownFinding> = []
  /// How many failures no baseline can know.
  private(set) var unknowable = 0

  /// - Parameter file: what it holds; `nil` where it is not there yet.
  init(at path: String, _ purpose: Purpose, _ file: BaselineFile?) {
    self.path = path
    self.purpose = purpose
    self.file = file
    folder = RelativePath.folder(of: PathKey.realPath(path))
    for (index, entry) in (file?.entries ?? []).enumerated() {
      left[entry.finding, default: []].append(index)
    }
  }

  /// Takes what is known out of what fails.
  mutating func sift(_ report: inout DocumentReport) {
    let digests = FindingDigests(report)
    let document = name(of: report.path)
    var failing: Set<Int> = []
    var known: Set<Int> = []
    var unknowable = 0
    var findings: [Finding] = []
    for finding in report.findings {
      let cell = digests.cell(of: finding.promise)
      let digest = digests.digest(of: finding.promise)
      if take(document, finding.diagnostic, digest) {
        report.knownFindings.append(finding)
        cell.map { _ = known.insert($0) }
      } else {
        findings.append(finding)
        cell.map { _ = failing.insert($0) }
      }
    }
    report.findings = findings
    var diagnostics: [Diagnostic] = []
    for diagnostic in report.diagnostics {
      guard report.fails(diagnostic) else {
        diagnostics.append(diagnostic)
        continue
      }
      let cell = digests.cell(of: diagnostic)
      let digest = digests.digest(of: diagnostic)
      if take(document, diagnostic, digest) {
        report.knownDiagnostics.append(diagnostic)
        cell.map { _ = known.insert($0) }
      } else {
        if digest == nil { unknowable += 1 }
        diagnostics.append(diagnostic)
        cell.map { _ = failing.insert($0) }
      }
    }
    report.diagnostics = diagnostics
    for cell in known.subtracting(failing) where report.cells[cell].state == .failed {
      report.cells[cell].state = .known
    }
    self.unknowable += unknowable
    if unknowable == 0 { judged.insert(document) }
    let waiting = digests.pending
    if !waiting.isEmpty {
      for finding in left.keys where finding.path == document && waiting.contains(finding.digest) {
        pending.insert(finding)
      }
    }
  }

  /// Whether a failure is known, which it is once for each entry.
  private mutating func take(
    _ document: String,
    _ diagnostic: Diagnostic,
    _ digest: String?
  ) -> Bool {
    guard let digest else { return false }
    let finding = KnownFinding(path: document, kind: diagnostic.identifier, digest: digest)
    if purpose == .write {
      found.append(BaselineEntry(finding: finding, message: diagnostic.message))
      return true
    }
    return left[finding]?.popLast() != nil
  }

  /// The path of a document from the baseline's folder on.
  private func name(of document: String) -> String {
    let names = RelativePath.names(PathKey.realPath(document))
    let common = zip(names, folder).prefix { $0.0 == $0.1 }.count
    let up = Array(repeating: "..", count: folder.count - common)
    return (up + names[common...]).joined(separator: "/")
  }

  /// The place of a document that an entry names.
  private func place(of document: String) -> String {
    "/" + RelativePath.names(document, below: folder).joined(separator: "/")
  }

  /// The entries that are gone: those that have not come again, of documents that were checked or that are not
  /// there any more.
  private var gone: [BaselineEntry] {
    guard let file, purpose != .write else { return [] }
    var isThere: [String: Bool] = [:]
    func remains(_ document: String) -> Bool {
      if let known = isThere[document] { return known }
      let known = FileStatus.isThere(place(of: document))
      isThere[document] = known
      return known
    }
    let indices = left.filter { finding, _ in
      judged.contains(finding.path) ? !pending.contains(finding) : !remains(finding.path)
    }.values.joined()
    return indices.sorted().map { file.entries[$0] }
  }

  /// The entries of documents that were not checked this time, and are still there.
  private var others: [BaselineEntry] {
    (file?.entries ?? []).filter { entry in
      !judged.contains(entry.finding.path) && FileStatus.isThere(place(of: entry.finding.path))
    }
  }
}

extension Baseline {
  /// How many of the gone entries are told one by one.
  private static let most = 20

  /// Tells what is gone, and writes what is to be written.
  func finish(telling: (Diagnostic, SourceText?) -> Void) -> JobStatus {
    switch purpose {
    case .use:
      tellGone(telling)
      return .success
    case .prune:
      let lines = gone.compactMap(\.line)
      guard let file, !lines.isEmpty else { return .success }
      return write(
        file.bytes(without: Set(lines)),
        lines.count == 1
          ? "took out a finding that is gone" : "took out \(lines.count) findings that are gone",
        telling
      )
    case .write:
      guard unknowable == 0 else {
        let message =
          "the baseline is not written, as \(unknowable == 1 ? "something" : "\(unknowable) things") "
          + "that no baseline can know \(unknowable == 1 ? "is" : "are") wrong"
        let help = "mend what is told without a place in a document, or leave these documents out"
        telling(Diagnostic(.error, .baseline, message, help: help, path: path), nil)
        return .failure
      }
      let entries = others + found
      return write(
        BaselineFile.bytes(of: entries),
        entries.count == 1 ? "knows 1 finding now" : "knows \(entries.count) findings now",
        telling
      )
    }
  }

  private func tellGone(_ telling: (Diagnostic, SourceText?) -> Void) {
    guard let file else { return }
    let gone = gone
    for entry in gone.prefix(Self.most) {
      telling(
        Diagnostic(
          .note,
          .baseline,
          "this is gone from '\(entry.finding.path)'",
          help: "take it out with --prune-baseline",
          in: file.source,
          at: file.source.lineRange(entry.line ?? 1)
        ),
        file.source
      )
    }
    if gone.count > Self.most {
      let message = "and \(gone.count - Self.most) more are gone"
      telling(Diagnostic(.note, .baseline, message, path: path), nil)
    }
  }

  private func write(
    _ bytes: [UInt8],
    _ message: String,
    _ telling: (Diagnostic, SourceText?) -> Void
  ) -> JobStatus {
    do throws(WholeFile.Fault) {
      try WholeFile.write(bytes, to: path, keepsPermissions: true)
    } catch {
      let message = "the baseline cannot be written: \(error.message)"
      telling(Diagnostic(.error, .cannotWrite, message, path: path), nil)
      return .inputOutput
    }
    telling(Diagnostic(.note, .baseline, message, path: path), nil)
    return .success
  }
}
