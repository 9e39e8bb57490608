import Documents
import Files
import Foundation

/// A small course for an author to begin with: two chapters that refer to each other.
package struct NewCourse: Sendable {
  /// The folder that it is written to.
  package var folder: String
  /// Its title; `nil` makes one of the folder's name.
  package var title: String?

  package init(folder: String, title: String? = nil) {
    self.folder = folder
    self.title = title
  }

  /// Writes the files, or none of them.
  ///
  /// - Returns: why they are not written: each file that is there already, or what cannot be made.
  package func write() -> [InputFault] {
    let files = files
    let taken = files.map { path($0.name) }.filter { FileStatus.isThere($0) }
    guard taken.isEmpty else {
      return taken.map {
        InputFault(
          status: .usage,
          message: "\($0): error: there is such a file already, and nothing was written"
        )
      }
    }
    var written: [String] = []
    do {
      try Folder.make(folder)
      for file in files {
        try WholeFile.write(file.bytes, to: path(file.name))
        written.append(path(file.name))
      }
      return []
    } catch {
      // Half a course is of no use.
      for path in written { try? Folder.remove(path) }
      let reason =
        (error as? SystemFault)?.reason ?? (error as? WholeFile.Fault)?.message ?? "\(error)"
      return [
        InputFault(
          status: .inputOutput,
          message: "\(folder): error: the course cannot be written: \(reason)"
        )
      ]
    }
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  private var files: [(name: String, bytes: [UInt8])] {
    [
      ("lectern.yml", settings),
      ("mean.md", PackageResources.mean_md),
      ("descent.md", PackageResources.descent_md),
      ("references.bib", PackageResources.references_bib),
      (".gitignore", PackageResources.gitignore),
    ]
  }

  private var settings: [UInt8] {
    let text = String(decoding: PackageResources.lectern_yml, as: UTF8.self)
    return Array(text.replacing("TITLE", with: Self.quoted(title ?? ownTitle)).utf8)
  }

  /// The folder's name as words, such as `Linear Algebra` for `linear-algebra`.
  private var ownTitle: String {
    let name = URL(filePath: folder).standardizedFileURL.lastPathComponent
    let words = name.split { "-_ ".contains($0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return words.isEmpty ? "Course" : words.joined(separator: " ")
  }

  /// A text in YAML, whatever is in it.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped.replacing("\n", with: " ") + "\""
  }
}
