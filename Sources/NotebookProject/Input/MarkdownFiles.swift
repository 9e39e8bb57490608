import Documents
import Files
import NotebookSyntax

/// The Markdown files that a command is about.
package enum MarkdownFiles {
  /// What paths name.
  struct Found {
    var files: [String] = []
    var faults: [InputFault] = []
    /// What there is to say about what was left out.
    var notes: [Diagnostic] = []
  }

  /// The files that paths name, in order, each once; a folder gives those in it.
  static func find(_ paths: [String], _ sources: FileView = FileView()) -> Found {
    var found = Found()
    var seen: Set<PathKey> = []
    var drafts: [String] = []
    for path in paths {
      do throws(InputFault) {
        guard try sources.isFolder(path) else {
          if seen.insert(PathKey(real: path)).inserted { found.files.append(path) }
          continue
        }
        let listing = FolderListing(of: path, in: sources)
        let fault = listing.fault(
          "there is no Markdown in this folder; a document's name ends in .md"
        )
        found.faults += listing.faults + (fault.map { [$0] } ?? [])
        found.notes += listing.notes
        drafts += listing.drafts.map(\.path)
        found.files += listing.files.map(\.path).filter { seen.insert(PathKey(real: $0)).inserted }
      } catch {
        found.faults.append(error)
      }
    }
    found.notes += drafts.filter { seen.insert(PathKey(real: $0)).inserted }
      .map(FolderListing.note(onDraft:))
    return found
  }

  /// Whether a file is a document by its name.
  package static func isMarkdown(_ path: String) -> Bool { path.lowercased().hasSuffix(".md") }
}

extension InputFault {
  package static func missing(_ path: String) -> InputFault {
    if path.isEmpty { return InputFault(status: .noInput, message: "error: a path is empty") }
    // That stands for what is no UTF-8 on the command line.
    let mayBeThere = path.contains("\u{FFFD}")
    let help =
      mayBeThere ? "; a name that is not UTF-8 cannot be used, so rename what it names" : ""
    return InputFault(
      status: mayBeThere ? .inputOutput : .noInput,
      message: "\(path): error: there is no such file or folder\(help)"
    )
  }
}

extension FolderListing {
  /// Why there is nothing to be done with the folder; `nil` where there is something.
  func fault(_ message: String) -> InputFault? {
    guard files.isEmpty, faults.isEmpty else { return nil }
    let left = drafts.isEmpty ? "" : ", and drafts must be named"
    return InputFault(status: .noInput, message: "\(root): error: \(message)\(left)")
  }

  static func note(onDraft path: String) -> Diagnostic {
    Diagnostic(.note, .draft, "this is a draft, and left out unless it is named", path: path)
  }
}
