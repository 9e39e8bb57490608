/// What a course has besides the pages of its notebooks, before it is made.
struct PlannedSite: Sendable {
  /// The list of its pages, which is written with them.
  var list: String
  /// What is made besides.
  var files: [String]
  /// The project file, the notebooks, in whose texts readers search, and the chapters that are printed together.
  var origins: [String]
  /// The course's folder.
  var folder: String
  /// Tells what it is made of from anything else.
  var digest: String

  /// - Parameter forms: the forms in which pages are made.
  /// - Returns: `nil` where there is nothing to be made.
  init?(_ reading: CourseReading, _ forms: [PageForm], outputFolder: String) {
    let course = reading.course
    guard course.project.chapters != nil else { return nil }
    list = "\(outputFolder)/\(course.prefix)\(PageList.name)"
    let hasBook = forms.contains(.pdf) && CourseBook.isMade(of: course)
    files =
      ((forms.contains(.html) ? SitePages.names(of: reading) : [])
      + (hasBook ? [CourseBook.name] : [])).map { "\(outputFolder)/\(course.prefix)\($0)" }
    origins = [course.project.path] + course.notebooks.map(\.path)
    // Whatever makes a chapter another one makes the course's own file another one.
    if hasBook {
      origins += course.notebooks.map { "\(outputFolder)/\(PageForm.pdf.page(of: $0.page))" }
    }
    folder = course.project.folder
    digest = reading.statementsDigest
  }
}
