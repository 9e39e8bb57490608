import ArgumentParser
import Files
import Foundation
import NotebookProject

/// What options take that name files and folders.
enum NamedPath {
  /// - Throws: where nothing is named.
  static func check(_ path: String?, _ option: String, takes what: String) throws {
    if path?.isEmpty == true { throw ValidationError("\(option) takes \(what), not ''.") }
  }

  /// - Throws: where what is written would take a document's place.
  static func checkWritten(_ path: String?, _ option: String) throws {
    try check(path, option, takes: "a file")
    guard let path, MarkdownFiles.isMarkdown(path), FileStatus.isThere(path)
    else { return }
    throw ValidationError("\(option) would write over the document '\(path)'.")
  }

  /// - Throws: where one of some paths is empty.
  static func check(_ paths: [String]) throws {
    if paths.contains("") { throw ValidationError("A path is empty.") }
  }
}
