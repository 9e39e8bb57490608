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

  /// Removes the pages whose notebooks are gone, in whatever form they were made, and writes which there
  /// are.
  ///
  /// - Parameters:
  ///   - pages: the notebooks' pages for browsers.
  ///   - others: what has no notebook behind it.
  ///   - form: the form in which all of them are made.
  /// - Returns: what could not be done.
  func replace(by pages: [String], _ others: [String], in form: PageForm) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let list = self.list(pages, others, form, read(&diagnostics))
    diagnostics = removeAll(but: list)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
    do throws(WholeFile.Fault) {
      // Encoding texts does not fail.
      let data = (try? encoder.encode(list.sorted())) ?? Data("[]".utf8)
      try WholeFile.update(Array(data) + [UInt8(ascii: "\n")], at: path)
    } catch {
      diagnostics.append(
        Diagnostic(.error, .cannotWrite, "it cannot be written: \(error.message)", path: path)
      )
    }
    return diagnostics
  }

  /// Removes all pages of the list but those of some notebooks, and the list.
  ///
  /// - Parameter pages: the notebooks' pages for browsers.
  /// - Returns: what could not be done.
  func end(keeping pages: [String]) -> [Diagnostic] {
    guard FileStatus.isThere(path) else { return [] }
    let forms = PageForm.allCases.flatMap { form in pages.map(form.page) }
    let diagnostics = removeAll(but: forms)
    if diagnostics.isEmpty { try? Folder.remove(path) }
    return diagnostics
  }

  /// The pages that there are when those of one form are made: in other forms they stay as long as their
  /// notebooks.
  private func list(
    _ pages: [String],
    _ others: [String],
    _ form: PageForm,
    _ earlier: [String]
  ) -> [String] {
    var list = pages.map { form.page(of: $0) } + others
    var kept = Set(list.map { PathKey($0) })
    let known = Set(
      PageForm.allCases.filter { $0 != form }
        .flatMap { other in pages.map { PathKey(other.page(of: $0)) } }
    )
    for page in earlier
    where known.contains(PathKey(page)) || form != .html && Self.isOfNoNotebook(page)
      || form != .pdf && page == CourseBook.name
    {
      if kept.insert(PathKey(page)).inserted { list.append(page) }
    }
    return list
  }

  private func removeAll(but pages: [String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let kept = Set(pages.map { PathKey($0) })
    for page in read(&diagnostics) where !kept.contains(PathKey(page)) {
      guard let status = try? FileStatus(of: folder + page), !status.isFolder else { continue }
      let pictures = PagePictures(of: folder + page)
      do throws(SystemFault) {
        try Folder.remove(folder + page)
        pictures?.remove()
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
      return PageForm.allCases.contains { page.hasSuffix($0.ending) }
        || SearchIndex.mayHold(page) || Downloads.mayHold(page)
    }
  }

  /// Whether a page is one that no notebook is behind.
  private static func isOfNoNotebook(_ page: String) -> Bool {
    CourseReading.Made(rawValue: page) != nil || SearchIndex.mayHold(page)
      || Downloads.mayHold(page)
  }
}
