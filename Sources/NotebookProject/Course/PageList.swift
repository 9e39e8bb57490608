import Documents
import Files
import Foundation

/// The list of a course's pages and of the files of its search, which lies beside them, so that what is no longer
/// needed is known to be the program's own.
struct PageList {
  /// The list's name in the course's folder among the pages.
  static let name = ".lectern-pages"

  private let folder: String

  /// - Parameter folder: the course's folder among the pages, with a slash behind it.
  init(in folder: String) { self.folder = folder }

  private var path: String { folder + Self.name }

  /// Removes the pages that are not in a new list, and writes that.
  /// - Returns: what could not be done.
  func replace(by pages: [String]) -> [Diagnostic] {
    var diagnostics = removeAll(but: pages)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
    do throws(WholeFile.Fault) {
      // Encoding texts does not fail.
      let data = (try? encoder.encode(pages.sorted())) ?? Data("[]".utf8)
      try WholeFile.update(Array(data) + [UInt8(ascii: "\n")], at: path)
    } catch {
      diagnostics.append(
        Diagnostic(.error, .cannotWrite, "it cannot be written: \(error.message)", path: path)
      )
    }
    return diagnostics
  }

  /// Removes all pages of the list but some, and the list.
  /// - Returns: what could not be done.
  func end(keeping pages: [String]) -> [Diagnostic] {
    guard FileStatus.isThere(path) else { return [] }
    let diagnostics = removeAll(but: pages)
    if diagnostics.isEmpty { try? Folder.remove(path) }
    return diagnostics
  }

  private func removeAll(but pages: [String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let kept = Set(pages.map { PathKey($0) })
    for page in read(&diagnostics) where !kept.contains(PathKey(page)) {
      guard let status = try? FileStatus(of: folder + page), !status.isFolder else { continue }
      do throws(SystemFault) {
        try Folder.remove(folder + page)
      } catch {
        diagnostics.append(
          Diagnostic(
            .warning,
            .cannotWrite,
            "this file belongs to no notebook any more, and cannot be removed: \(error.reason)",
            path: folder + page
          )
        )
      }
    }
    return diagnostics
  }

  /// The pages of the last time, but for names that lead elsewhere.
  private func read(_ diagnostics: inout [Diagnostic]) -> [String] {
    guard let bytes = WholeFile.bytes(of: path) else { return [] }
    guard let pages = try? JSONDecoder().decode([String].self, from: Data(bytes)) else {
      diagnostics.append(
        Diagnostic(
          .warning,
          .cannotRead,
          "the list of pages cannot be read, so that pages without notebooks stay",
          help: "remove these pages yourself; the list is written anew",
          path: path
        )
      )
      return []
    }
    return pages.filter { page in
      let names = RelativePath.names(page)
      guard !page.hasPrefix("/"), !RelativePath.leadsOut(names) else { return false }
      return page.hasSuffix(".html") || SearchIndex.mayHold(page)
    }
  }
}
