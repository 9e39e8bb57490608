import Documents
import Files
import NotebookSyntax

/// Markdown files by their names.
package enum MarkdownFiles {
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
  func fault(_ message: String) -> InputFault? { files.isEmpty ? emptiness(message) : nil }

  /// What is said of the folder where nothing in it is wanted.
  func emptiness(_ message: String) -> InputFault? {
    guard faults.isEmpty else { return nil }
    let left = drafts.isEmpty ? "" : ", and drafts must be named"
    return InputFault(status: .noInput, message: "\(root): error: \(message)\(left)")
  }

  static func note(onDraft path: String) -> Diagnostic {
    Diagnostic(.note, .draft, "this is a draft, and left out unless it is named", path: path)
  }
}
