import Documents

/// The documents that a job verifies, and what it needs to read them.
struct VerifySelection {
  let reading: DocumentReading
  let projects: ProjectFinder
  /// In order, without those that did not change and those of other shards.
  private(set) var documents: [String] = []
  /// What came of looking for them.
  private(set) var status: JobStatus
  /// Why nothing can be verified; `nil` where it can.
  private(set) var failure: JobStatus?

  /// - Parameter telling: is told what is wrong, and what was left out.
  init(_ job: VerifyJob, _ telling: (VerifyJob.Event) -> Void) {
    reading = DocumentReading(job.files)
    projects = ProjectFinder(job.files)
    let search = DocumentSearch(reading.modules, projects, job.files)
    let found = search.find(job.paths)
    status = found.faults.map(\.status).max() ?? .success
    for fault in found.faults { telling(.fault(fault)) }
    for note in found.notes { telling(.note(note)) }
    var documents = found.files
    if let revision = job.revision {
      do throws(ChangedFiles.Fault) {
        var changed = ChangedDocuments(since: revision, reading.modules, projects, job.files)
        documents = try changed.part(of: documents)
      } catch {
        telling(.note(error.diagnostic))
        failure = error.status
        return
      }
      telling(.note(Self.note(on: documents.count, of: found.files.count, since: revision)))
    }
    self.documents = job.shard?.part(of: documents) ?? documents
    for project in projects.projects(of: self.documents) {
      let diagnostics = project.diagnostics + search.unmatchedPaths(in: project)
      for diagnostic in diagnostics { telling(.project(diagnostic, project.source)) }
      if project.hasErrors {
        failure = .failure
        return
      }
    }
  }

  private static func note(on count: Int, of all: Int, since revision: String) -> Diagnostic {
    let documents = all == 1 ? "1 document" : "\(all) documents"
    let message = "of \(documents) \(count) changed, or depend on what changed"
    return Diagnostic(.note, .unchanged, message, path: "since '\(revision)'")
  }
}
