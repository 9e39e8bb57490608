import Documents
import Files
import Foundation
import NotebookChecks
import NotebookPrograms
import NotebookSyntax

/// A document with the broken promises that are to be brought up to date.
public struct AcceptedDocument: Sendable {
  /// The document's path, as the user gave it.
  public let path: String
  /// The lines of the promises.
  public let lines: [Int]
  /// What the document holds.
  public let before: [UInt8]
  /// What it is to hold.
  public let after: [UInt8]

  /// What was done, once it is written.
  package var text: String {
    let noun = lines.count == 1 ? "promise at line" : "promises at lines"
    return "\(path): accepted the \(noun) \(lines.map(String.init).joined(separator: ", "))"
  }

  /// The broken promises that were known, but cannot be written.
  let refused: [Finding]

  /// - Returns: `nil` where no broken promise of a report can be accepted.
  /// - Parameter reading: reads the document again with what is to be accepted.
  init?(_ report: DocumentReport, _ reading: DocumentReading) {
    guard let source = report.source, report.findings.contains(where: { $0.edit != nil }) else {
      return nil
    }
    let accepted = AcceptedSource(
      source,
      report.findings,
      notebooks: reading.notebooks(in:),
      comments: { $0.promises($1) }
    )
    path = report.path
    lines = accepted.accepted.map { source.position(at: $0.promise.range.lowerBound).line }
    before = source.bytes
    after = accepted.bytes
    refused = accepted.refused
  }

  /// The file that the path leads to.
  private var file: String { URL(filePath: path).resolvingSymlinksInPath().path }

  /// Why the document cannot be written.
  struct Fault: Error {
    var kind = Diagnostic.Kind.cannotWrite
    var message: String
    var help: String?

    func diagnostic(about path: String) -> Diagnostic {
      Diagnostic(.error, kind, message, help: help, path: path)
    }
  }

  /// Finds out whether the document can be written, before any is.
  func check() throws(Fault) {
    guard WholeFile.bytes(of: path) == before else {
      throw Fault(
        kind: .documentChanged,
        message: "the document changed while it was checked, so nothing is written into it",
        help: "verify it again"
      )
    }
    // The superuser may write everything; what its owner protected is not for a tool to change.
    let permissions = (try? FileStatus(of: file))?.permissions ?? 0
    guard permissions & 0o222 != 0, FileStatus.isWritable(file) else {
      throw Fault(
        message: "the document is read-only, so nothing is written into it",
        help: "allow writing it, or see the changes with --dry-run"
      )
    }
  }

  /// Writes the document, whole or not at all.
  func write() throws(Fault) {
    do throws(WholeFile.Fault) {
      try WholeFile.rewrite(after, at: file, before: before)
    } catch {
      throw Fault(message: "it cannot be written: \(error.message)")
    }
  }
}
