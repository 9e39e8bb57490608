import Documents
import Files
import NotebookHTML
import Timing

/// A page in its file, with what belongs beside it.
struct WrittenPage: Sendable {
  /// The page's path; `nil` where it could not be written.
  var page: String?
  /// What the page loads and is not installed.
  var missingAssets: [Page.Asset] = []
  /// Why not all could be written.
  var fault: Fault?

  struct Fault: Error {
    var status: JobStatus
    var diagnostic: Diagnostic

    init(status: JobStatus, diagnostic: Diagnostic) {
      self.status = status
      self.diagnostic = diagnostic
    }

    init(_ status: JobStatus, _ kind: Diagnostic.Kind, _ message: String, _ path: String) {
      self.status = status
      diagnostic = Diagnostic(.error, kind, message, path: path)
    }
  }
}

extension NotebookWork {
  /// Writes a page, what belongs beside it, and what it was made from where that is asked for.
  func write(
    _ document: LaidOutDocument,
    _ path: String,
    _ progress: ProgressLine
  ) -> WrittenPage {
    let depfile: Depfile?
    do throws(NinjaPath.Fault) {
      depfile = try self.depfile(of: document, at: path)
    } catch {
      return WrittenPage(fault: .init(.failure, .noDepfile, error.message, error.path))
    }
    progress.tell(.writing)
    var written = place(document.page.assets, document.links.files, beside: path)
    guard written.fault == nil else { return written }
    do throws(WrittenPage.Fault) {
      try write(document.page, path)
      written.page = path
      try write(depfile)
    } catch {
      written.fault = error
    }
    return written
  }

  /// Puts beside a page what it loads and shows.
  func place(
    _ assets: Set<Page.Asset>,
    _ files: [PlacedFile],
    beside path: String
  ) -> WrittenPage {
    measured(.assets) {
      var written = WrittenPage()
      do throws(WholeFile.Fault) {
        written.missingAssets = try self.assets.copy(assets, to: outputFolder)
        for file in files { try site.place(file) }
      } catch {
        written.fault = .cannotWrite(path, error)
      }
      return written
    }
  }

  private func write(_ page: FormPage, _ path: String) throws(WrittenPage.Fault) {
    try measured(.writing) { () throws(WrittenPage.Fault) in
      do throws(WholeFile.Fault) {
        for attachment in page.attachments {
          try WholeFile.update(attachment.bytes, at: Paths.path(attachment.name, beside: path))
        }
        try keepsSamePages
          ? WholeFile.update(page.bytes, at: path) : WholeFile.write(page.bytes, to: path)
      } catch {
        throw .cannotWrite(path, error)
      }
    }
  }

  private func write(_ record: Depfile?) throws(WrittenPage.Fault) {
    guard let record, let depfile else { return }
    do throws(WholeFile.Fault) {
      try WholeFile.write(record.bytes, to: depfile)
    } catch {
      let message = "the depfile cannot be written: \(error.message)"
      throw .init(.inputOutput, .cannotWrite, message, depfile)
    }
  }
}

extension WrittenPage.Fault {
  fileprivate static func cannotWrite(_ path: String, _ fault: WholeFile.Fault) -> Self {
    Self(.inputOutput, .cannotWrite, "the page cannot be written: \(fault.message)", path)
  }
}
