import Files

/// The pictures that were drawn for a page in Markdown, in the folder that is named like it.
struct PagePictures {
  private let folder: String
  private let names: [String]

  /// - Parameter page: the page's path.
  /// - Returns: `nil` where it is no page in Markdown, or has no pictures.
  init?(of page: String) {
    guard page.hasSuffix(PageForm.markdown.ending) else { return nil }
    folder = page.dropLast(PageForm.markdown.ending.count) + "_files"
    let folder = folder
    // What else lies there was not made by the program.
    names = ((try? FileView().names(in: folder))?.names ?? []).filter { name in
      name.hasSuffix(".svg")
        && FileView().excerpt(of: Paths.join(folder, name)) { $0.starts(with: Self.mark.utf8) }
          != nil
    }
    if names.isEmpty { return nil }
  }

  /// Removes them, and their folder where nothing else lies in it. What cannot be removed does no harm.
  func remove() {
    for name in names { try? Folder.remove(Paths.join(folder, name)) }
    if (try? FileView().names(in: folder))?.names.isEmpty == true { try? Folder.remove(folder) }
  }

  /// A picture with the mark that the program drew it.
  static func marked(_ svg: String) -> String { mark + "\n" + svg }

  private static let mark = "<!-- Made by Lectern. -->"
}
