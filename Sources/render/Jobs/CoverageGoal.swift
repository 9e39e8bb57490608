import Files
import NotebookChecks
import NotebookProject
import NotebookReports

/// What is wanted of how much documents use of what their package offers.
struct CoverageGoal: Sendable {
  /// The least part, in per cent.
  var minimum: Double?
  /// Where a badge is written.
  var badgePath: String?

  /// Writes the badge, and says where less is used than is wanted.
  func status(of coverage: Coverage?, on terminal: Terminal) -> JobStatus {
    guard let coverage else { return .success }
    var status = JobStatus.success
    if let fault = minimum.flatMap(coverage.fault(below:)) {
      terminal.report(fault)
      status = .failure
    }
    guard let badgePath else { return status }
    do throws(WholeFile.Fault) {
      try WholeFile.write(CoverageBadge(coverage).bytes, to: badgePath, keepsPermissions: true)
    } catch {
      terminal.report("\(badgePath): error: the badge cannot be written: \(error.message)")
      status = .inputOutput
    }
    return status
  }
}
