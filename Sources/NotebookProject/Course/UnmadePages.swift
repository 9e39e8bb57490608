import Documents
import Files

/// The pages of a course that its other pages lead to, and that nobody has made.
///
/// A page is the same whether it is made alone or with its course. So its contents lead to all chapters, and who
/// has made it alone is told what is missing.
struct UnmadePages {
  let course: Course
  let outputFolder: String

  /// That pages are missing, and how they are made; `nil` where all are there.
  var note: Diagnostic? {
    guard course.project.chapters != nil else { return nil }
    let pages = course.chapters.map(\.input.page)
    let missing = pages.filter { !FileStatus.isThere("\(outputFolder)/\($0)") }
    guard !missing.isEmpty else { return nil }
    let number = missing.count == 1 ? "1 of its pages is" : "\(missing.count) of its pages are"
    return Diagnostic(
      .note,
      .unmadePage,
      "\(number) not made yet, and links to \(missing.count == 1 ? "it" : "them") lead nowhere",
      help: "'render \(ShellWord.quoted(course.project.folder))' makes the whole course",
      path: course.project.path
    )
  }
}
